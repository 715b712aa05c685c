package dev.connections;

import org.jspecify.annotations.Nullable;

/** A user must act: {@link AuthorizedConnection#reconnect()} renews the account. */
public final class ReauthorizationRequiredException extends ConnectionException {
    private static final long serialVersionUID = 1L;

    private final AuthorizationStatus.Reason reason;

    /**
     * Creates the exception.
     *
     * @param reason why
     * @param code the stable code
     * @param message what, where and how to fix it; no secret
     * @param cause what caused it, or null
     */
    public ReauthorizationRequiredException(
            AuthorizationStatus.Reason reason, String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
        this.reason = reason;
    }

    /** {@return why a user must authorize again} */
    public AuthorizationStatus.Reason reason() {
        return reason;
    }

    @Override
    ConnectionException copy() {
        return new ReauthorizationRequiredException(reason, code(), problem(), getCause());
    }
}
