package dev.connections.testing;

import dev.connections.RedirectFlow;

/**
 * A mock service that is an OpenID Provider too: metadata, keys, ID tokens, user info. {@link #service()} knows it by its
 * issuer alone and asks for an ID token. Thread-safe.
 *
 * <pre>{@code
 * @RegisterExtension final MockOpenIdProvider acme = MockService.openIdConnect();
 *
 * acme.answerNext(OpenIdVariant.NONCE_WRONG);
 * assertThatThrownBy(() -> acme.approve(connection, "alice")).isInstanceOf(ConnectionSecurityException.class);
 * }</pre>
 *
 * <p>A grant with the scope {@code openid} gets an ID token, and each of its refreshes another one without {@code nonce}. The
 * name of the account is its {@code preferred_username}. Unless it is {@link #timedBy} a clock, its ID tokens live by the real
 * time.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 */
public interface MockOpenIdProvider extends MockService<RedirectFlow> {
    /**
     * Lets the next answer that can differ in this way do so: the next ID token, token response, metadata or user info.
     * Several queue. Forgotten when the service stops.
     *
     * @param variant how it differs
     */
    void answerNext(OpenIdVariant variant);

    /**
     * Signs with another algorithm from now on than {@code RS256}.
     *
     * @param algorithm {@code RS256}, {@code PS256} or {@code ES256}
     * @return this
     * @throws IllegalArgumentException if it is another one
     */
    MockOpenIdProvider signingWith(String algorithm);

    /**
     * Publishes several keys from now on, of which it signs with one.
     *
     * @return this
     */
    MockOpenIdProvider publishingSeveralKeys();

    /**
     * Answers user info as a signed token ({@code application/jwt}) from now on.
     *
     * @return this
     * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#UserInfoResponse">OpenID Connect Core, section
     *     5.3.2</a>
     */
    MockOpenIdProvider signingUserInfo();

    /**
     * Names the user in user info from now on, and in no ID token.
     *
     * @return this
     */
    MockOpenIdProvider namingUsersInUserInfoOnly();

    /** Replaces its keys: the former ones sign nothing any more, and are no longer published. */
    void rotateKeys();

    /**
     * Returns an account's {@code sub}.
     *
     * @param account the account's name
     * @return its stable id here
     */
    String subjectOf(String account);
}
