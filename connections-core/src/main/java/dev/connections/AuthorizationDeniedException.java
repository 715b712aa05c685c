package dev.connections;

import org.jspecify.annotations.Nullable;

/** The user or the service said no. */
public final class AuthorizationDeniedException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public AuthorizationDeniedException(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }

    @Override
    ConnectionException copy() {
        return new AuthorizationDeniedException(code(), problem(), getCause());
    }
}
