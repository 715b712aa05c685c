package dev.connections.internal.file;

import java.io.IOException;

/** The turn to change records of a stripe; no other thread or process has it. Confined; short: never held during HTTP. */
interface Turn extends AutoCloseable {
    /** Makes sure, right before a change, that the turn has not been lost with its lock file. */
    void confirm() throws IOException;

    @Override
    void close() throws IOException;
}
