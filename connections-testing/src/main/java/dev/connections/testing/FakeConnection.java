package dev.connections.testing;

import dev.connections.Connection;
import java.net.URI;
import java.util.List;

/**
 * A connection for tests that have no flow to test: every request gets the same header, wherever it goes. Thread-safe.
 *
 * <p>It remembers which URIs it was asked for and how often its credentials were rejected.
 */
public interface FakeConnection extends Connection {
    /**
     * Returns a connection with the link name {@code fake}, whose paths resolve against {@code https://fake.example}.
     *
     * @param header the name of the header that each request carries
     * @param value its value
     * @return the connection
     */
    static FakeConnection sending(String header, String value) {
        return new RecordingConnection(header, value);
    }

    /**
     * Returns a copy that resolves paths against another base; it starts with an empty memory.
     *
     * @param base an absolute URI, such as {@code http://127.0.0.1:8080/api}
     * @return the copy
     */
    FakeConnection resolvingAgainst(String base);

    /** {@return the URIs credentials were asked for, in order} */
    List<URI> asked();

    /** {@return how many times credentials of this connection were {@linkplain dev.connections.RequestCredentials#rejected() rejected}} */
    int rejections();
}
