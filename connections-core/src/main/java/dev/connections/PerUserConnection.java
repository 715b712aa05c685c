package dev.connections;

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
}
