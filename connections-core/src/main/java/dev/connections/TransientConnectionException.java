package dev.connections;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Try later: the service or the network failed, nothing stored was lost. */
public final class TransientConnectionException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;
    private final boolean outcomeUnknown;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param retryAfter how long to wait; zero if nothing is known
     * @param outcomeUnknown whether the service may have carried the request out
     * @param cause what caused it, or null
     */
    public TransientConnectionException(
            String code, String message, Duration retryAfter, boolean outcomeUnknown, @Nullable Throwable cause) {
        super(code, message, cause);
        this.retryAfter = retryAfter;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** {@return how long to wait before trying again; zero if nothing is known} */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** {@return whether the service may have carried the request out} */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    @Override
    ConnectionException copy() {
        return new TransientConnectionException(code(), problem(), retryAfter, outcomeUnknown, getCause());
    }
}
