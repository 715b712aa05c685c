package dev.connections.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The request that a strategy puts its credential on. Confined to one call of {@link CredentialStrategy#apply}.
 *
 * <p>A strategy that only writes is asked once for each version of a credential; one that reads {@link #method()},
 * {@link #uri()}, {@link #body()}, {@link #contentType()} or {@link #now()} is asked for each request.
 */
public interface OutgoingRequest {
    /** {@return the method in upper case} */
    String method();

    /** {@return the target} */
    URI uri();

    /** {@return the body as it will be sent, empty if there is none} */
    Optional<byte[]> body();

    /**
     * Returns the body's media type, for a signature that covers forms alone.
     *
     * @return the value of {@code Content-Type}; empty without a body, and where only method and URI are known
     */
    Optional<String> contentType();

    /** {@return the SDK's time, for timestamps} */
    Instant now();

    /**
     * Returns what the service told about the account at authorization.
     *
     * @param name the captured value's name
     * @return the value
     */
    Optional<String> captured(String name);

    /**
     * Sets a header.
     *
     * @param name the name
     * @param value visible ASCII
     * @return this
     * @throws dev.connections.ConnectionConfigurationException if name or value cannot be sent ({@code header_malformed});
     *     the message never holds the value
     */
    OutgoingRequest header(String name, String value);

    /**
     * Adds a query parameter.
     *
     * @param name the name
     * @param value the value, encoded by the SDK
     * @return this
     */
    OutgoingRequest query(String name, String value);

    /**
     * Adds a field to a form body.
     *
     * @param name the name
     * @param value the value, encoded by the SDK
     * @return this
     */
    OutgoingRequest form(String name, String value);

    /**
     * Adds a cookie.
     *
     * @param name the name
     * @param value a cookie value of RFC 6265
     * @return this
     * @throws dev.connections.ConnectionConfigurationException as {@link #header}
     */
    OutgoingRequest cookie(String name, String value);
}
