package dev.connections.spi;

import dev.connections.internal.definition.Addresses;
import java.net.URI;

/** The one parser of endpoints: what it returns is what is validated, stored and sent. */
public final class Endpoints {
    private Endpoints() {}

    /**
     * Parses an {@code https} endpoint.
     *
     * @param value an absolute URI in ASCII, in its canonical form: host name in lower case, no user info, no fragment, no
     *     IP address
     * @param what names the endpoint in errors, such as {@code token endpoint}
     * @return the canonical URI
     * @throws dev.connections.ConnectionConfigurationException if it is not https ({@code endpoint_not_https}) or cannot be
     *     used ({@code endpoint_malformed})
     */
    public static URI https(String value, String what) {
        return Addresses.endpoint(value, what, false);
    }

    /**
     * Parses an {@code https} endpoint, or an {@code http} one on a loopback address: for tests only.
     *
     * @param value as in {@link #https}; or {@code http} with {@code 127.0.0.1}, {@code [::1]} or {@code localhost}
     * @param what names the endpoint in errors
     * @return the canonical URI
     * @throws dev.connections.ConnectionConfigurationException as {@link #https}
     */
    public static URI httpsOrLoopback(String value, String what) {
        return Addresses.endpoint(value, what, true);
    }
}
