package dev.connections.internal.http;

/** What the credential interceptor asks of our own connections, beyond {@link dev.connections.Connection}. Thread-safe. */
public interface RequestAuthorizer {
    /**
     * Returns the credentials for one request, renewing them first if they have expired. Where they are the same for every
     * request this compares scheme, host and port only, and allocates nothing.
     *
     * @param target the request, read during this call only
     * @return the credentials
     * @throws dev.connections.ConnectionException as {@link dev.connections.Connection#credentialsFor(java.net.URI)}; an
     *     origin that is no resource server is {@code origin_not_allowed}
     */
    AppliedCredentials authorize(RequestTarget target);
}
