package dev.connections.oauth.internal.definition;

import dev.connections.oauth.AccountChoice;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.Capture;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.TokenRenewal;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.definition.OAuth2Definition.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each option of a definition as the change of its document. */
public final class Options {
    static final String TOKEN_UPGRADE = "token_upgrade";
    static final String REVOCATION_REQUEST = "revocation_request";

    private Options() {}

    /** Where and how tokens are ended. */
    public static Change revocation(String uri, boolean byAccessToken) {
        Document revocation = Document.EMPTY.with("endpoint", uri);
        return set("revocation", byAccessToken ? revocation.with("by_access_token", true) : revocation);
    }

    /** How the secret is sent. */
    public static Change clientAuthentication(ClientAuthentication.Method method) {
        return set("client_authentication", method.registeredName());
    }

    /** Where the client is registered. */
    public static Change console(String uri) {
        return set("console", uri);
    }

    /** What stands between two scopes. */
    public static Change scopeDelimiter(String delimiter) {
        return set("scope_delimiter", delimiter);
    }

    /** Scopes that are always asked for. */
    public static Change addedScopes(String... scopes) {
        return document -> {
            Document copy = document;
            for (String each : scopes) {
                copy = copy.withLast("added_scopes", each);
            }
            return copy;
        };
    }

    /** Whether scopes add up. */
    public static Change incrementalConsent() {
        return set(AuthorizationFormat.INCREMENTAL, true);
    }

    /** Where authorization requests are pushed. */
    public static Change pushedRequests(String uri) {
        return set(ServerFormat.PUSHED, uri);
    }

    /** Requests signed with the client's key. */
    public static Change requestObject() {
        return RequestObjectFormat.withClientKey();
    }

    /** Requests signed with a key of their own, which is kept apart from the document. */
    public static OAuth2Definition requestObject(OAuth2Definition definition, JwtAssertion assertion) {
        return RequestObjectFormat.with(definition, assertion);
    }

    /** The resource servers that tokens are for. */
    public static Change resources(String... resources) {
        return document -> {
            Document copy = document;
            for (String each : resources) {
                copy = copy.withLast("resources", each);
            }
            return copy;
        };
    }

    /** A token that is made of the main one. */
    public static Change derivedToken(String name, String resource, String... scopes) {
        var texts = new ArrayList<String>();
        texts.add(resource);
        texts.addAll(List.of(scopes));
        return document -> document.withEntry(DerivedToken.MEMBER, name, texts);
    }

    /** A fixed parameter of authorization requests. */
    public static Change authorizationParameter(String name, String value) {
        return document -> document.withEntry("authorization_parameters", name, value);
    }

    /** A parameter of authorization requests that is computed for each. */
    public static Change computedAuthorizationParameter(String name, String formula) {
        return document -> document.withEntry(AuthorizationFormat.COMPUTED, name, formula);
    }

    /** A header of requests to the API that is computed for each. */
    public static Change computedHeader(String name, String formula) {
        return document -> document.withEntry(Formulas.HEADERS, name, formula);
    }

    /** What a person chooses of an account. */
    public static Change choice(AccountChoice choice) {
        return set(ChoiceRule.MEMBER, Wrong.own(ChoiceRule.class, choice).document());
    }

    /** How tokens are renewed. */
    public static Change renewal(TokenRenewal renewal) {
        return set(RenewalRule.MEMBER, Wrong.own(RenewalRule.class, renewal).document());
    }

    /** One more response that says that a token has expired. */
    public static Change expiredTest(int status, String... texts) {
        return document -> document.withLast(ExpiredTest.MEMBER, ExpiredTest.document(status, texts));
    }

    /** A token in the query, and why. */
    public static Change tokenInQuery(String name, String reason, String source) {
        return set(TokenQuery.MEMBER, TokenQuery.document(name, reason, source));
    }

    /** The format of the requests that end tokens. */
    public static Change revocationRequest(TokenRequestFormat format) {
        return set(REVOCATION_REQUEST, Wrong.own(RequestFormat.class, format).document());
    }

    /** The format of token requests. */
    public static Change tokenRequest(TokenRequestFormat format) {
        return set("token_request", Wrong.own(RequestFormat.class, format).document());
    }

    /** The format of refresh requests. */
    public static Change refreshRequest(TokenRequestFormat format) {
        return set("refresh_request", Wrong.own(RequestFormat.class, format).document());
    }

    /** The request that makes a token live longer. */
    public static Change tokenUpgrade(TokenRequestFormat format) {
        return set(TOKEN_UPGRADE, Wrong.own(RequestFormat.class, format).document());
    }

    /** The format of token responses. */
    public static Change tokenResponse(TokenResponseFormat format) {
        return set("token_response", Wrong.own(ResponseFormat.class, format).document());
    }

    /** How long before their expiry tokens are renewed. */
    public static Change refreshMargin(Duration margin) {
        return set("refresh_margin", margin.toString());
    }

    /** How requests carry the token. */
    public static Change authorizationHeader(String format) {
        return set("authorization_header", format);
    }

    /** Tokens that are bound to a key. */
    public static Change dpop(String algorithm) {
        return set(ProofFormat.MEMBER, ProofFormat.of(algorithm));
    }

    /** All that FAPI 2.0 wants. */
    public static Change fapi2() {
        return set(Fapi2.MEMBER, true);
    }

    /** The header that carries the token, and how. */
    public static Change tokenHeader(String name, String format) {
        return document -> document.with(HeaderFormat.MEMBER, name).with("authorization_header", format);
    }

    /** The format of authorization requests. */
    public static Change authorizationRequest(AuthorizationRequestFormat format) {
        return set(RequestNames.MEMBER, Wrong.own(RequestNames.class, format).document());
    }

    /** The issuer that callbacks must name. */
    public static Change issuer(String issuer) {
        return document -> {
            if (!document.text("issuer").orElse(issuer).equals(issuer)) {
                throw Wrong.option("withIssuer", "the definition began with another issuer; begin it with this one");
            }
            return document.with("issuer", issuer);
        };
    }

    /** An ID token that says who the user is. */
    public static Change openIdConnect(Optional<String> jwksUri) {
        return document -> {
            Document keys =
                    jwksUri.map(uri -> Document.EMPTY.with("jwks_uri", uri)).orElse(Document.EMPTY);
            boolean asked = document.textList("added_scopes").contains("openid");
            return (asked ? document : document.withLast("added_scopes", "openid")).with(ServerFormat.OPEN_ID, keys);
        };
    }

    /** Where a user's name can be asked for. */
    public static Change userInfo(String uri) {
        return set(ServerFormat.USER_INFO, uri);
    }

    /** Where the server says whether a token is good. */
    public static Change introspection(String uri) {
        return set(ServerFormat.INTROSPECTION, uri);
    }

    /** One more value to keep. */
    public static Change capture(Capture capture) {
        Document rule = Wrong.own(CaptureRule.class, capture).document();
        return document -> document.withLast("captures", rule);
    }

    /** No PKCE, and why. */
    public static Change noPkce(String reason, String source) {
        return set("pkce", PkceMode.deviation(PkceMode.Method.OFF, reason, source));
    }

    /** The verifier as its own challenge, and why. */
    public static Change plainPkce(String reason, String source) {
        return set("pkce", PkceMode.deviation(PkceMode.Method.PLAIN, reason, source));
    }

    private static Change set(String member, Object value) {
        return document -> document.with(member, value);
    }
}
