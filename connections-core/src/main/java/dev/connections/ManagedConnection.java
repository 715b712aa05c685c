package dev.connections;

/**
 * A connection that one authorization serves for everybody, in the process's environment unless {@link #on} names another.
 *
 * @param <F> the flow its service offers
 */
public non-sealed interface ManagedConnection<F extends AuthorizationFlow>
        extends AuthorizedConnection<F>, DefinedConnection<F> {
    /**
     * Returns the connection in another environment.
     *
     * @param environment the environment
     * @return the connection there
     * @throws ConnectionConfigurationException if the definition does not separate environments
     *     ({@code environments_not_separate})
     */
    AuthorizedConnection<F> on(Environment environment);
}
