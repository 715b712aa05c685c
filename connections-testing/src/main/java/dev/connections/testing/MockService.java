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
import dev.connections.testing.internal.service.MockedService;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
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
 * <p>Every secret it issues begins with {@code CANARY-}, so that {@link SecretCanary} notices a printed one.
 *
 * @param <F> the flow that authorizes it
 */
public interface MockService<F extends AuthorizationFlow>
        extends MockConsent<F>, BeforeEachCallback, AfterEachCallback, AutoCloseable {
    /** How long access tokens live unless {@link #tokensLiving} says otherwise. */
    Duration DEFAULT_TOKEN_LIFETIME = Duration.ofHours(1);

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

    /**
     * Replaces the refresh token at each refresh. The former one works until the grace is over and then gives the same
     * successor; after that its use revokes the grant.
     *
     * @param grace how long the former token still works, by the service's clock; zero for not at all
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    MockService<F> rotatingRefreshTokens(Duration grace);

    /**
     * Issues access tokens without refresh tokens from now on, as some services do.
     *
     * @return this
     */
    MockService<F> issuingNoRefreshTokens();

    /**
     * Sets how long access tokens live that are issued from now on; {@link #DEFAULT_TOKEN_LIFETIME} unless set.
     *
     * @param lifetime at least a second
     * @return this
     * @throws IllegalArgumentException if it is shorter
     */
    MockService<F> tokensLiving(Duration lifetime);

    /**
     * Leaves {@code expires_in} out of token responses from now on, as some services do.
     *
     * @return this
     */
    MockService<F> hidingTokenLifetimes();

    /**
     * Lets codes, access tokens and the grace of rotated tokens end by a clock.
     *
     * @param clock the service's clock; give a {@link MutableClock} to both sides, or one to each to let them differ
     * @return this
     */
    MockService<F> timedBy(Clock clock);

    /**
     * Sets what a resource answers to an authorized request; the account and the path unless set.
     *
     * @param path the resource's path, as in {@link #resource}
     * @param json the body
     * @return this
     */
    MockService<F> serving(String path, String json);

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

    /**
     * {@return the id of the registered client, which authenticates by {@code client_secret_basic},
     * {@code client_secret_post}, {@code client_secret_jwt} or {@code private_key_jwt}}
     */
    String clientId();

    /** {@return that client's secret; it holds characters that must be encoded} */
    Secret clientSecret();

    /** {@return that client's RSA private key as PKCS#8 in PEM, for what it signs instead of using its secret} */
    Secret clientKey();

    /** {@return the id of the registered client that has no secret} */
    String publicClientId();

    /**
     * Returns what the service accepts from an account now: the newest access token, the password or the key.
     *
     * @param account the account's name
     * @return the secret; for Basic and API key it is made at the first ask
     * @throws IllegalStateException if the account has no token
     */
    Secret secretOf(String account);

    /**
     * Lets the next request fail: at the token endpoint, or at the resource for a service without one. Several faults queue.
     *
     * @param fault what happens
     */
    void failNext(Fault fault);

    /**
     * Lets the next request to an endpoint fail.
     *
     * @param endpoint the endpoint
     * @param fault what happens
     */
    void failNext(Endpoint endpoint, Fault fault);

    /**
     * Keeps the next request to an endpoint waiting until it is released or the service stops.
     *
     * @param endpoint the endpoint
     * @return the handle to wait for its arrival and to release it
     */
    Hold holdNext(Endpoint endpoint);

    /** Ends every access token before its time: the resource answers 401 {@code invalid_token}. Refresh tokens live on. */
    void expireTokens();

    /**
     * Ends everything an account granted, as its owner can at the service: tokens, refresh tokens, password, key.
     *
     * @param account the account's name
     */
    void revokeAtService(String account);

    /** {@return the requests to the token endpoint, in the order they were answered} */
    List<TokenRequest> tokenRequests();

    /** {@return every request to any place of this service, in the order they were answered: a list that says nothing else came} */
    List<ReceivedRequest> requests();

    /** {@return the requests to protected resources, in the order they were answered} */
    List<ReceivedRequest> resourceRequests();

    /** {@return the requests to the revocation endpoint, in the order they were answered (RFC 7009)} */
    List<ReceivedRequest> revocationRequests();

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
