package dev.connections.store;

import dev.connections.internal.file.FileStore;
import dev.connections.spi.KeyProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/** The store on disk under its public name. */
final class FileRecords extends FileStore implements FileConnectionStore {
    private FileRecords(Path directory, KeyProvider keys, Clock clock) {
        super(directory, keys, clock);
    }

    static FileRecords open(Path directory, KeyProvider keys) {
        return open(directory, keys, Clock.systemUTC());
    }

    /** Opens a store for a test that moves time itself. */
    static FileRecords open(Path directory, KeyProvider keys, Clock clock) {
        return new FileRecords(
                Objects.requireNonNull(directory, "directory"), Objects.requireNonNull(keys, "keys"), clock);
    }
}
