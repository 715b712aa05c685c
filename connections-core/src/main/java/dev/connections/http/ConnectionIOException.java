package dev.connections.http;

import dev.connections.ConnectionException;
import java.io.IOException;

/** A {@link ConnectionException} as OkHttp wants failures: an unchecked one would kill its dispatcher's thread. */
public final class ConnectionIOException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ConnectionException failure;

    /**
     * Wraps a failure.
     *
     * @param failure the failure
     */
    public ConnectionIOException(ConnectionException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** {@return what went wrong} */
    public ConnectionException failure() {
        return failure;
    }
}
