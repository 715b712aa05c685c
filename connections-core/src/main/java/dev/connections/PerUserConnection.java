package dev.connections;

import java.util.List;

/**
 * A connection that each user authorizes: "use credentials of login user". It has no credentials until a subject is named.
 *
 * @param <F> the flow its service offers
 */
public non-sealed interface PerUserConnection<F extends AuthorizationFlow> extends DefinedConnection<F> {
    /** {@return the connection link name} */
    String linkName();

    /**
     * Returns the connection of one user in the process's environment.
     *
     * @param subject the user
     * @return the user's connection
     */
    AuthorizedConnection<F> forUser(Subject subject);

    /**
     * Returns the connection of one user in an environment.
     *
     * @param subject the user
     * @param environment the environment
     * @return the user's connection there
     * @throws ConnectionConfigurationException if the definition does not separate environments
     *     ({@code environments_not_separate})
     */
    AuthorizedConnection<F> forUser(Subject subject, Environment environment);

    /**
     * Returns every user's authorization that the actor may see, to be narrowed down.
     *
     * @return the authorizations, by subject; read anew by each iteration
     */
    Authorizations authorizations();

    /**
     * Makes a user's authorization in the process's environment the primary one, which serves jobs without a user.
     *
     * @param subject a user who has authorized
     * @throws ConnectionConfigurationException if the user has no authorization ({@code not_authorized})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    void markPrimary(Subject subject);

    /**
     * Makes a user's authorization in an environment the primary one there.
     *
     * @param subject a user who has authorized there
     * @param environment the environment
     * @throws ConnectionConfigurationException as {@link #markPrimary(Subject)}, or if the definition does not separate
     *     environments ({@code environments_not_separate})
     * @throws ConnectionForbiddenException if the actor may not ({@code operation_forbidden})
     */
    void markPrimary(Subject subject, Environment environment);

    /**
     * Returns the connection of the primary user in the process's environment, for a job without a user. The first user to
     * authorize is primary until another one is marked; where actors are named, the first super administrator.
     *
     * @return the connection as it stands: ask again for the next job, another user may be marked meanwhile
     * @throws ConnectionConfigurationException if there is none ({@code no_primary})
     */
    Connection primary();

    /**
     * Returns the connection of the primary user in an environment.
     *
     * @param environment the environment
     * @return the connection as it stands
     * @throws ConnectionConfigurationException if there is none ({@code no_primary}), or the definition does not separate
     *     environments ({@code environments_not_separate})
     */
    Connection primary(Environment environment);

    /** The authorizations of a per-user connection, by subject. Immutable: narrowing returns a copy; iterating reads. */
    interface Authorizations extends Iterable<Authorization> {
        /**
         * Returns a copy with those whose subject's id, name or e-mail contains a text.
         *
         * @param text in any case; where names are hashed ({@link Connections.Builder#sealNames}), a whole one
         * @return the copy
         */
        @CheckReturnValue
        Authorizations search(String text);

        /**
         * Returns a copy with those of an environment.
         *
         * @param environment the environment
         * @return the copy
         */
        @CheckReturnValue
        Authorizations on(Environment environment);

        /**
         * Returns a copy with those of a user type.
         *
         * @param userType as {@link Subject#type}
         * @return the copy
         */
        @CheckReturnValue
        Authorizations ofType(String userType);

        /**
         * Reads one page.
         *
         * @param number which, from 0
         * @param size how many a page, 1 to 1000
         * @return the page; empty behind the last
         */
        List<Authorization> page(int number, int size);
    }
}
