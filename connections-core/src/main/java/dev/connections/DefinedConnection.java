package dev.connections;

/**
 * A declared connection, shared or per user, with the operations on its definition. Thread-safe.
 *
 * @param <F> the flow its service offers
 */
public sealed interface DefinedConnection<F extends AuthorizationFlow> permits ManagedConnection, PerUserConnection {
    /** {@return the definition as stored} */
    ConnectionDefinition<F> definition();

    /** {@return every field of Zoho's connection pages} */
    ConnectionSummary summary();
}
