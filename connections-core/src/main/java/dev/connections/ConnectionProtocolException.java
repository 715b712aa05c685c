package dev.connections;

import org.jspecify.annotations.Nullable;

/** The service's answer cannot be used; nothing stored was lost. */
public final class ConnectionProtocolException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ConnectionProtocolException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    ConnectionException copy() {
        return new ConnectionProtocolException(code(), problem(), getCause());
    }
}
