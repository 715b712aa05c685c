package dev.connections;

import java.util.Optional;

/** The end user whose credentials a per-user connection uses. Immutable. */
public interface Subject {
    /** {@return the opaque id, unique in the tenant} */
    String id();

    /** {@return the display name} */
    Optional<String> name();

    /** {@return the e-mail address} */
    Optional<String> email();

    /** {@return the user type: free text, or {@code admin}, {@code developer}, {@code client}, {@code user}} */
    Optional<String> type();

    /**
     * Returns a copy with a display name.
     *
     * @param name the name
     * @return the copy
     */
    @CheckReturnValue
    Subject withName(String name);

    /**
     * Returns a copy with an e-mail address.
     *
     * @param email the address
     * @return the copy
     */
    @CheckReturnValue
    Subject withEmail(String email);

    /**
     * Returns a copy with a user type.
     *
     * @param userType the type
     * @return the copy
     */
    @CheckReturnValue
    Subject withType(String userType);

    /**
     * Returns a subject.
     *
     * @param id the opaque id, 1 to 255 characters without control characters
     * @return the subject
     * @throws ConnectionConfigurationException if the id cannot be used ({@code subject_malformed})
     */
    static Subject of(String id) {
        return KnownSubject.of(id);
    }
}
