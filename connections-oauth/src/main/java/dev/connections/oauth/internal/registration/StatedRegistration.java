package dev.connections.oauth.internal.registration;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.ClientRegistration;
import dev.connections.oauth.RegisteredClient;
import dev.connections.oauth.internal.definition.Document;
import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.metadata.ServerDirectory;
import dev.connections.spi.AuthClient;
import dev.connections.spi.AuthClient.Call;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param issuer where
 * @param server how the server is found
 * @param metadata what is said of the client
 * @param statement what somebody else says of it
 * @param token what permits to ask
 */
public record StatedRegistration(
        String issuer, ServerFormat server, Document metadata, Optional<Secret> statement, Optional<Secret> token)
        implements ClientRegistration {
    static final String REDIRECT_URIS = "redirect_uris";
    static final String METHOD = "token_endpoint_auth_method";
    private static final String GRANT_TYPES = "grant_types";
    private static final String AUTHORIZATION_CODE = "authorization_code";
    private static final String JSON = "application/json";

    /** RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1; RFC 8037, section 2. */
    private static final List<String> PRIVATE_PARTS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    /** Begins a registration. */
    public static ClientRegistration at(String issuer) {
        return at(issuer, false);
    }

    /** Begins a registration over http. */
    public static ClientRegistration atLoopback(String issuer) {
        return at(issuer, true);
    }

    private static ClientRegistration at(String issuer, boolean plainHttp) {
        Document metadata = Document.EMPTY
                .with(GRANT_TYPES, List.of(AUTHORIZATION_CODE, "refresh_token"))
                .with(METHOD, ClientAuthentication.CLIENT_SECRET_BASIC.registeredName());
        ServerFormat server = ServerFormat.discovered(issuer, plainHttp);
        return new StatedRegistration(issuer, server, metadata, Optional.empty(), Optional.empty());
    }

    @Override
    public ClientRegistration withRedirectUris(String... uris) {
        return with(REDIRECT_URIS, List.of(uris));
    }

    @Override
    public ClientRegistration withName(String name) {
        return with("client_name", name);
    }

    @Override
    public ClientRegistration withScopes(String... scopes) {
        return with("scope", String.join(" ", scopes));
    }

    @Override
    public ClientRegistration withGrantTypes(String... grantTypes) {
        return with(GRANT_TYPES, List.of(grantTypes));
    }

    @Override
    public ClientRegistration withClientAuthentication(ClientAuthentication.Method method) {
        return with(METHOD, method.registeredName());
    }

    @Override
    public ClientRegistration withPublicKeys(String jsonWebKeySet) {
        Document keys = Document.parse(jsonWebKeySet);
        requirePublic(keys);
        keys.objects("keys").forEach(this::requirePublic);
        return with(metadata.with("jwks", keys).with(METHOD, "private_key_jwt"));
    }

    @Override
    public ClientRegistration withoutClientAuthentication() {
        return with(METHOD, "none");
    }

    @Override
    public ClientRegistration withSoftwareStatement(Secret signed) {
        return new StatedRegistration(issuer, server, metadata, Optional.of(signed), token);
    }

    @Override
    public ClientRegistration withInitialAccessToken(Secret initial) {
        return new StatedRegistration(issuer, server, metadata, statement, Optional.of(initial));
    }

    @Override
    public ClientRegistration withMetadata(String name, String value) {
        return with(name, value);
    }

    private ClientRegistration with(String name, Object value) {
        return with(metadata.with(name, value));
    }

    private ClientRegistration with(Document changed) {
        return new StatedRegistration(issuer, server, changed, statement, token);
    }

    @Override
    public RegisteredClient register(AuthClient http) {
        requireRedirectUri();
        Clock clock = Clock.systemUTC(); // nothing is kept: the metadata is asked for each time
        Server found = new ServerDirectory(server).server(http, clock);
        URI endpoint = found.registration().orElseThrow(this::unsupported);
        AuthClient.Reply reply = found.clientFor(endpoint, http).send(call(endpoint));
        return new RegistrationAnswer(endpoint, metadata, clock.instant()).read(reply);
    }

    /** The statement is signed and public; it is sent beside the metadata, and printed with nothing of ours. */
    private Call call(URI endpoint) {
        Document whole = statement
                .map(signed -> metadata.with("software_statement", signed.reveal()))
                .orElse(metadata);
        Call call = Call.post(endpoint, JSON, Secret.of(whole.toJson())).withHeader("Accept", Secret.of(JSON));
        return token.map(it -> call.withHeader("Authorization", Secret.of("Bearer " + it.reveal())))
                .orElse(call);
    }

    /** Whoever exports a key gets both halves; the message names no value. */
    private void requirePublic(Document key) {
        PRIVATE_PARTS.stream().filter(key::has).findFirst().ifPresent(part -> {
            throw new ConnectionConfigurationException(
                    "private_key_refused",
                    "the keys of the registration at \"" + issuer + "\" hold the private part \"" + part
                            + "\", which would have been sent to the server; remove the private parts ("
                            + String.join(", ", PRIVATE_PARTS) + ") and give the public ones alone",
                    null);
        });
    }

    private void requireRedirectUri() {
        if (metadata.textList(GRANT_TYPES).contains(AUTHORIZATION_CODE)
                && metadata.textList(REDIRECT_URIS).isEmpty()) {
            throw new ConnectionConfigurationException(
                    "redirect_uri_missing",
                    "the registration at \"" + issuer
                            + "\" asks for the authorization code grant without a redirect URI;"
                            + " name one with withRedirectUris, or other grants with withGrantTypes",
                    null);
        }
    }

    private ConnectionConfigurationException unsupported() {
        return new ConnectionConfigurationException(
                "registration_unsupported",
                "the metadata of \"" + issuer
                        + "\" names no registration endpoint; register the client on the service's own" + " pages",
                null);
    }

    /** Prints the issuer. */
    @Override
    public String toString() {
        return "ClientRegistration[" + issuer + "]";
    }
}
