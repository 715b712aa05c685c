package dev.connections;

import java.net.URI;

/** What <em>uses</em> a connection: all that consuming code should ask for. Thread-safe; cheap to hold. */
public interface Connection {
    /** {@return the connection link name} */
    String linkName();

    /**
     * Resolves a path against the account's API base.
     *
     * @param path a path with optional query, such as {@code /crm/v6/Leads?page=2}
     * @return the absolute URI
     * @throws ConnectionConfigurationException if the path would leave the service's origin ({@code path_malformed})
     */
    URI resolve(String path);

    /**
     * Returns credentials for one request to {@code target}, refreshing them first if they have expired.
     *
     * <p>Blocks while a refresh it depends on is in flight; otherwise takes no lock and does no I/O. Thread-safe.
     *
     * @param target absolute {@code https} URI whose origin is a resource server of the service
     * @return an immutable snapshot; ask again for the next request
     * @throws ReauthorizationRequiredException if the refresh token was rejected or the connection was never authorized
     * @throws ConnectionSecurityException if the origin is not one of them ({@code origin_not_allowed})
     * @throws TransientConnectionException if no usable token exists and the token endpoint cannot be reached
     * @throws ConnectionConfigurationException if the credentials depend on the method ({@code method_required})
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, section 6</a>
     */
    RequestCredentials credentialsFor(URI target);

    /**
     * Returns credentials for one request, also where they depend on its method.
     *
     * @param method the HTTP method in upper case
     * @param target as in {@link #credentialsFor(URI)}
     * @return as {@link #credentialsFor(URI)}
     * @throws ConnectionConfigurationException if the credentials sign the body ({@code body_required}): use the interceptor
     * @throws ConnectionException as {@link #credentialsFor(URI)}
     */
    RequestCredentials credentialsFor(String method, URI target);
}
