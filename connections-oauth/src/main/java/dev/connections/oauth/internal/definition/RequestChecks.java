package dev.connections.oauth.internal.definition;

/** Refuses formats of requests that would be without effect, or do harm, in the definition that has them. */
final class RequestChecks {
    private RequestChecks() {}

    static void check(OAuth2Definition definition) {
        if (definition.document().has(Options.REVOCATION_REQUEST)) {
            checkRevocation(definition);
        }
    }

    private static void checkRevocation(OAuth2Definition definition) {
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
