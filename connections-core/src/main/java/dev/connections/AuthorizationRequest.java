package dev.connections;

import java.net.URI;
import java.time.Instant;

/** Where to send the browser, and the state to keep in its session. Immutable; prints its origin and expiry only. */
public interface AuthorizationRequest {
    /** {@return the absolute URI to redirect the browser to} */
    URI uri();

    /** {@return the one-time value to keep in the browser's session until the callback arrives} */
    String state();

    /** {@return when the flow can no longer be completed} */
    Instant expiresAt();

    /**
     * Returns a request for a strategy's own redirect flow.
     *
     * @param uri where the browser goes
     * @param state what {@link dev.connections.spi.StrategyContext#begin} gave
     * @param expiresAt when the pending flow ends
     * @return the request
     */
    static AuthorizationRequest of(URI uri, String state, Instant expiresAt) {
        return new StartedAuthorization(uri, state, expiresAt);
    }
}
