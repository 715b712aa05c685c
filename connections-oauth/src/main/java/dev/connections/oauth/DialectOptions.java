package dev.connections.oauth;

import dev.connections.AuthorizationFlow;
import dev.connections.CheckReturnValue;

/**
 * What a server speaks otherwise than the standards: names, formats, headers, and the deviations that must be explained. A
 * part of {@link OAuth2Strategy}; made by nobody else.
 *
 * @param <F> the flow
 */
public interface DialectOptions<F extends AuthorizationFlow> {
    /**
     * Returns a copy that ends tokens with an empty POST that carries the access token in its {@code Authorization}
     * header, as some services want instead of RFC 7009.
     *
     * @param uri an absolute {@code https} URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link OAuth2Strategy#withRevocationEndpoint}
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRevocationByAccessToken(String uri);

    /**
     * Returns a copy that joins scopes with another delimiter than a space. A granted scope is split at it and at white
     * space.
     *
     * @param delimiter what stands between two scopes, such as {@code ","}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is empty, longer than three characters or holds a
     *     letter or digit ({@code scope_delimiter_malformed})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.3">RFC 6749, section 3.3</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withScopeDelimiter(String delimiter);

    /**
     * Returns a copy that sends one more parameter to the authorization endpoint, such as {@code access_type=offline};
     * with the device grant to the device authorization endpoint.
     *
     * @param name the name
     * @param value the value
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the SDK sends that parameter itself
     *     ({@code parameter_reserved}), or the grant has no authorization endpoint ({@code option_not_applicable})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withAuthorizationParameter(String name, String value);

    /**
     * Returns a copy that sends one more parameter to the authorization endpoint, computed for each request by a formula as in {@link
     * TokenRequestFormat#withComputedParameter}, such as {@code random(32)}. It may use {@code client_id}, {@code redirect_uri} and
     * {@code state}: everybody on the way sees it.
     *
     * @param name the name
     * @param formula the formula
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be computed ({@code formula_malformed}), or as in
     *     {@link #withAuthorizationParameter}
     */
    @CheckReturnValue
    OAuth2Strategy<F> withComputedAuthorizationParameter(String name, String formula);

    /**
     * Returns a copy whose requests to the service carry one more header, computed by a formula as in {@link
     * TokenRequestFormat#withComputedParameter}: a captured value (<code>captured.realmId</code>), a correlation id
     * ({@code uuid()}), a signature. It may use {@code client_id}, {@code access_token}, {@code method}, {@code path}, {@code
     * query}, <code>captured.name</code>, and {@code client_secret} inside a digest alone. A header whose captured value is not
     * known is left out. A formula that looks at the request or the time is computed for each request, so that {@code
     * credentialsFor(URI)} is refused ({@code method_required}).
     *
     * @param name the header; not {@code Authorization}
     * @param formula the formula
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be computed ({@code formula_malformed}), or the name
     *     cannot be sent ({@code header_malformed})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withComputedHeader(String name, String formula);

    /**
     * Returns a copy that renews tokens in another way than with a refresh token that may be replaced.
     *
     * @param renewal the rule
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the grant asks for a new token each time, or there are derived
     *     tokens, which only a refresh token makes ({@code option_not_applicable})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRenewal(TokenRenewal renewal);

    /**
     * Returns a copy whose accounts reach several places, of which requests name one. Until one is chosen, credentials are refused
     * ({@code choice_required}).
     *
     * @param choice the list to choose from
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if its URI cannot be used ({@code endpoint_not_https})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withChoice(AccountChoice choice);

    /**
     * Returns a copy for a service that says in a body of its own that a token has expired, with another status than 401. Such a
     * response has the token renewed, and the request repeated once.
     *
     * @param status the HTTP status, such as 200
     * @param texts what stands in the first 4 096 bytes of the body, white space aside: all of them; choose what no ordinary
     *     response holds, such as <code>"code":"602"</code>
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the status is none from 200 to 599, or there is no text
     *     ({@code expired_test_malformed})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withExpiredTest(int status, String... texts);

    /**
     * Returns a copy whose requests carry the token in their query, where logs and proxies see it. A deviation from RFC 9700, section
     * 4.3.2.
     *
     * @param parameter its name, such as {@code access_token}
     * @param reason what the service does with a header
     * @param source where that is written
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if reason or source is blank ({@code deviation_unexplained}), or
     *     there is a header format or a proof too ({@code option_not_applicable})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withDeviationTokenInQuery(String parameter, String reason, String source);

    /**
     * Returns a copy that writes the requests that end tokens in another way than RFC 7009 says.
     *
     * @param format the format; {@code token} and {@code token_type_hint} can be renamed, the second left out
     * @return the copy
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRevocationRequest(TokenRequestFormat format);

    /**
     * Returns a copy that writes its token requests, and its refresh requests unless they have a format of their own, in
     * another way.
     *
     * @param format the format
     * @return the copy
     */
    @CheckReturnValue
    OAuth2Strategy<F> withTokenRequest(TokenRequestFormat format);

