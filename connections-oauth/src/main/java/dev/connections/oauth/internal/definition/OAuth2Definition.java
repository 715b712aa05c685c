package dev.connections.oauth.internal.definition;

import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.spi.StrategyProvider.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A whole OAuth 2 definition: the document that says it, and what each member means. Immutable, thread-safe.
 *
 * <p>Making one checks everything, so a definition that exists can be used.
 */
public final class OAuth2Definition {
    /** The version of the document's format that this release writes. */
    public static final int VERSION = 1;

    private static final String CLIENT_SECRET = "client_secret";

    private final Document document;
    private final GrantType grant;
    private final ServerFormat server;
    private final String clientId;
    private final ClientAuthentication client;
    private final AuthorizationFormat authorization;
    private final RequestFormat tokenRequest;
    private final RequestFormat refreshRequest;
    private final ResponseFormat response;
    private final HeaderFormat header;
    private final Optional<Duration> margin;
    private final List<CaptureRule> captures;

    OAuth2Definition(Document document, Optional<Secret> clientSecret) {
        this.document = document;
        grant = GrantType.of(document.requiredText("grant"));
        server = ServerFormat.of(document);
        clientId = ClientId.require(document.requiredText("client_id"));
        client = client(document, clientSecret);
        authorization = AuthorizationFormat.of(document);
        tokenRequest = new RequestFormat(document.object("token_request"));
        refreshRequest =
                document.has("refresh_request") ? new RequestFormat(document.object("refresh_request")) : tokenRequest;
        response = new ResponseFormat(document.object("token_response"));
        header = HeaderFormat.of(document.text("authorization_header").orElse("Bearer {token}"));
        margin = document.duration("refresh_margin");
        margin.ifPresent(OAuth2Definition::requireNotNegative);
        captures = document.objects("captures").stream().map(CaptureRule::new).toList();
        Applicability.check(this);
    }

    /** Reads a definition from its settings. */
    public static OAuth2Definition of(Settings settings) {
        if (settings.version() > VERSION) {
            throw Wrong.definition(
                    "newer_format",
                    "the oauth2 service was written in format " + settings.version() + ", this release knows " + VERSION
                            + "; update the SDK");
        }
        Document document = Document.parse(settings.json());
        return new OAuth2Definition(document, secretName(document).map(name -> secret(name, settings.secrets())));
    }

    /** Returns what makes this definition again. */
    public Settings settings() {
        var secrets = new LinkedHashMap<String, Secret>();
        client.secret().ifPresent(secret -> secrets.put(secretName(document).orElse(CLIENT_SECRET), secret));
        return Settings.of(VERSION, document.toJson(), secrets);
    }

    /** Returns a copy whose document has another value for a member. */
    public OAuth2Definition with(String member, Object value) {
        return new OAuth2Definition(document.with(member, value), client.secret());
    }

    /** Returns a copy whose document was changed. */
    public OAuth2Definition with(Change change) {
        return new OAuth2Definition(change.of(document), client.secret());
    }

    public GrantType grant() {
        return grant;
    }

    public ServerFormat server() {
        return server;
    }

    public String clientId() {
        return clientId;
    }

    public ClientAuthentication client() {
        return client;
    }

    public AuthorizationFormat authorization() {
        return authorization;
    }

    public RequestFormat tokenRequest() {
        return tokenRequest;
    }

    public RequestFormat refreshRequest() {
        return refreshRequest;
    }

    public ResponseFormat response() {
        return response;
    }

    public HeaderFormat header() {
        return header;
    }

    public Optional<Duration> margin() {
        return margin;
    }

    public List<CaptureRule> captures() {
        return captures;
    }

    Document document() {
        return document;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OAuth2Definition definition
                && document.equals(definition.document)
                && client.equals(definition.client);
    }

    @Override
    public int hashCode() {
        return Objects.hash(document);
    }

    /** Returns the document, which holds no secret. */
    @Override
    public String toString() {
        return document.toString();
    }

    private static ClientAuthentication client(Document document, Optional<Secret> secret) {
        Optional<ClientAuthentication.Method> method =
                document.text("client_authentication").map(ClientSecret::method);
        if (secret.isEmpty() && method.isPresent()) {
            throw Wrong.option(
                    "withClientAuthentication", "a public client has no secret to send; use client(id, secret)");
        }
        return secret.map(value -> ClientSecret.of(method, value)).orElse(ClientSecret.NONE);
    }

    private static Optional<String> secretName(Document document) {
        return document.object(CLIENT_SECRET).text("secret");
    }

    private static Secret secret(String name, Map<String, Secret> secrets) {
        Secret secret = secrets.get(name);
        if (secret == null) {
            throw Wrong.definition(
                    "secret_missing",
                    "the oauth2 service needs the secret \"" + name + "\"; give it beside the document");
        }
        return secret;
    }

    private static void requireNotNegative(Duration margin) {
        if (margin.isNegative()) {
            throw Wrong.definition(
                    "duration_malformed", "the refresh margin " + margin + " is negative; write one such as PT1M");
        }
    }

    /** A change of a document. */
    @FunctionalInterface
    public interface Change {
        /** Returns the changed copy. */
        Document of(Document document);
    }
}
