package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.oauth.internal.definition.RequestFormat;

/**
 * How a server wants its token requests written, where it differs from RFC 6749. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3">RFC 6749, section 4.1.3</a>
 */
public interface TokenRequestFormat {
    /**
     * Returns the standard: a form body.
     *
     * @return the format
     */
    static TokenRequestFormat form() {
        return RequestFormat.FORM;
    }

    /**
     * Returns the format of servers that want a JSON object of texts.
     *
     * @return the format
     */
    static TokenRequestFormat json() {
        return RequestFormat.JSON;
    }

    /**
     * Returns a copy that sends one more parameter; with the name of a standard one its value is sent instead.
     *
     * @param name the name as sent
     * @param value the value; no secret, for it is stored and shown in clear
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if the name is blank or the SDK's alone, such as
     *     {@code code} ({@code parameter_reserved})
     */
    @CheckReturnValue
    TokenRequestFormat withParameter(String name, String value);

    /**
     * Returns a copy that sends a standard parameter under another name.
     *
     * @param standard the name in RFC 6749 or 7636, such as {@code client_id}
     * @param actual the name the server knows
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if there is no such standard parameter
     *     ({@code parameter_unknown})
     */
    @CheckReturnValue
    TokenRequestFormat renaming(String standard, String actual);

    /**
     * Returns a copy that leaves standard parameters out.
     *
     * @param standard their names, such as {@code grant_type}
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if there is no such standard parameter
     *     ({@code parameter_unknown}), or the request means nothing without it ({@code parameter_reserved})
     */
    @CheckReturnValue
    TokenRequestFormat omitting(String... standard);

    /**
     * Returns a copy that is sent to another endpoint than the token endpoint; not for the request that redeems a code.
     *
     * @param uri the endpoint
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is no canonical {@code https} URI
     *     ({@code endpoint_malformed}, {@code endpoint_not_https})
     */
    @CheckReturnValue
    TokenRequestFormat withEndpoint(String uri);

    /**
     * Returns a copy that is sent with GET, every parameter in the query, where logs and proxies see the secrets. A
     * deviation from RFC 6749, section 3.2.
     *
     * @param reason what the server does
     * @param source where that is written
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if either is blank ({@code deviation_unexplained})
     */
    @CheckReturnValue
    TokenRequestFormat withDeviationGet(String reason, String source);

    /**
     * Returns a copy that sends one more parameter, computed for each request. A parameter whose formula needs what a request does
     * not have, such as a code when it refreshes, is left out of that request.
     *
     * <p>A formula is made of texts in single quotes, variables, functions, and {@code +} between texts: {@code
     * hex(sha256(client_secret + '|' + code))}. The variables are {@code client_id}, {@code client_secret}, {@code code}, {@code
     * redirect_uri}, {@code state}, {@code refresh_token}, {@code access_token} (when it is renewed), <code>captured.name</code>
     * and <code>input.name</code>. The functions are
     *
     * <ul>
     *   <li>{@code base64(x)}, {@code base64url(x)}, {@code hex(x)}, {@code urlencode(x)} and {@code left(x, n)}, the first n
     *       characters;
     *   <li>the digests {@code sha256(x)}, {@code hmac_sha256(key, x)}, {@code hmac_sha1(key, x)} and {@code md5(x)}, whose bytes
     *       one of the first three writes;
     *   <li>{@code now(offset, format)}, such as {@code now('PT5M', 'millis')}: an ISO 8601 duration, and {@code seconds} (the
     *       default), {@code millis}, {@code iso} or a pattern like {@code yyyyMMddHHmmss} in UTC;
     *   <li>{@code random(n)}, n of 0-9 and a-f, and {@code uuid()};
     *   <li>{@code jwt(algorithm, key, name, value, …)}, a signed token of these claims; {@code exp}, {@code iat} and {@code nbf}
     *       are seconds.
     * </ul>
     *
     * @param name the name as sent
     * @param formula the formula; at most 512 characters
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be computed ({@code formula_malformed}), or the name
     *     as in {@link #withParameter}
     */
    @CheckReturnValue
    TokenRequestFormat withComputedParameter(String name, String formula);

    /**
     * Returns a copy that sends one more header, computed for each request as {@link #withComputedParameter}; its formula may also
     * use {@code body}, the body as it is sent.
     *
     * @param name as in {@link #withHeader}
     * @param formula the formula
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be computed ({@code formula_malformed}), or the name
     *     cannot be sent ({@code header_malformed})
     */
    @CheckReturnValue
    TokenRequestFormat withComputedHeader(String name, String formula);

    /**
     * Returns a copy in which the client authenticates in another way than in its other requests. A client without a secret says
     * its id as always.
     *
     * @param method one of the constants of {@link ClientAuthentication}
     * @return the copy
     */
    @CheckReturnValue
    TokenRequestFormat withClientAuthentication(ClientAuthentication.Method method);

    /**
     * Returns a copy that says the client's id and sends no secret, for a server that takes a computed parameter in its place, or
     * wants none when tokens are renewed.
     *
     * @return the copy
     */
    @CheckReturnValue
    TokenRequestFormat withoutClientSecret();

    /**
     * Returns a copy that sends one more header, such as {@code User-Agent}. {@code Accept: application/json} is sent
     * unless another value is given here.
     *
     * @param name a header name; those that HTTP or the client authentication uses are refused
     * @param value visible ASCII; no secret, for it is stored and shown in clear
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it cannot be sent ({@code header_malformed})
     */
    @CheckReturnValue
    TokenRequestFormat withHeader(String name, String value);
}
