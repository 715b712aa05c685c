package dev.connections.oauth;

import dev.connections.AuthorizationFlow;
import dev.connections.CheckReturnValue;
import dev.connections.spi.CredentialStrategy;
import java.time.Duration;

/**
 * OAuth 2.0 with one server: complete as it is, and every {@code with…} says one thing that the server does differently.
 * Immutable, thread-safe; authentication type {@code oauth2}.
 *
 * <p>An option that the grant cannot use is refused with {@code option_not_applicable}.
 *
 * @param <F> the flow: {@link dev.connections.RedirectFlow} for authorization code,
 *     {@link dev.connections.UnattendedFlow} for client credentials and JWT bearer, {@link dev.connections.DeviceFlow} for devices,
 *     {@link dev.connections.DirectFlow} for what is typed or handed in
 */
public interface OAuth2Strategy<F extends AuthorizationFlow>
        extends CredentialStrategy<OAuth2Token, F>, DialectOptions<F> {
    /**
     * Returns a copy that ends tokens at a revocation endpoint.
     *
     * @param uri an absolute {@code https} URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
     *     {@code endpoint_not_https})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRevocationEndpoint(String uri);

    /**
     * Returns a copy that has {@link dev.connections.AuthorizedConnection#test()} ask this endpoint whether the access token is
     * good, where the service has neither probe nor identity request. A server whose metadata names one is asked so anyway.
     *
     * @param uri an absolute {@code https} URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withRevocationEndpoint}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7662">RFC 7662</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withIntrospectionEndpoint(String uri);

    /**
     * Returns a copy whose client sends its secret in a stated way; otherwise {@code client_secret_basic}, or
     * {@code client_secret_post} where discovered metadata knows only that.
     *
     * @param method one of the constants of {@link ClientAuthentication}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the client has no secret
     *     ({@code option_not_applicable}), or one too short to sign with ({@code client_secret_malformed})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withClientAuthentication(ClientAuthentication.Method method);

    /**
     * Returns a copy that knows where clients are registered at the service. Errors that somebody must mend there name the page:
     * a redirect URI that is not registered, a wrong secret, a scope that is not enabled. Default services know theirs.
     *
     * @param uri an absolute {@code https} URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
     *     {@code endpoint_not_https})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withConsole(String uri);

    /**
     * Returns a copy that always asks for these scopes too, such as {@code offline_access}; they are not the
     * connection's and appear in no manifest.
     *
     * @param scopes the scopes, beside those given before
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if one is no scope of RFC 6749 ({@code scope_malformed})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withAddedScopes(String... scopes);

    /**
     * Returns a copy for a server where scopes add up: what a user consents to comes on top of what they consented to before,
     * in one token. A reconnect that needs more scopes then asks the user for these alone, and for all again where none is
     * missing. Some servers want to be told with each request: Google with {@code withAuthorizationParameter(
     * "include_granted_scopes", "true")}.
     *
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the grant has no authorization endpoint
     *     ({@code option_not_applicable})
     * @see <a href="https://developers.google.com/identity/protocols/oauth2/web-server#incrementalAuth">Google, Incremental
     *     authorization, read 2026-11-20</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withIncrementalConsent();

    /**
     * Returns a copy that pushes its authorization requests to the server first, so that the browser carries nothing but the
     * client id and a reference. Beginning an authorization then asks the server, and fails where that refuses the request.
     * A server whose metadata requires it is served so anyway.
     *
     * @param uri an absolute {@code https} URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
     *     {@code endpoint_not_https}), or the grant has no authorization endpoint ({@code option_not_applicable})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9126">RFC 9126</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withPushedAuthorizationRequests(String uri);

    /**
     * {@return a copy as {@link #withRequestObject(JwtAssertion)}, signing with the client's own key; a client without one is
     * {@code option_not_applicable}}
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRequestObject();

    /**
     * Returns a copy that signs its authorization requests, so that nobody on their way can change them: all parameters are
     * claims of one signed token, good for 60 seconds, which the browser carries with nothing but the client id beside it.
     * Pushed requests are signed too.
     *
     * <p>Issuer is the client id, audience the server's issuer, unless the assertion says otherwise.
     *
     * @param assertion the key, and what else is said; no subject, and no scope claim
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the server's issuer is not stated and the assertion has no
     *     audience, or the grant has no authorization endpoint ({@code option_not_applicable}), or if a parameter of
     *     {@link #withAuthorizationParameter} cannot be a claim ({@code parameter_malformed})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9101">RFC 9101</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRequestObject(JwtAssertion assertion);

    /**
     * Returns a copy that says which resource servers its tokens are for, in authorization and token requests alike.
     *
     * @param resources absolute URIs without fragment, beside those given before
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if one is none ({@code resource_malformed})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2">RFC 8707, section 2</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withResources(String... resources);

    /**
     * Returns a copy whose accounts have one more token, {@code connection.token(name)}, for another resource server: made with the
     * account's refresh token when it is first asked for, and again when it expires or this description changes. For services
     * where a token is good for one resource alone.
     *
     * @param name its name: 1 to 50 of a-z, 0-9 and _, and not {@code default}
     * @param resource what the token is for, an absolute URI without fragment, sent as {@code resource}
     * @param scopes what it may do; none for what the server gives
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the name cannot be used ({@code token_unknown}), the
     *     resource or a scope cannot be sent ({@code resource_malformed}, {@code scope_malformed}), or the grant has no
     *     refresh token ({@code option_not_applicable})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2.2">RFC 8707, section 2.2</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withResourceToken(String name, String resource, String... scopes);

    /**
     * Returns a copy as {@link #withResourceToken}, for a server that knows a token's resource by its scopes, as Microsoft's does.
     *
     * @param name as there
     * @param scope what the token may do, such as {@code https://graph.microsoft.com/.default}
     * @param more further scopes of the same resource
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withResourceToken}
     * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/scopes-oidc">Microsoft, scopes and permissions, read
     *     2026-11-20</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withScopeToken(String name, String scope, String... more);

    /**
     * Returns a copy that renews tokens at another time than 4 minutes before they expire.
     *
     * @param margin how long before; not negative
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is negative ({@code duration_malformed})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRefreshMargin(Duration margin);

    /** {@return a copy as {@link #withDpop(String)}, signing with {@code ES256}; errors as there} */
    @CheckReturnValue
    OAuth2Strategy<F> withDpop();

    /**
     * Returns a copy whose tokens are of no use without a key that only this authorization has (DPoP).
     *
     * <p>The key is made with the first token request and stored with the tokens, as sealed as they are. Every request carries
     * a new proof, signed for its method and target: these credentials are made per request, so that
     * {@code credentialsFor(URI)} refuses them ({@code method_required}). Nonces of the servers are kept and sent; a request
     * that a server refuses for its nonce or its time alone is repeated once. A token that is not bound although it was asked
     * for is refused ({@code token_not_bound}).
     *
     * @param algorithm what proofs are signed with: {@code ES256}, {@code ES384}, {@code ES512}, {@code PS256}, {@code PS384},
     *     {@code PS512}, {@code RS256} or {@code EdDSA} (Ed25519)
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if there are no keys for it ({@code algorithm_unknown}), or there
     *     is an {@link #withAuthorizationHeader authorization header} of its own ({@code option_not_applicable})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-4.2">RFC 9449, section 4.2</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withDpop(String algorithm);

    /**
     * Returns a copy that keeps to the FAPI 2.0 Security Profile: one switch for all that it demands of a client.
     *
     * <p>Authorization requests are pushed, and the browser carries a reference alone; PKCE is S256; tokens are bound, by
     * {@link #withDpop() DPoP} unless the client shows a certificate to a server that binds to it; every callback must name the
     * issuer; RSA keys sign with {@code PS256}, EC keys with {@code ES256}, Ed25519 keys with {@code EdDSA}; ID tokens are taken
     * with {@code PS256} and {@code ES256} alone. Endpoints come from the issuer's metadata.
     *
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if something of the definition contradicts it
     *     ({@code fapi_requires}): another client authentication than
     *     {@link ClientAuthentication#privateKeyJwt(JwtAssertion) private_key_jwt} for the issuer or
     *     {@link ClientAuthentication#mutualTls mutual TLS}, an endpoint that is stated, a deviation from PKCE, another header,
     *     another algorithm, a shorter key, the password grant
     * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html">FAPI 2.0 Security Profile</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withFapi2();

    /**
     * Returns a copy that knows the server's issuer without asking for its metadata: a callback that names another is
     * refused. Without it the issuer in a callback must share the authorization endpoint's origin.
     *
     * @param issuer the issuer identifier
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
     *     {@code endpoint_not_https}), the definition began with another issuer, or the grant has no callback
     *     ({@code option_not_applicable})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9207#section-2.4">RFC 9207, section 2.4</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withIssuer(String issuer);

    /**
     * Returns a copy that learns from an ID token who the user is, with the keys that the issuer's metadata names: asks for
     * {@code openid}, sends a nonce, checks signature and claims, and takes {@code sub} for the account's id. An authorization
     * without a good ID token is refused ({@code id_token_missing}, {@code id_token_malformed}, {@code id_token_signature},
     * {@code id_token_claims}), and nothing of it is used. The ID token of a later refresh must be
     * about the same user ({@code subject_differs}), else the authorization is put on SECURITY_HOLD and the renewed token kept.
     * A fixed parameter {@code max_age} is checked too.
     *
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the definition did not begin with an issuer, sends no PKCE
     *     or has no browser ({@code option_not_applicable})
     * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
     *     3.1.3.7</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withOpenIdConnect();

    /**
     * Returns a copy as {@link #withOpenIdConnect()}, for a definition that states its endpoints; state the issuer with
     * {@link #withIssuer} first.
     *
     * @param jwksUri where the server's keys are, an absolute {@code https} URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withOpenIdConnect()}, and if the URI cannot be used
     *     ({@code endpoint_malformed}, {@code endpoint_not_https})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withOpenIdConnect(String jwksUri);

    /**
     * Returns a copy that asks where the user's name is, if the ID token does not say: once, when the authorization is
     * completed. A server whose metadata names a userinfo endpoint is asked so anyway. An answer about another user than the ID
     * token's ends the authorization ({@code subject_differs}), as one does whose signature is wrong
     * ({@code user_info_signature}, {@code user_info_malformed}, {@code user_info_claims}); without an answer the account goes
     * by a number.
     *
     * @param uri an absolute {@code https} URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be used ({@code endpoint_malformed},
     *     {@code endpoint_not_https}), or there is no {@link #withOpenIdConnect()} ({@code option_not_applicable})
     * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfo">OpenID Connect Core, section 5.3</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withUserInfoEndpoint(String uri);
}
