package dev.connections;

import org.jspecify.annotations.Nullable;

/** Refused: a wrong origin, a forged, late or replayed callback, a swapped record, a bad certificate. */
public final class ConnectionSecurityException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ConnectionSecurityException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    ConnectionException copy() {
        return new ConnectionSecurityException(code(), problem(), getCause());
    }
}
