package dev.connections.spi;

import java.util.Optional;

/** The service's response to a request that carried a credential. Confined to one call of {@link CredentialStrategy#inspect}. */
public interface IncomingResponse {
    /** {@return the HTTP status} */
    int status();

    /**
     * Returns the first value of a header.
     *
     * @param name the name, in any case
     * @return the value
     */
    Optional<String> header(String name);

    /**
     * Looks at the beginning of the body without consuming it.
     *
     * @param maxBytes at most this many bytes
     * @return the text, read as UTF-8
     */
    String peek(int maxBytes);
}
