package dev.connections;

import org.jspecify.annotations.Nullable;

/** The configuration or the input must change; trying again cannot help. */
public final class ConnectionConfigurationException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ConnectionConfigurationException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    ConnectionException copy() {
        return new ConnectionConfigurationException(code(), problem(), getCause());
    }
}
