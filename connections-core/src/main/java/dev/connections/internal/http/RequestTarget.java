package dev.connections.internal.http;

import java.net.URI;
import java.util.Optional;

/**
 * A request before it carries credentials. The origin is cheap to read; {@link #uri()} and {@link #body()} are made when
 * they are asked for, and what they return is what will be sent.
 */
public interface RequestTarget {
    /** {@return {@code https} or {@code http}} */
    String scheme();

    /** {@return the host, lower-case ASCII; an IPv6 address in canonical form without brackets} */
    String host();

    /** {@return the port, never -1} */
    int port();

    /** {@return the method in upper case} */
    String method();

    /** {@return the whole target} */
    URI uri();

    /**
     * Returns the body.
     *
     * @return its bytes, empty if the request has none
     * @throws dev.connections.ConnectionConfigurationException if it cannot be read before it is sent
     *     ({@code body_not_readable})
     */
    Optional<byte[]> body();

    /** {@return the body's media type as it will be sent, empty if there is no body or none is known} */
    Optional<String> contentType();
}
