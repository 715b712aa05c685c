package dev.connections.oauth;

import dev.connections.CheckReturnValue;
import dev.connections.oauth.internal.definition.RenewalRule;
import java.time.Duration;

/**
 * How a server renews tokens, where it does it otherwise than RFC 6749 says. Immutable, thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, section 6</a>
 */
public interface TokenRenewal {
    /**
     * Returns the standard: a refresh token gives new tokens, and may be replaced then.
     *
     * @return the rule
     */
    static TokenRenewal byRefreshToken() {
        return RenewalRule.STANDARD;
    }

    /**
     * Returns the rule of a server without refresh tokens: the access token itself is exchanged for a newer one as long as it
     * lives. It travels as {@code refresh_token}; name it as the server does with {@link TokenRequestFormat#renaming}. It is
     * renewed when a tenth of its life is left, since nothing can renew it later.
     *
     * @return the rule
     */
    static TokenRenewal byAccessToken() {
        return RenewalRule.of(RenewalRule.Mode.ACCESS_TOKEN);
    }

    /**
     * Returns the rule of a server whose answer to a refresh holds no token: the one it gave before lives on.
     *
     * @param lifetime how long a token lives from when it was given or extended, where the response does not say it; positive
     * @return the rule
     * @throws dev.connections.ConnectionConfigurationException if it is not positive ({@code duration_malformed})
     */
    static TokenRenewal extendingBy(Duration lifetime) {
        return RenewalRule.extendingBy(lifetime);
    }

    /**
     * Returns the rule of a server that renews nothing: a token is used to its end, then a user must act. A refresh token that it
     * sends all the same is not used.
     *
     * @return the rule
     */
    static TokenRenewal none() {
        return RenewalRule.of(RenewalRule.Mode.NONE);
    }

    /**
     * Returns a copy for a server that refuses to renew tokens before they have an age.
     *
     * @param age the age; not negative; zero unless stated
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is negative ({@code duration_malformed})
     */
    @CheckReturnValue
    TokenRenewal withEarliestAge(Duration age);

    /**
     * Returns a copy that knows what becomes of a refresh token that was used.
     *
     * @param rotation what becomes of it; {@link Rotation#MAYBE} unless stated
     * @return the copy
     */
    @CheckReturnValue
    TokenRenewal withRotation(Rotation rotation);

    /**
     * Returns a copy that knows how long each refresh token lives, where responses do not say it. {@link
     * dev.connections.Authorization#lastsUntil} tells it.
     *
     * @param lifetime how long, from when the server gave it; positive
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is not positive ({@code duration_malformed})
     */
    @CheckReturnValue
    TokenRenewal withRefreshTokenLifetime(Duration lifetime);

    /**
     * Returns a copy as {@link #withRefreshTokenLifetime}, for a server that counts from the user's consent: new refresh tokens end
     * with the first one.
     *
     * @param lifetime how long, from the authorization; positive
     * @return the copy
     * @throws dev.connections.ConnectionConfigurationException if it is not positive ({@code duration_malformed})
     */
    @CheckReturnValue
    TokenRenewal withConsentLifetime(Duration lifetime);

    /** What becomes of a refresh token that was used. */
    enum Rotation {
        /** It stays: a refresh can be repeated, and one that was interrupted has lost nothing. */
        NEVER,
        /** The response says it: a new one takes its place, without one it stays. */
        MAYBE,
        /** A new one takes its place each time. */
        ALWAYS
    }
}
