package dev.connections;

import java.util.Objects;

/**
 * Something a person should know that stops nothing. Immutable; no secrets.
 *
 * @param code the stable code, lower_snake_case
 * @param text what it is and what to do
 */
public record Notice(String code, String text) {
    /** The account may do more than the connection asks for: scopes were dropped since it was authorized. */
    public static final String SCOPES_WIDER_THAN_REQUESTED = "scopes_wider_than_requested";
    /** The service granted less than was asked for. */
    public static final String SCOPES_NARROWER_THAN_REQUESTED = "scopes_narrower_than_requested";
    /** The service's list of scopes lacks what is asked for: that is allowed, and may be a slip of the pen. */
    public static final String SCOPES_NOT_LISTED = "scopes_not_listed";
    /** The account reaches several places at its service, and nobody has chosen one. */
    public static final String CHOICE_REQUIRED = "choice_required";
    /** The primary authorization ends: jobs without a user stop. */
    public static final String PRIMARY_REVOKED = "primary_revoked";

    /**
     * Refuses null.
     *
     * @param code as the component
     * @param text as the component
     */
    public Notice {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(text, "text");
    }
}
