package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.spi.ConnectionStore;
import java.util.Optional;

/** A record as it was read: its value, its version, and the whole document behind it. */
public record Stored<T>(
        ConnectionStore.Key key,
        T value,
        long version,
        ObjectNode document,
        Optional<ConnectionStore.Attempt> attempt) {
    /** The same record after a write of another value, whose document is not needed any more. */
    public Stored<T> next(T written) {
        return new Stored<>(key, written, version + 1, document, Optional.empty());
    }

    @Override
    public String toString() {
        return "Stored[" + key + ", version " + version + "]"; // never the document: it holds secrets
    }
}
