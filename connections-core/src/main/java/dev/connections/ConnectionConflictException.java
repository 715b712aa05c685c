package dev.connections;

import org.jspecify.annotations.Nullable;

/** The thing differs from what is stored, is in use, or changed meanwhile: read it again and decide. */
public final class ConnectionConflictException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ConnectionConflictException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    ConnectionException copy() {
        return new ConnectionConflictException(code(), problem(), getCause());
    }
}
