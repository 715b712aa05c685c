package dev.connections;

import java.net.URI;
import java.util.Map;
import java.util.function.BiConsumer;

/** What one request carries. Immutable, thread-safe, prints no value. */
public interface RequestCredentials {
    /**
     * Writes the headers to any client's header method. A sink cannot see headers that are set already: do not set the same
     * one yourself.
     *
     * @param headerSink takes name and value, such as {@code requestBuilder::header}
     * @throws ConnectionConfigurationException if part of the credentials travels in query, cookie or form
     *     ({@code not_only_headers})
     */
    void applyTo(BiConsumer<String, String> headerSink);

    /**
     * Adds the query parameters to a target.
     *
     * @param target the URI these credentials were asked for
     * @return the URI with the parameters; <strong>it holds a secret</strong>, do not log it
     * @throws ConnectionConfigurationException if part of the credentials does not travel in the query
     *     ({@code not_only_query})
     */
    URI applyTo(URI target);

    /**
     * Lets the headers out.
     *
     * @return the headers by name; <strong>the values are secret</strong>
     * @throws ConnectionConfigurationException as {@link #applyTo(BiConsumer)}
     */
    Map<String, String> revealHeaders();

    /**
     * Reports that the service answered 401 to these credentials: the next ask refreshes them, unless a newer version is
     * there already. Idempotent for each version. Does not block.
     */
    void rejected();
}
