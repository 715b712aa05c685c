package dev.connections.internal.file;

import java.io.IOException;

/** Work that may fail as files do. */
@FunctionalInterface
interface Io<T> {
    T run() throws IOException;
}
