package dev.connections.testing;

import dev.connections.AuthorizationFlow;
import java.time.Clock;
import java.time.Duration;

/**
 * On which terms a mock service gives tokens out, and what it serves: settings that stay from test to test. A part of
 * {@link MockService}.
 *
 * @param <F> the flow that authorizes it
 */
public interface MockTerms<F extends AuthorizationFlow> {
    /** How long access tokens live unless {@link #tokensLiving} says otherwise. */
    Duration DEFAULT_TOKEN_LIFETIME = Duration.ofHours(1);

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
     * @param path the resource's path, as in {@link MockService#resource}
     * @param json the body
     * @return this
     */
    MockService<F> serving(String path, String json);
}
