package dev.connections.oauth.internal.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connections.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client with or without a secret. */
public record ClientSecret(Optional<Method> method, Optional<Secret> secret) implements KnownClient {
    /** The client without a secret. */
    public static final KnownClient NONE = new ClientSecret(Optional.empty(), Optional.empty());

    static final String MEMBER = "client_secret";
    static final String METHOD = "client_authentication";
    private static final int SHORTEST_KEY = 32; // RFC 7518, section 3.2: as long as the hash

    public ClientSecret {
        if (method.equals(Optional.of(CLIENT_SECRET_JWT)) && secret.isPresent()) {
            requireKey(secret.get());
        }
    }

    /** Returns a client with a secret; without a method it takes the server's. */
    public static KnownClient of(Optional<Method> method, Secret secret) {
        if (secret.reveal().isBlank()) {
            throw Wrong.definition(
                    "client_secret_malformed",
                    "the client secret is blank; enter the one the service shows, or use publicClient(id)");
        }
        return new ClientSecret(method, Optional.of(secret));
    }

    /** Reads a client. */
    static KnownClient of(Document document, String clientId, SecretNames names) {
        Optional<Method> method = document.text(METHOD).map(ClientSecret::method);
        boolean secret = document.object(MEMBER).has("secret");
        method.ifPresent(how -> requireUsable(how, secret, clientId));
        return secret ? of(method, names.of(document, MEMBER)) : NONE;
    }

    private static void requireUsable(Method method, boolean secret, String clientId) {
        if (!secret) {
            throw Wrong.option(
                    "withClientAuthentication", "a public client has no secret to send; use client(id, secret)");
        }
        if (method.equals(CLIENT_SECRET_BASIC_RAW) && clientId.indexOf(':') >= 0) {
            throw Wrong.definition(
                    "client_id_malformed",
                    "the client id holds a colon, which ends it where nothing is encoded; use CLIENT_SECRET_BASIC");
        }
    }

    /** Refuses a method of one request that this client cannot use. */
    void requireUsable(Method own, String clientId) {
        requireUsable(own, secret.isPresent(), clientId);
        var unused = new ClientSecret(Optional.of(own), secret);
    }

    @Override
    public Document into(Document document) {
        Document complete =
                secret.isPresent() ? document.with(MEMBER, Document.EMPTY.with("secret", MEMBER)) : document;
        return method.map(how -> complete.with(METHOD, how.registeredName())).orElse(complete);
    }

    @Override
    public Map<String, Secret> secrets() {
        return secret.map(value -> Map.of(MEMBER, value)).orElse(Map.of());
    }

    @Override
    public boolean proves() {
        return secret.isPresent();
    }

    /** Returns the method of a registered name. */
    public static Method method(String registeredName) {
        return methods()
                .filter(each -> each.registeredName().equals(registeredName))
                .findFirst()
                .orElseThrow(() -> Wrong.definition(
                        "client_authentication_unknown",
                        "the client authentication \"" + registeredName + "\" is not known; use one of "
                                + methods().map(Method::registeredName).collect(Collectors.joining(", "))));
    }

    private static Stream<Method> methods() {
        return Stream.of(
                CLIENT_SECRET_BASIC,
                CLIENT_SECRET_POST,
                CLIENT_SECRET_JWT,
                CLIENT_SECRET_BASIC_RAW,
                SECRET_AS_USERNAME);
    }

    private static void requireKey(Secret secret) {
        if (secret.reveal().getBytes(UTF_8).length < SHORTEST_KEY) {
            throw Wrong.definition(
                    "client_secret_malformed",
                    "the client secret is shorter than the 32 bytes that client_secret_jwt signs with; let the service"
                            + " make a longer one, or use another method");
        }
    }
}
