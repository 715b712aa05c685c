package dev.connections.oauth.internal.definition;

import dev.connections.spi.Endpoints;
import java.net.URI;
import java.util.Optional;

/**
 * What a definition says about the authorization server.
 *
 * @param plainHttp whether http on loopback is permitted, for tests
 * @param showsCertificate whether the client shows a certificate, for which some servers have endpoints of their own
 * @param fapi2 whether all that FAPI 2.0 wants is demanded of the server
 * @param bindsByCertificate whether the server must bind tokens to the certificate, for nothing else does
 * @param identifies whether an ID token says who the user is
 * @param issuer the issuer identifier, as written
 * @param authorizationEndpoint where browsers go
 * @param tokenEndpoint where codes and refresh tokens go; without it the issuer's metadata tells
 * @param deviceAuthorizationEndpoint where device codes come from
 * @param pushedRequests where authorization requests are pushed
 * @param keys where the keys are that sign ID tokens
 * @param userInfo where a user's name can be asked for
 * @param introspection where the server says whether a token is good
 * @param revocation where tokens are ended
 */
public record ServerFormat(
        boolean plainHttp,
        boolean showsCertificate,
        boolean fapi2,
        boolean bindsByCertificate,
        boolean identifies,
        Optional<String> issuer,
        Optional<URI> authorizationEndpoint,
        Optional<URI> tokenEndpoint,
        Optional<URI> deviceAuthorizationEndpoint,
        Optional<URI> pushedRequests,
        Optional<URI> keys,
        Optional<URI> userInfo,
        Optional<URI> introspection,
        Optional<Revocation> revocation) {
    static final String OPEN_ID = "openid_connect";
    static final String USER_INFO = "userinfo_endpoint";
    private static final String PLAIN_HTTP = "plain_http_for_loopback_tests_only";
    static final String INTROSPECTION = "introspection_endpoint";
    static final String PUSHED = "pushed_authorization_request_endpoint";

    static ServerFormat of(Document document) {
        boolean plainHttp = document.flag(PLAIN_HTTP);
        return new ServerFormat(
                plainHttp,
                document.has(ClientCertificate.MEMBER),
                Fapi2.is(document),
                Fapi2.is(document) && document.has(ClientCertificate.MEMBER) && !document.has(ProofFormat.MEMBER),
                document.has(OPEN_ID),
                document.text("issuer").map(issuer -> issuer(issuer, plainHttp)),
                document.text("authorization_endpoint").map(uri -> endpoint(uri, "authorization endpoint", plainHttp)),
                document.text("token_endpoint").map(uri -> endpoint(uri, "token endpoint", plainHttp)),
                document.text("device_authorization_endpoint")
                        .map(uri -> endpoint(uri, "device authorization endpoint", plainHttp)),
                document.text(PUSHED).map(uri -> endpoint(uri, "pushed authorization request endpoint", plainHttp)),
                document.object(OPEN_ID).text("jwks_uri").map(uri -> endpoint(uri, "jwks uri", plainHttp)),
                document.text(USER_INFO).map(uri -> endpoint(uri, "userinfo endpoint", plainHttp)),
                document.text(INTROSPECTION).map(uri -> endpoint(uri, "introspection endpoint", plainHttp)),
                document.has("revocation")
                        ? Optional.of(Revocation.of(document.object("revocation"), plainHttp))
                        : Optional.empty());
    }

    /** Returns a server of which nothing is known but its issuer. */
    public static ServerFormat discovered(String issuer, boolean plainHttp) {
        Document document = Document.EMPTY.with("issuer", issuer);
        return of(plainHttp ? document.with(PLAIN_HTTP, true) : document);
    }

    /** Tells whether the endpoints come from the issuer's metadata. */
    public boolean isDiscovered() {
        return tokenEndpoint.isEmpty();
    }

    /** Parses an endpoint as everywhere: what is returned is what is sent. */
    public static URI endpoint(String uri, String what, boolean plainHttp) {
        return plainHttp ? Endpoints.httpsOrLoopback(uri, what) : Endpoints.https(uri, what);
    }

    private static String issuer(String issuer, boolean plainHttp) {
        if (endpoint(issuer, "issuer", plainHttp).getRawQuery() != null) {
            throw Wrong.definition(
                    "endpoint_malformed",
                    "the issuer \"" + issuer + "\" has a query; write it as the server's metadata does (RFC 8414)");
        }
        return issuer;
    }

    /**
     * How tokens are ended.
     *
     * @param endpoint where
     * @param byAccessToken whether the access token authorizes an empty request, instead of RFC 7009
     */
    public record Revocation(URI endpoint, boolean byAccessToken) {
        static Revocation of(Document document, boolean plainHttp) {
            return new Revocation(
                    ServerFormat.endpoint(document.requiredText("endpoint"), "revocation endpoint", plainHttp),
                    document.flag("by_access_token"));
        }
    }
}
