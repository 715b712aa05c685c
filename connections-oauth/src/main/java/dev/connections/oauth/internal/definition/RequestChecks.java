package dev.connections.oauth.internal.definition;

import java.util.Optional;
import java.util.stream.Stream;

/** Refuses formats of requests that would be without effect, or do harm, in the definition that has them. */
final class RequestChecks {
    private RequestChecks() {}

    static void check(OAuth2Definition definition) {
        Stream.concat(
                        Stream.of(
                                definition.tokenRequest(), definition.refreshRequest(), definition.revocationRequest()),
                        definition.tokenUpgrade().stream())
                .forEach(format -> checkClient(format, definition));
        if (definition.document().has(Options.REVOCATION_REQUEST)) {
            checkRevocation(definition);
        }
    }

    private static void checkClient(RequestFormat format, OAuth2Definition definition) {
        Optional<String> own = format.clientAuthentication();
        if (own.isEmpty()) {
            return;
        }
        if (!(definition.client() instanceof ClientSecret client)) {
            throw Wrong.option(
                    "TokenRequestFormat."
                            + (format.sendsNoSecret() ? "withoutClientSecret" : "withClientAuthentication"),
                    "the client has a key and proves itself with it in each request; leave it out, or use"
                            + " client(id, secret)");
        }
        if (!format.sendsNoSecret()) {
            client.requireUsable(ClientSecret.method(own.get()), definition.clientId());
        }
    }

    private static void checkRevocation(OAuth2Definition definition) {
        definition.revocationRequest().requireEnding();
        ServerFormat server = definition.server();
        if (server.revocation().isEmpty() && !server.isDiscovered()) {
            throw Wrong.option(
                    "withRevocationRequest",
                    "the service has no revocation endpoint to send it to; say withRevocationEndpoint first");
        }
        if (server.revocation().filter(ServerFormat.Revocation::byAccessToken).isPresent()) {
            throw Wrong.option(
                    "withRevocationRequest",
                    "the request that ends a token is empty where the token itself authorizes it; leave one of them out");
        }
        if (definition.revocationRequest().endpoint().isPresent()) {
            throw Wrong.option(
                    "TokenRequestFormat.withEndpoint",
                    "tokens are ended at the revocation endpoint; state it with withRevocationEndpoint");
        }
    }
}
