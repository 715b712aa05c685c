package dev.connections.oauth.internal.definition;

import java.net.URI;

/** Refuses what a grant cannot use: an option without effect is a mistake that nobody would find. */
final class Applicability {
    private static final String NO_ID_TOKEN = "user info is believed of the user whom an ID token names, and of nobody"
            + " else; say withOpenIdConnect first, or name the account with Service.withIdentityRequest";

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
        checkDerivedTokens(definition);
        OddRules.check(definition);
        checkRequests(definition);
        RequestChecks.check(definition);
        if (definition.grant().redirects()) {
            checkRedirects(definition);
            if (definition.server().identifies()) {
                checkOpenId(definition);
            } else {
                refuse(definition.document(), ServerFormat.USER_INFO, "withUserInfoEndpoint", NO_ID_TOKEN);
            }
        } else {
            refuseRedirects(definition);
        }
        checkGrant(definition);
    }

    private static void checkDerivedTokens(OAuth2Definition definition) {
        definition.derivedTokens().keySet().stream()
                .filter(definition.response().tokens()::containsKey)
                .findFirst()
                .ifPresent(name -> {
                    throw Wrong.option(
                            "withResourceToken",
                            "the first response brings a token \"" + name + "\" already; use another name");
                });
        RequestFormat refresh = definition.refreshRequest();
        if (!definition.derivedTokens().isEmpty() && (refresh.fixes("scope") || refresh.fixes("resource"))) {
            throw Wrong.option(
                    "withResourceToken",
                    "the refresh request has a fixed scope or resource, which every token would be made for; leave it out");
        }
    }

    private static void checkRequests(OAuth2Definition definition) {
        boolean json = definition.tokenRequest().isJson()
                || definition.refreshRequest().isJson();
        if (json && definition.authorization().resources().size() > 1) {
            throw Wrong.option("withResources", "a JSON request holds one resource; name one, or use a form");
        }
        if (definition.tokenRequest().endpoint().isPresent()) {
            throw Wrong.option(
                    "TokenRequestFormat.withEndpoint",
                    "codes go to the token endpoint; state the other endpoint with withRefreshRequest");
        }
        definition
                .refreshRequest()
                .endpoint()
                .ifPresent(uri -> checkOrigin(uri, definition.server().plainHttp()));
        definition.tokenUpgrade().ifPresent(upgrade -> checkUpgrade(upgrade, definition));
    }

    private static void checkUpgrade(RequestFormat upgrade, OAuth2Definition definition) {
        upgrade.endpoint().ifPresent(uri -> checkOrigin(uri, definition.server().plainHttp()));
        boolean bound = definition.proofAlgorithm().isPresent();
        boolean elsewhere = definition.captures().stream().anyMatch(CaptureRule::isTokenServer);
        if (bound || elsewhere || definition.server().identifies()) {
            throw Wrong.option(
                    "withTokenUpgrade",
                    "what a proof key, an ID token or the account's own server say is of the first token, and the second one"
                            + " takes its place; leave one of them out");
        }
    }

    private static void checkOrigin(URI endpoint, boolean plainHttp) {
        var unused = ServerFormat.endpoint(endpoint.toString(), "refresh endpoint", plainHttp);
    }

    private static void checkRedirects(OAuth2Definition definition) {
        if (definition.requestObject().isPresent()) {
            definition.authorization().requireFreeForRequestObject();
        }
        ServerFormat server = definition.server();
        if (!server.isDiscovered() && server.authorizationEndpoint().isEmpty()) {
            throw Wrong.definition(
                    "endpoint_missing",
                    "the oauth2 service has no authorization_endpoint; state it, or the issuer alone");
        }
        server.authorizationEndpoint().ifPresent(definition.authorization()::requireFreeQuery);
    }

    private static void checkOpenId(OAuth2Definition definition) {
        ServerFormat server = definition.server();
        if (server.issuer().isEmpty()
                || (!server.isDiscovered() && server.keys().isEmpty())) {
            throw Wrong.option(
                    "withOpenIdConnect",
                    "an ID token is checked against an issuer and its keys; begin with issuer(…), or use withIssuer and"
                            + " withOpenIdConnect(jwksUri)");
        }
        if (definition.authorization().pkce().method() == PkceMode.Method.OFF) {
            throw Wrong.option("withOpenIdConnect", "the nonce comes from the PKCE verifier; let the server have PKCE");
        }
        if (definition.authorization().parameters().containsKey("nonce")
                || definition.authorization().computed().containsKey("nonce")) {
            throw Wrong.definition(
                    "parameter_reserved", "the authorization parameter \"nonce\" is sent by the SDK; leave it out");
        }
    }

    private static void refuseRedirects(OAuth2Definition definition) {
        Document document = definition.document();
        String noBrowser = "the " + definition.grant().words() + " grant sends no browser anywhere; remove it";
        refuse(document, "authorization_endpoint", "authorizationEndpoint", noBrowser);
        refuse(document, ServerFormat.PUSHED, "withPushedAuthorizationRequests", noBrowser);
        refuse(document, RequestObjectFormat.MEMBER, "withRequestObject", noBrowser);
        refuse(document, ServerFormat.OPEN_ID, "withOpenIdConnect", noBrowser);
        refuse(document, AuthorizationFormat.INCREMENTAL, "withIncrementalConsent", noBrowser);
        refuse(document, ServerFormat.USER_INFO, "withUserInfoEndpoint", noBrowser);
        refuse(document, "pkce", "a deviation from PKCE", noBrowser);
        refuse(document, RequestNames.MEMBER, "withAuthorizationRequest", noBrowser);
        refuse(document, Options.TOKEN_UPGRADE, "withTokenUpgrade", noBrowser);
        refuse(document, AuthorizationFormat.COMPUTED, "withComputedAuthorizationParameter", noBrowser);
        boolean bearer = definition.grant() == GrantType.JWT_BEARER;
        if (bearer != definition.assertion().isPresent()) {
            throw bearer
                    ? Wrong.definition("assertion_missing", "the oauth2 service has no assertion to sign; state one")
                    : Wrong.option("an assertion", "only the JWT bearer grant asks with one; remove it");
        }
        if (definition.grant() != GrantType.DEVICE_CODE) {
            refuse(document, "authorization_parameters", "withAuthorizationParameter", noBrowser);
        }
        if (!definition.server().isDiscovered()) {
            refuse(document, "issuer", "withIssuer", noBrowser);
        }
        if (definition.captures().stream().anyMatch(rule -> rule.parameter().isPresent())) {
            throw Wrong.option("Capture.fromCallback", noBrowser);
        }
    }

    private static void checkGrant(OAuth2Definition definition) {
        Document document = definition.document();
        if (definition.grant().mints()) {
            refuse(
                    document,
                    DerivedToken.MEMBER,
                    "withResourceToken",
                    "the grant has no refresh token to make it of; declare a connection for each resource");
            refuse(
                    document,
                    "refresh_request",
                    "withRefreshRequest",
                    "the grant has no refresh token; use withTokenRequest");
        }
        if (definition.grant() == GrantType.CLIENT_CREDENTIALS
                && !definition.client().proves()) {
            throw Wrong.option(
                    "a public client",
                    "client credentials are for clients that can authenticate; use client(id, secret)");
        }
        if (definition.grant() != GrantType.DEVICE_CODE) {
            refuse(
                    document,
                    "device_authorization_endpoint",
                    "deviceAuthorizationEndpoint",
                    "only the device grant asks for device codes; remove it");
        } else if (!definition.server().isDiscovered() && !document.has("device_authorization_endpoint")) {
            throw Wrong.definition(
                    "endpoint_missing",
                    "the oauth2 service has no device_authorization_endpoint; state it, or the issuer alone");
        }
    }

    private static void refuse(Document document, String member, String option, String reasonAndFix) {
        if (document.has(member)) {
            throw Wrong.option(option, reasonAndFix);
        }
    }
}
