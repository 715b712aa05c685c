package dev.connections;

import org.jspecify.annotations.Nullable;

/** The store failed; nothing was lost, or the message says what. */
public final class ConnectionStoreException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ConnectionStoreException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    ConnectionException copy() {
        return new ConnectionStoreException(code(), problem(), getCause());
    }
}
