package dev.connections;

import java.time.Duration;
import java.util.Objects;

/**
 * How many tokens a service gives for one authorization. The SDK counts what it makes, makes no more than that, and says in
 * {@link TransientConnectionException#retryAfter()} when there may be another one. Immutable.
 *
 * @param accessTokens how many access tokens one refresh token gives in {@code window}, at least 1
 * @param window in what time, positive
 * @param liveAccessTokens how many of them work at a time; one more ends the oldest; 0 if nobody says
 * @param liveRefreshTokens how many refresh tokens one user and client may have; one more ends the oldest, and with it an
 *     authorization elsewhere; 0 if nobody says
 */
public record TokenLimits(int accessTokens, Duration window, int liveAccessTokens, int liveRefreshTokens) {
    /**
     * Refuses what is no limit.
     *
     * @param accessTokens as the component
     * @param window as the component
     * @param liveAccessTokens as the component
     * @param liveRefreshTokens as the component
     */
    public TokenLimits {
        Objects.requireNonNull(window, "window");
        if (accessTokens < 1 || window.isNegative() || window.isZero()) {
            throw new ConnectionConfigurationException(
                    "limits_malformed",
                    accessTokens + (accessTokens == 1 ? " access token in " : " access tokens in ") + window
                            + " are no limit; state at least one token and a time, for example 10 in PT10M",
                    null);
        }
        if (liveAccessTokens < 0 || liveRefreshTokens < 0) {
            throw new ConnectionConfigurationException(
                    "limits_malformed", "a negative number of live tokens is no limit; state 0 if nobody says", null);
        }
    }

    /** {@return the limits in words, for people} */
    public String inWords() {
        return accessTokens + (accessTokens == 1 ? " access token in " : " access tokens in ") + inWords(window)
                + " for one refresh token"
                + (liveAccessTokens == 0 ? "" : ", of which " + liveAccessTokens + " work at a time")
                + (liveRefreshTokens == 0
                        ? ""
                        : "; a user may have authorized one client " + liveRefreshTokens
                                + " times, and once more ends the first authorization");
    }

    private static String inWords(Duration time) {
        boolean wholeMinutes = time.toSecondsPart() == 0 && time.toMinutes() > 0;
        return wholeMinutes ? time.toMinutes() + " minutes" : Math.max(1, time.toSeconds()) + " seconds";
    }
}
