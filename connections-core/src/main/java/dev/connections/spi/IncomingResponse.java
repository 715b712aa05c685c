package dev.connections.spi;

import java.net.URI;
import java.util.List;
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
     * Returns every value of a header that may come several times, such as {@code WWW-Authenticate}.
     *
     * @param name the name, in any case
     * @return the values in their order; empty if there is none
     */
    default List<String> headers(String name) {
        return header(name).map(List::of).orElse(List.of());
    }

    /**
     * Returns the target of the request that it answers, for what a service says to be used there alone, such as a nonce.
     *
     * @return the target; empty if it is not known
     */
    default Optional<URI> target() {
        return Optional.empty();
    }

    /**
     * Looks at the beginning of the body without consuming it.
     *
     * @param maxBytes at most this many bytes
     * @return the text, read as UTF-8
     */
    String peek(int maxBytes);
}
