package dev.connections;

/** What an authorization can be used for now. */
public enum AuthorizationStatus {
    /** Credentials are served and, where the strategy can, refreshed. */
    ACTIVE,
    /** Never authorized, or revoked. */
    DISCONNECTED,
    /** A user must authorize again; {@link Authorization#reason()} says why. */
    REAUTHORIZATION_REQUIRED,
    /** The record cannot be used: unknown authentication type or unreadable credential. */
    INVALID,
    /** The identity behind the credential differs from the one authorized; nothing is served. */
    SECURITY_HOLD;

    /** Why a user must authorize again. */
    public enum Reason {
        /** The connection asks for scopes that were not requested then; the old ones keep working meanwhile. */
        SCOPES,
        /** The service rejected the refresh token. */
        REVOKED,
        /** A rotated refresh token was lost between the service's answer and the durable write. */
        LOST_ROTATION,
        /** The credential expired and nothing can renew it. */
        EXPIRED
    }
}
