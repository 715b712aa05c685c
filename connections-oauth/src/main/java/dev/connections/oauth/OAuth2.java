package dev.connections.oauth;

import dev.connections.AuthorizationFlow;
import dev.connections.BasicCredential;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.internal.definition.DefinitionStages;

/**
 * Begins the definition of an OAuth 2.0 service, one required value after the other.
 *
 * <pre>{@code
 * OAuth2.authorizationCode()
 *     .authorizationEndpoint("https://acme.example/oauth/authorize")
 *     .tokenEndpoint("https://acme.example/oauth/token")
 *     .client("client-id", Secret.fromEnvironment("ACME_CLIENT_SECRET"))
 * }</pre>
 *
 * <p>What the last stage returns is complete; its {@code with…} methods say what the server does differently. Every
 * stage is immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749</a>
 */
public final class OAuth2 {
    private OAuth2() {}

    /**
     * Begins a service whose users authorize it in their browser: authorization code with PKCE.
     *
     * @return the stage that asks for the authorization endpoint or the issuer
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>
     */
    public static NeedsAuthorizationEndpoint authorizationCode() {
        return DefinitionStages.authorizationCode();
    }

    /**
     * Begins a service that the client uses in its own name, without a user: client credentials.
     *
     * @return the stage that asks for the token endpoint or the issuer
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
     */
    public static NeedsTokenServer<UnattendedFlow> clientCredentials() {
        return DefinitionStages.clientCredentials();
    }

    /**
     * Begins a service for devices without a browser: the user types a short code at the service's page.
     *
     * @return the stage that asks for the device authorization endpoint or the issuer
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8628">RFC 8628</a>
     */
    public static NeedsDeviceAuthorizationEndpoint device() {
        return DefinitionStages.device();
    }

    /**
     * Begins a service that gives a token for an assertion, signed by a key that it trusts: without a user at hand, often in
     * the name of one.
     *
     * @param assertion what is signed, and with what
     * @return the stage that asks for the token endpoint or the issuer
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-2.1">RFC 7523, section 2.1</a>
     */
    public static NeedsTokenServer<UnattendedFlow> jwtBearer(JwtAssertion assertion) {
        return DefinitionStages.jwtBearer(assertion);
    }

    /**
     * Begins a service that exchanges a token of a user, which you hold already, for one of its own.
     *
     * <p>What the service wants beside it ({@code audience}, {@code resource}, {@code requested_token_type}) is a
     * {@link TokenRequestFormat#withParameter}.
     *
     * @return the stage that asks for the token endpoint or the issuer
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8693">RFC 8693</a>
     */
    public static NeedsTokenServer<DirectFlow<SubjectToken>> tokenExchange() {
        return DefinitionStages.tokenExchange();
    }

    /**
     * Begins a service that takes a user's own password for a token. It shows the password to you, teaches the user to type
     * it anywhere, and knows no second factor; the standards forbid it. Only for services that offer nothing else.
     *
     * <p>The password is sent once and never stored: when the token has ended and the service gave no refresh token, the user
     * is asked again.
     *
     * @return the stage that asks for the token endpoint or the issuer
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-2.4">RFC 9700, section 2.4</a>
     */
    public static NeedsTokenServer<DirectFlow<BasicCredential>> passwordGrantThatExposesThePassword() {
        return DefinitionStages.password();
    }

    /** The stage that asks where the user's browser goes. */
    public interface NeedsAuthorizationEndpoint {
        /**
         * States the authorization endpoint.
         *
         * @param uri an absolute {@code https} URI; a query is kept, parameters of the protocol in it are refused
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https}) or its query holds {@code state}, {@code client_id} or another parameter that
         *     the SDK sends ({@code parameter_reserved})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749, section 3.1</a>
         */
        NeedsTokenEndpoint<RedirectFlow> authorizationEndpoint(String uri);

        /**
         * States the issuer; its metadata names the endpoints. Nothing is fetched before the first use.
         *
         * @param issuer the issuer identifier, an {@code https} URI without query, exactly as the metadata spells it
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-3">RFC 8414, section 3</a>
         */
        NeedsClient<RedirectFlow> issuer(String issuer);

