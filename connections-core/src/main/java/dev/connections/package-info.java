/**
 * The front door: declare connections to third-party services, authorize them, and get credentials for each request.
 *
 * <p>Start with {@link dev.connections.Connections}; describe a service with {@link dev.connections.Service}; code that
 * only uses a connection takes a {@link dev.connections.Connection}. What can fail is a
 * {@link dev.connections.ConnectionException}.
 */
@NullMarked
package dev.connections;

import org.jspecify.annotations.NullMarked;
