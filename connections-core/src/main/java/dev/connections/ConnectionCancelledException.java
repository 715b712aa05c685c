package dev.connections;

import org.jspecify.annotations.Nullable;

/** The caller stopped waiting; the work goes on. */
public final class ConnectionCancelledException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ConnectionCancelledException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    ConnectionException copy() {
        return new ConnectionCancelledException(code(), problem(), getCause());
    }
}
