package dev.connections.oauth.internal.oauth1;

import dev.connections.Secret;
import dev.connections.oauth.OAuth1.Signature;
import dev.connections.oauth.OAuth1.Transmission;
import dev.connections.oauth.internal.definition.ClientId;
import dev.connections.oauth.internal.definition.Document;
import dev.connections.oauth.internal.definition.ServerFormat;
import dev.connections.oauth.internal.definition.Wrong;
import dev.connections.spi.Rehearsal;
import dev.connections.spi.StrategyProvider.Settings;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole OAuth 1 definition: the document that says it, and what each member means. Immutable, thread-safe.
 *
 * <p>Making one checks everything, so a definition that exists can be used.
 */
final class OAuth1Definition {
    private static final int VERSION = 1;
    private static final String CLIENT_SECRET = "client_secret";
    private static final Pattern REALM = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,255}");

    private final Document document;
    private final Secret clientSecret;
    private final String clientKey;
    private final URI requestTokenEndpoint;
    private final URI authorizationEndpoint;
    private final URI tokenEndpoint;
    private final Signature signature;
    private final Transmission transmission;
    private final Signer signer;

    OAuth1Definition(Document document, Secret clientSecret) {
        this.document = document;
        this.clientSecret = requireSecret(clientSecret);
        clientKey = ClientId.require(document.requiredText("client_id"));
        requestTokenEndpoint = endpoint(document, "request_token_endpoint");
        authorizationEndpoint = authorizationEndpoint(document);
        tokenEndpoint = endpoint(document, "token_endpoint");
        signature = constant(Signature.values(), document.text("signature").orElse("hmac_sha1"));
        transmission =
                constant(Transmission.values(), document.text("transmission").orElse("header"));
        signer = Signer.of(signature, clientSecret);
        document.requireTexts("account_id", "account_name");
        document.requireFlags("exact_callback");
        realm().ifPresent(this::requireRealm);
        requestTokenParameters().keySet().forEach(OAuth1Definition::requireFree);
        authorizationParameters().keySet().forEach(OAuth1Definition::requireFree);
    }

    /** Reads a definition from its settings. */
    static OAuth1Definition of(Settings settings) {
        if (settings.version() > VERSION) {
            throw Wrong.definition(
                    "newer_format",
                    "the oauth1 service was written in format " + settings.version() + ", this release knows " + VERSION
                            + "; update the SDK");
        }
        Document document = Document.parse(settings.json());
        String name = secretName(document);
        Secret secret = settings.secrets().get(name);
        if (secret == null) {
            throw Wrong.definition(
                    "secret_missing",
                    "the oauth1 service needs the secret \"" + name + "\"; give it beside the document");
        }
        return new OAuth1Definition(document, secret);
    }

    /** Checks what a stage has stated so far, so that a wrong endpoint fails at its own call. */
    static Document checked(Document document, String member) {
        URI unused =
                member.equals("authorization_endpoint") ? authorizationEndpoint(document) : endpoint(document, member);
        return document;
    }

    Settings settings() {
        return Settings.of(VERSION, document.toJson(), Map.of(secretName(document), clientSecret));
    }

    /** Returns a copy with a stand-in in place of the secret; a key stays, for nothing of it is in a signature. */
    OAuth1Definition rehearsed() {
        return signature == Signature.RSA_SHA1
                ? this
                : new OAuth1Definition(document, Rehearsal.standIn(CLIENT_SECRET));
    }

    OAuth1Definition with(String member, Object value) {
        return new OAuth1Definition(document.with(member, value), clientSecret);
    }

    OAuth1Definition withEntry(String member, String name, String value) {
        return new OAuth1Definition(document.withEntry(member, name, value), clientSecret);
    }

    Secret clientSecret() {
        return clientSecret;
    }

    String clientKey() {
        return clientKey;
    }

    URI requestTokenEndpoint() {
        return requestTokenEndpoint;
    }

    URI authorizationEndpoint() {
        return authorizationEndpoint;
    }

    URI tokenEndpoint() {
        return tokenEndpoint;
    }

    Signature signature() {
        return signature;
    }

    Transmission transmission() {
        return transmission;
    }

    Signer signer() {
        return signer;
    }

    Optional<String> realm() {
        return document.text("realm");
    }

    Map<String, String> requestTokenParameters() {
        return document.texts("request_token_parameters");
    }

    Map<String, String> authorizationParameters() {
        return document.texts("authorization_parameters");
    }

    boolean exactCallback() {
        return document.flag("exact_callback");
    }

    Optional<String> accountId() {
        return document.text("account_id");
    }

    Optional<String> accountName() {
        return document.text("account_name");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OAuth1Definition definition
                && document.equals(definition.document)
                && clientSecret.equals(definition.clientSecret);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** Returns the document, which holds no secret. */
    @Override
    public String toString() {
        return document.toString();
    }

    private static URI endpoint(Document document, String member) {
        return ServerFormat.endpoint(
                document.requiredText(member), member.replace('_', ' '), document.flag(OAuth1Stages.PLAIN_HTTP));
    }

    private static URI authorizationEndpoint(Document document) {
        URI endpoint = endpoint(document, "authorization_endpoint");
        String query = endpoint.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            requireForeign(pair.split("=", 2)[0]);
        }
        return endpoint;
    }

    private static Secret requireSecret(Secret secret) {
        if (secret.reveal().isBlank()) {
            throw Wrong.definition(
                    "client_secret_malformed", "the client secret is blank; enter the one the service shows");
        }
        return secret;
    }

    private void requireRealm(String realm) {
        if (transmission != Transmission.HEADER) {
            throw Wrong.option("withRealm", "only the Authorization header carries a realm; use Transmission.HEADER");
        }
        if (!REALM.matcher(realm).matches()) {
            throw Wrong.definition(
                    "header_malformed",
                    "the realm cannot be sent; use visible ASCII and spaces, without quotes and backslashes");
        }
    }

    private static void requireFree(String name) {
        if (name.isBlank()) {
            throw Wrong.definition("parameter_reserved", "a parameter has a blank name; name it");
        }
        requireForeign(name);
    }

    private static void requireForeign(String name) {
        if (name.startsWith("oauth_")) {
            throw Wrong.definition(
                    "parameter_reserved",
                    "the parameter \"" + name + "\" is the protocol's, the SDK sends it; leave it out");
        }
    }

    private static <E extends Enum<E>> E constant(E[] values, String name) {
        for (E each : values) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw Wrong.definition(
                "service_malformed",
                "the oauth1 service says \"" + name + "\" where a constant of OAuth1."
                        + values[0].getDeclaringClass().getSimpleName() + " is expected; write one in lower case");
    }

    private static String secretName(Document document) {
        return document.object(CLIENT_SECRET).text("secret").orElse(CLIENT_SECRET);
    }
}
