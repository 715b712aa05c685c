package dev.connections.testing;

import dev.connections.ApiKeyCredential;
import dev.connections.AuthorizationFlow;
import dev.connections.BasicCredential;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.SubjectToken;
import dev.connections.testing.internal.provider.Providers;
import dev.connections.testing.internal.service.MockedService;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A third party's service on a loopback port: a protected resource and, for OAuth 2, a strict authorization server. Real
 * HTTP, no sleeps. Thread-safe.
 *
 * <pre>{@code
 * @RegisterExtension final MockService<RedirectFlow> crm = MockService.authorizationCode();
 *
 * var connection = connections.shared(crm.service().connection("CRM primary"));
 * crm.approve(connection, "alice@example.com");
 * }</pre>
 *
 * <p>It starts when it is first used. After each test it stops and forgets what it issued and received; its settings stay.
 * Without JUnit's extension mechanism call {@link #close()}.
 *
 * <p>Strict means: PKCE with S256 is demanded and verified; the redirect URI must be repeated exactly; a code works once,
 * and its second use revokes what the first one got; the client must authenticate, in one way only; a refresh token that
 * was rotated away and comes again revokes the whole grant. Time stands still at the service unless it is
 * {@link #timedBy} a clock: tokens then state a lifetime but end only by {@link #expireTokens()} or a revocation.
 *
 * <p>A mock that is named after a provider behaves as that provider does, not strictly by the standards. Its {@link #service}
 * is the entry of the catalogue, whose hosts are moved to loopback.
 *
 * <p>Every secret it issues begins with {@code CANARY-}, so that {@link SecretCanary} notices a printed one.
 *
 * @param <F> the flow that authorizes it
 */
public interface MockService<F extends AuthorizationFlow>
        extends MockConsent<F>, MockTerms<F>, MockTraffic, BeforeEachCallback, AfterEachCallback, AutoCloseable {
    /**
     * Returns a service with the authorization code grant and refresh tokens, which do not rotate unless told to: a refresh
     * response leaves {@code refresh_token} out.
     *
     * @return the service, not started yet
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>
     */
    static MockService<RedirectFlow> authorizationCode() {
        return MockedService.authorizationCode();
    }

    /** {@return an OpenID Provider (OpenID Connect Core), with the grants of {@link #authorizationCode()}; not started yet} */
    static MockOpenIdProvider openIdConnect() {
        return MockedService.openIdConnect();
    }

    /** {@return a service with the client credentials grant (RFC 6749, section 4.4), not started yet} */
    static MockService<UnattendedFlow> clientCredentials() {
        return MockedService.clientCredentials();
    }

    /** {@return a service with the device grant (RFC 8628); {@link #consent} takes {@code verificationUriComplete()}} */
    static MockService<DeviceFlow> device() {
        return MockedService.device();
    }

    /** {@return a service with the JWT bearer grant (RFC 7523) for the subject of the assertion, not started yet} */
    static MockService<UnattendedFlow> jwtBearer() {
        return MockedService.jwtBearer();
    }

    /** {@return a service with token exchange (RFC 8693), not started yet} */
    static MockService<DirectFlow<SubjectToken>> tokenExchange() {
        return MockedService.tokenExchange();
    }

    /** {@return a service with the password grant (RFC 6749, section 4.3), not started yet} */
    static MockService<DirectFlow<BasicCredential>> passwordGrant() {
        return MockedService.passwordGrant();
    }

    /** {@return a service that wants a user name, which is the account's name, and a password; not started yet} */
    static MockService<DirectFlow<BasicCredential>> basic() {
        return MockedService.basic();
    }

    /** {@return a service with OAuth 1.0a (RFC 5849), every signature method and transmission; not started yet} */
    static MockService<RedirectFlow> oauth1() {
        return MockedService.oauth1();
    }

    /** {@return a service that wants a key in the header {@code X-Api-Key}, not started yet} */
    static MockService<DirectFlow<ApiKeyCredential>> apiKey() {
        return MockedService.apiKey();
    }

    /** {@return Zoho CRM, with a client of the United States and an account in Europe: commas,
     * {@code access_type=offline}, data centre in the callback, {@code Zoho-oauthtoken}, errors with status 200, ten
     * access tokens in ten minutes. Not modelled: the cap on live refresh tokens
     * (<a href="https://zoho.com/accounts/protocol/oauth/token-limits.html">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> zoho() {
        return MockedService.like(Providers.zoho());
    }

    /** {@return Google: a refresh token by {@code access_type=offline}, and after the first consent by
     * {@code prompt=consent}. Not modelled: ID tokens, the cap of live refresh tokens, seven days of apps in testing
     * (<a href="https://developers.google.com/identity/protocols/oauth2">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> google() {
        return MockedService.like(Providers.google());
    }

    /** {@return Microsoft Entra: {@code offline_access} for a refresh token, which is replaced silently. Not
     * modelled: ID tokens, several resources, admin consent
     * (<a href="https://learn.microsoft.com/en-us/entra/identity-platform/refresh-tokens">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> microsoft() {
        return MockedService.like(Providers.microsoft());
    }

    /** {@return GitHub: a form unless JSON is asked for, errors with status 200, commas in what was granted, no
     * expiry. With {@link #rotatingRefreshTokens} a GitHub App whose tokens expire. Not modelled: installation tokens
     * (<a href="https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> github() {
        return MockedService.like(Providers.github());
    }

    /** {@return Slack: {@code ok} tells success, commas, a bot's token and by {@code user_scope} a user's. With
     * {@link #rotatingRefreshTokens} tokens live 12 hours and rotate one by one. Not modelled: organisation-wide
     * installs
     * (<a href="https://docs.slack.dev/authentication/using-token-rotation">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> slack() {
        return MockedService.like(Providers.slack());
    }

    /** {@return Salesforce: no {@code expires_in}, {@code instance_url}, rotation, an expired session told by
     * {@code INVALID_SESSION_ID} (SOAP: with status 500). Not modelled: introspection, identity URL
     * (<a href="https://help.salesforce.com/s/articleView?id=005316711">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> salesforce() {
        return MockedService.like(Providers.salesforce());
    }

    /** {@return HubSpot: half-hour tokens and one refresh token for good. Not modelled: optional scopes,
     * introspection
     * (<a href="https://developers.hubspot.com/changelog/new-oauth-v3-api-endpoints-and-standardized-error-responses">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> hubspot() {
        return MockedService.like(Providers.hubspot());
    }

    /** {@return Shopify with the shop {@code acme}: commas, {@code X-Shopify-Access-Token}, no {@code token_type}, a
     * signed callback, and tokens that expire by {@code expiring=1}. Not modelled: online tokens, token exchange
     * (<a href="https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> shopify() {
        return MockedService.like(Providers.shopify());
    }

    /** {@return Notion: Basic and a JSON body, {@code owner=user}, the header {@code Notion-Version}, rotation, no
     * expiry. Not modelled: page templates
     * (<a href="https://developers.notion.com/reference/refresh-a-token">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> notion() {
        return MockedService.like(Providers.notion());
    }

    /** {@return Xero: half-hour tokens, rotation with half an hour of grace, {@code Xero-Tenant-Id} below
     * {@code api.xro}. Not modelled: ID tokens
     * (<a href="https://github.com/XeroAPI/xero-node/releases/tag/4.10.1">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> xero() {
        return MockedService.like(Providers.xero());
    }

    /** {@return QuickBooks: Basic, {@code realmId} in the callback alone, a refresh token that is replaced once a
     * day. Not modelled: OpenID Connect, JSON revocation
     * (<a href="https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> quickbooks() {
        return MockedService.like(Providers.quickbooks());
    }

    /** {@return Atlassian: {@code audience} and {@code prompt=consent}, {@code offline_access}, rotation with ten
     * minutes of grace, {@code invalid_grant} with status 403. Not modelled: the end after 365 days
     * (<a href="https://developer.atlassian.com/cloud/oauth/getting-started/refresh-tokens">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> atlassian() {
        return MockedService.like(Providers.atlassian());
    }

    /** {@return Dropbox: {@code token_access_type=offline}, the client's secret in one place, revocation by access
     * token. Not modelled: team spaces
     * (<a href="https://dropbox.tech/developers/using-oauth-2-0-with-offline-access">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> dropbox() {
        return MockedService.like(Providers.dropbox());
    }

    /** {@return LinkedIn for a partner with refresh tokens (others: {@link #issuingNoRefreshTokens}): no PKCE, no
     * {@code token_type}. Not modelled: the header of versioned APIs, the end of a refresh token after a year
     * (<a href="https://learn.microsoft.com/en-us/linkedin/shared/authentication/programmatic-refresh-tokens">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> linkedin() {
        return MockedService.like(Providers.linkedin());
    }

    /** {@return X: PKCE, Basic, {@code offline.access}, refresh tokens that work once, {@code invalid_request} for a
     * dead one. Not modelled: OAuth 1
     * (<a href="https://github.com/plhery/node-twitter-api-v2/issues/496">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> x() {
        return MockedService.like(Providers.x());
    }

    /** {@return Stripe Connect: tokens without end, and a refresh token. Not modelled: deauthorization, Stripe Apps
     * (<a href="https://docs.stripe.com/connect/oauth-reference">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> stripe() {
        return MockedService.like(Providers.stripe());
    }

    /** {@return PayPal: Basic, {@code expires_in} as a text. Not modelled: ID tokens
     * (<a href="https://developer.paypal.com/docs/api/reference/get-an-access-token/">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> paypal() {
        return MockedService.like(Providers.paypal());
    }

    /** {@return Airtable: PKCE, Basic alone, refresh tokens that work once and end all when used again. Not modelled:
     * the end of a refresh token after 60 days
     * (<a href="https://airtable.com/developers/web/api/oauth-reference">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> airtable() {
        return MockedService.like(Providers.airtable());
    }

    /** {@return Facebook: a token is exchanged for a new one, errors are objects, an expired token is told with
     * status 400. Not modelled: short-lived tokens, {@code appsecret_proof}
     * (<a href="https://developers.facebook.com/docs/facebook-login/access-tokens/debugging-and-error-handling">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> facebook() {
        return MockedService.like(Providers.facebook());
    }

    /** {@return TikTok for web applications: {@code client_key}, commas that are not encoded, paths that end in a
     * slash. Not modelled: PKCE of desktop applications, business accounts
     * (<a href="https://developers.tiktok.com/doc/oauth-user-access-token-management">source</a>, read 2026-11-20)} */
    static MockService<RedirectFlow> tiktok() {
        return MockedService.like(Providers.tiktok());
    }

    /** {@return the definition of this service, complete with client and endpoints; plain http on loopback} */
    Service<F> service();

    /**
     * Returns the URI of a protected resource, where {@code connection.resolve(path)} leads too. Every path exists.
     *
     * @param path a path with optional query, such as {@code leads}
     * @return the URI
     */
    URI resource(String path);

    /** {@return the issuer, whose metadata lies at both well-known places (RFC 8414, OpenID Connect Discovery)} */
    URI issuer();

    /**
     * Returns where an endpoint is, for a definition of your own.
     *
     * @param endpoint the endpoint
     * @return its URI
     * @throws IllegalStateException if this kind of service has no such endpoint
     */
    URI endpoint(Endpoint endpoint);

    /** Stops the service and forgets what it issued and received. The next use starts it again, on another port. */
    @Override
    void close();

    /**
     * Does nothing: the service starts when it is used.
     *
     * @param context the test
     */
    @Override
    default void beforeEach(ExtensionContext context) {}

    /**
     * Closes the service.
     *
     * @param context the test
     */
    @Override
    default void afterEach(ExtensionContext context) {
        close();
    }

    /** Where a request goes. */
    enum Endpoint {
        /** The authorization endpoint with its consent page. */
        AUTHORIZATION,
        /** The pushed authorization request endpoint (RFC 9126); a request that is not pushed is served too. */
        PUSHED_AUTHORIZATION,
        /** The token endpoint. */
        TOKEN,
        /** The revocation endpoint. */
        REVOCATION,
        /** The request token endpoint of OAuth 1. */
        REQUEST_TOKEN,
        /** The device authorization endpoint. */
        DEVICE_AUTHORIZATION,
        /** Both well-known places of the metadata (RFC 8414, OpenID Connect Discovery). */
        METADATA,
        /** The public keys, as a JSON Web Key Set. */
        KEYS,
        /** The introspection endpoint (RFC 7662); the definition of {@link #service} does not name it. */
        INTROSPECTION,
        /** The user info endpoint (OpenID Connect). */
        USER_INFO,
        /** Every protected resource. */
        RESOURCE
    }

    /** What can happen to a request. Except where it says so, the service has done nothing of what it was asked for. */
    enum Fault {
        /** 503 without {@code Retry-After}. */
        UNAVAILABLE,
        /** 429 with {@code Retry-After: 7}. */
        RATE_LIMITED,
        /** The connection stays open and nothing comes until the service stops. */
        HANG,
        /** The service does what it was asked for, then closes the connection before a byte of the answer. */
        RESET_AFTER_COMMIT,
        /** 200 with an HTML page, as a captive portal sends. */
        HTML,
        /** 200 without a body. */
        EMPTY,
        /** 200 with JSON whose {@code expires_in} is a number of 900 000 digits. */
        HOSTILE_JSON,
        /** {@code use_dpop_nonce}: this and later proofs at the endpoint need its nonce (RFC 9449, sections 8 and 9). */
        DPOP_NONCE,
        /** 400 {@code invalid_grant}, though the grant lives on. */
        INVALID_GRANT
    }

    /** A request that is kept waiting. */
    interface Hold {
        /**
         * Waits until the request is there. Blocks.
         *
         * @throws IllegalStateException if none comes within 10 seconds, or the thread is interrupted
         */
        void awaitArrival();

        /** Lets the request go on. Idempotent; may come before it arrives. */
        void release();
    }

    /** What the service received. Immutable; prints no secret. */
    interface ReceivedRequest {
        /** {@return the HTTP method} */
        String method();

        /** {@return the path, without query} */
        String path();

        /** {@return the parameters of query and form by name; secrets read {@code Secret[redacted]}} */
        Map<String, String> parameters();

        /** {@return the status of the answer, 0 if there was none} */
        int status();

        /** {@return whether the service did what it was asked for} */
        boolean accepted();

        /**
         * Tells whether a secret was in the request, in clear or encoded: anywhere in its target, headers and body.
         *
         * @param secret the secret
         * @return whether it was
         */
        boolean carried(Secret secret);
    }

    /** A request to the token endpoint. */
    interface TokenRequest extends ReceivedRequest {
        /** {@return the {@code grant_type}, empty if it was missing} */
        String grantType();

        /** {@return the {@code error} that was answered, empty if none was (RFC 6749, section 5.2)} */
        String error();
    }
}