        /**
         * Permits {@code http} on loopback addresses, for tests against a server in the same machine. Everything else
         * stays {@code https}.
         *
         * @return this stage, permitting it
         */
        NeedsAuthorizationEndpoint withPlainHttpForLoopbackTestsOnly();
    }

    /** The stage that asks where device codes come from. */
    public interface NeedsDeviceAuthorizationEndpoint {
        /**
         * States the device authorization endpoint.
         *
         * @param uri an absolute {@code https} URI
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.1">RFC 8628, section 3.1</a>
         */
        NeedsTokenEndpoint<DeviceFlow> deviceAuthorizationEndpoint(String uri);

        /**
         * States the issuer; see {@link NeedsAuthorizationEndpoint#issuer}.
         *
         * @param issuer the issuer identifier
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https})
         */
        NeedsClient<DeviceFlow> issuer(String issuer);

        /**
         * Permits {@code http} on loopback addresses; see
         * {@link NeedsAuthorizationEndpoint#withPlainHttpForLoopbackTestsOnly}.
         *
         * @return this stage, permitting it
         */
        NeedsDeviceAuthorizationEndpoint withPlainHttpForLoopbackTestsOnly();
    }

    /**
     * The stage that asks where codes and refresh tokens are exchanged.
     *
     * @param <F> the flow of the finished strategy
     */
    public interface NeedsTokenEndpoint<F extends AuthorizationFlow> {
        /**
         * States the token endpoint.
         *
         * @param uri an absolute {@code https} URI
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https})
         * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
         */
        NeedsClient<F> tokenEndpoint(String uri);
    }

    /**
     * The stage that asks for the token endpoint or for the issuer that names it.
     *
     * @param <F> the flow of the finished strategy
     */
    public interface NeedsTokenServer<F extends AuthorizationFlow> extends NeedsTokenEndpoint<F> {
        /**
         * States the issuer; see {@link NeedsAuthorizationEndpoint#issuer}.
         *
         * @param issuer the issuer identifier
         * @return the next stage
         * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
         *     {@code endpoint_not_https})
         */
        NeedsClient<F> issuer(String issuer);

        /**
         * Permits {@code http} on loopback addresses; see
         * {@link NeedsAuthorizationEndpoint#withPlainHttpForLoopbackTestsOnly}.
         *
         * @return this stage, permitting it
         */
        NeedsTokenServer<F> withPlainHttpForLoopbackTestsOnly();
    }

    /**
     * The stage that asks who the client is.
     *
     * @param <F> the flow of the finished strategy
     */
    public interface NeedsClient<F extends AuthorizationFlow> {
        /**
         * States a client with a secret. It authenticates with {@link ClientAuthentication#CLIENT_SECRET_BASIC} unless
         * {@link OAuth2Strategy#withClientAuthentication} or discovered metadata says otherwise.
         *
         * @param id the client id, as registered
         * @param secret the client secret
         * @return the finished strategy
         * @throws dev.connections.ConnectionConfigurationException if the id is blank or holds a control character
         *     ({@code client_id_malformed}), or the secret is blank ({@code client_secret_malformed})
         */
        OAuth2Strategy<F> client(String id, Secret secret);

        /**
         * States a client and how it authenticates.
         *
         * @param id the client id, as registered
         * @param authentication how it authenticates
         * @return the finished strategy
         * @throws dev.connections.ConnectionConfigurationException as {@link #client(String, Secret)}, and if the grant
         *     needs a client that can authenticate ({@code option_not_applicable})
         */
        OAuth2Strategy<F> client(String id, ClientAuthentication authentication);

        /**
         * States a client without a secret, such as a desktop tool; PKCE protects it.
         *
         * @param id the client id, as registered
         * @return the finished strategy
         * @throws dev.connections.ConnectionConfigurationException as {@link #client(String, ClientAuthentication)}
         * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.1">RFC 6749, section 2.1</a>
         */
        OAuth2Strategy<F> publicClient(String id);
    }
}