    /**
     * Returns a copy that writes its refresh requests in a way of their own.
     *
     * @param format the format
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the grant has no refresh token
     *     ({@code option_not_applicable})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withRefreshRequest(TokenRequestFormat format);

    /**
     * Returns a copy that exchanges the token a code gave for one that lives longer, with one more request before anything
     * is stored. The token travels as {@code refresh_token}: name it as the server does with
     * {@link TokenRequestFormat#renaming}, and give {@code grant_type} the server's value.
     *
     * @param format the request
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the grant has no code ({@code option_not_applicable})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withTokenUpgrade(TokenRequestFormat format);

    /**
     * Returns a copy that reads token responses in another way.
     *
     * @param format the format
     * @return the copy
     */
    @CheckReturnValue
    OAuth2Strategy<F> withTokenResponse(TokenResponseFormat format);

    /**
     * Returns a copy whose authorization requests are written in another way than RFC 6749 says.
     *
     * @param format the format
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the grant sends no browser anywhere
     *     ({@code option_not_applicable})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withAuthorizationRequest(AuthorizationRequestFormat format);

    /**
     * Returns a copy whose requests carry the token in a header of the service's own.
     *
     * @param name the header, such as {@code X-Shopify-Access-Token}; not {@code Authorization}
     * @param format as of {@link #withAuthorizationHeader}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be sent ({@code header_malformed})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withTokenHeader(String name, String format);

    /**
     * Returns a copy whose requests carry another {@code Authorization} header than <code>Bearer {token}</code>.
     *
     * @param format visible ASCII that holds <code>{token}</code> once, such as <code>Zoho-oauthtoken {token}</code>
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it does not ({@code header_malformed})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withAuthorizationHeader(String format);

    /**
     * Returns a copy that keeps one more value of the callback or the token response.
     *
     * @param capture what to keep
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the grant has no callback for it
     *     ({@code option_not_applicable})
     */
    @CheckReturnValue
    OAuth2Strategy<F> withCapture(Capture capture);

    /**
     * Returns a copy without PKCE, for a server that refuses requests with it. The reason is shown wherever the
     * definition is.
     *
     * @param reason what the server does with PKCE
     * @param source where that is written, as a URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if one is blank ({@code deviation_unexplained}), or the
     *     grant has no PKCE ({@code option_not_applicable})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-2.1.1">RFC 9700, section 2.1.1</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withDeviationNoPkce(String reason, String source);

    /**
     * Returns a copy whose PKCE challenge is the verifier itself, for a server that knows no other method.
     *
     * @param reason what the server does with the method {@code S256}
     * @param source where that is written, as a URI
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException as {@link #withDeviationNoPkce}
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-7.2">RFC 7636, section 7.2</a>
     */
    @CheckReturnValue
    OAuth2Strategy<F> withDeviationPlainPkce(String reason, String source);
}
