package dev.connections.oauth.internal.flow;

import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.ClientAuthentication.Method;
import dev.connections.oauth.internal.definition.ClientAssertion;
import dev.connections.oauth.internal.definition.ClientCertificate;
import dev.connections.oauth.internal.definition.ClientSecret;
import dev.connections.oauth.internal.definition.KnownClient;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.definition.RequestFormat;
import dev.connections.oauth.internal.metadata.Server;
import dev.connections.oauth.internal.wire.BasicHeader;
import dev.connections.spi.AuthClient.Identity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the one proof of who the client is that a request carries. Immutable, thread-safe. */
final class Authenticator {
    /** RFC 7523, section 2.2. */
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String CLIENT_ID = "client_id";

    private final String clientId;
    private final KnownClient client;

    Authenticator(OAuth2Definition definition) {
        clientId = definition.clientId();
        client = definition.client();
    }

    /**
     * What a request carries of the client. Prints nothing.
     *
     * @param parameters what is added to the body, in the clear: the next step is the wire
     * @param header the {@code Authorization} header, empty for none
     * @param identity the certificate to show, empty for none
     */
    record Proof(Map<String, String> parameters, Optional<Secret> header, Optional<Identity> identity) {
        static Proof header(Secret value) {
            return new Proof(Map.of(), Optional.of(value), Optional.empty());
        }

        static Proof body(Map<String, String> parameters) {
            return new Proof(parameters, Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Proof";
        }
    }

    /** Returns the proof for one request, in the way of its own if it has one. */
    Proof proof(RequestFormat format, Server server, Instant now) {
        if (format.sendsNoSecret()) {
            return Proof.body(Map.of(CLIENT_ID, clientId));
        }
        Optional<Method> own = format.clientAuthentication().map(ClientSecret::method);
        return own.isPresent() && client.secret().isPresent()
                ? proof(own.get(), client.secret().get(), server, now)
                : proof(server, now);
    }

    private Proof proof(Server server, Instant now) {
        if (client instanceof ClientAssertion signing) {
            return signed(Assertions.bearer(signing.assertion(), clientId, server), now);
        }
        if (client instanceof ClientCertificate shown) { // RFC 8705, section 2: the id in every request
            return new Proof(Map.of(CLIENT_ID, clientId), Optional.empty(), Optional.of(shown.identity()));
        }
        return client.secret()
                .map(secret -> proof(client.method().orElseGet(() -> common(server)), secret, server, now))
                .orElseGet(() -> Proof.body(Map.of(CLIENT_ID, clientId)));
    }

    private Proof proof(Method method, Secret secret, Server server, Instant now) {
        if (method.equals(ClientAuthentication.CLIENT_SECRET_BASIC)) {
            return Proof.header(BasicHeader.of(clientId, secret));
        }
        if (method.equals(ClientAuthentication.CLIENT_SECRET_BASIC_RAW)) {
            return Proof.header(BasicHeader.raw(clientId, secret.reveal()));
        }
        if (method.equals(ClientAuthentication.SECRET_AS_USERNAME)) {
            return Proof.header(BasicHeader.raw(secret.reveal(), ""));
        }
        return method.equals(ClientAuthentication.CLIENT_SECRET_JWT)
                ? signed(Assertions.ofSecret(secret, clientId, server), now)
                : inBody("client_secret", secret.reveal());
    }

    private static Method common(Server server) {
        return server.wantsSecretInBody()
                ? ClientAuthentication.CLIENT_SECRET_POST
                : ClientAuthentication.CLIENT_SECRET_BASIC;
    }

    private Proof signed(Assertions assertion, Instant now) {
        Proof proof = inBody("client_assertion_type", JWT_BEARER);
        proof.parameters.put("client_assertion", assertion.signed(now).reveal());
        return proof;
    }

    private Proof inBody(String name, String value) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(CLIENT_ID, clientId);
        parameters.put(name, value);
        return Proof.body(parameters);
    }
}
