package dev.connections.http;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;

/** Makes typed failures of a connection's or strategy's unchecked ones, which would kill OkHttp's dispatcher thread. */
final class Strays {
    private Strays() {}

    static ConnectionException typed(RuntimeException failure) {
        if (failure instanceof ConnectionException known) {
            return known;
        }
        var typed = new ConnectionConfigurationException(
                "credentials_failed",
                "the connection failed with " + failure.getClass().getName()
                        + " when it was asked for credentials; see the" + " stack trace, which is that failure's",
                null); // not the cause: its text may quote what it choked on
        typed.setStackTrace(failure.getStackTrace());
        return typed;
    }
}
