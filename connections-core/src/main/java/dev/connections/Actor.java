package dev.connections;

/** Who performs a management operation; checked by an {@link dev.connections.spi.AccessPolicy} and recorded. Immutable. */
public interface Actor {
    /** {@return the actor's id in the host's own user directory} */
    String id();

    /** {@return what the actor may do} */
    Role role();

    /**
     * Returns a super admin.
     *
     * @param id the id, 1 to 255 characters without control characters
     * @return the actor
     * @throws ConnectionConfigurationException if the id cannot be used ({@code actor_malformed})
     */
    static Actor superAdmin(String id) {
        return KnownActor.of(id, Role.SUPER_ADMIN);
    }

    /**
     * Returns a developer.
     *
     * @param id as in {@link #superAdmin}
     * @return the actor
     */
    static Actor developer(String id) {
        return KnownActor.of(id, Role.DEVELOPER);
    }

    /**
     * Returns a client: the organisation that installed the extension, one tenant.
     *
     * @param id as in {@link #superAdmin}
     * @return the actor
     */
    static Actor client(String id) {
        return KnownActor.of(id, Role.CLIENT);
    }

    /**
     * Returns an end user, who manages only what is their own.
     *
     * @param id as in {@link #superAdmin}; the same id as the {@link Subject}'s
     * @return the actor
     */
    static Actor user(String id) {
        return KnownActor.of(id, Role.USER);
    }

    /** The actor roles of Zoho's consoles, and the system itself. */
    enum Role {
        /** Owner of the organisation. */
        SUPER_ADMIN,
        /** Builds the extension. */
        DEVELOPER,
        /** The organisation that installed it. */
        CLIENT,
        /** An end user. */
        USER,
        /** No actor was named: nothing is checked. */
        SYSTEM
    }
}
