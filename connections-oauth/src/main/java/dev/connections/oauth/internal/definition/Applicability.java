package dev.connections.oauth.internal.definition;

/** Refuses what a grant cannot use: an option without effect is a mistake that nobody would find. */
final class Applicability {
    private static final String NO_BROWSER = "the client credentials grant sends no browser anywhere; remove it";

    private Applicability() {}

    static void check(OAuth2Definition definition) {
        ServerFormat server = definition.server();
        if (server.isDiscovered() && server.issuer().isEmpty()) {
            throw Wrong.definition(
                    "endpoint_missing", "the oauth2 service has neither token_endpoint nor issuer; state one of them");
        }
        for (CaptureRule rule : definition.captures()) {
            rule.resourceServers()
                    .forEach(origin -> ServerFormat.endpoint(origin, "resource server", server.plainHttp()));
        }
        switch (definition.grant()) {
            case AUTHORIZATION_CODE -> checkAuthorizationCode(definition);
            case CLIENT_CREDENTIALS -> checkClientCredentials(definition);
        }
    }

    private static void checkAuthorizationCode(OAuth2Definition definition) {
        ServerFormat server = definition.server();
        if (!server.isDiscovered() && server.authorizationEndpoint().isEmpty()) {
            throw Wrong.definition(
                    "endpoint_missing",
                    "the oauth2 service has no authorization_endpoint; state it, or the issuer alone");
        }
        server.authorizationEndpoint().ifPresent(definition.authorization()::requireFreeQuery);
    }

    private static void checkClientCredentials(OAuth2Definition definition) {
        Document document = definition.document();
        refuse(document, "authorization_endpoint", "authorizationEndpoint", NO_BROWSER);
        refuse(document, "authorization_parameters", "withAuthorizationParameter", NO_BROWSER);
        refuse(document, "pkce", "a deviation from PKCE", NO_BROWSER);
        refuse(
                document,
                "refresh_request",
                "withRefreshRequest",
                "the grant has no refresh token; use withTokenRequest");
        if (!definition.server().isDiscovered()) {
            refuse(document, "issuer", "withIssuer", NO_BROWSER);
        }
        if (definition.client().secret().isEmpty()) {
            throw Wrong.option(
                    "a public client",
                    "client credentials are for clients that can authenticate; use client(id, secret)");
        }
        if (definition.captures().stream().anyMatch(rule -> rule.parameter().isPresent())) {
            throw Wrong.option("Capture.fromCallback", NO_BROWSER);
        }
    }

    private static void refuse(Document document, String member, String option, String reasonAndFix) {
        if (document.has(member)) {
            throw Wrong.option(option, reasonAndFix);
        }
    }
}
