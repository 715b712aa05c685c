package dev.connections.internal.file;

import dev.connections.spi.ConnectionStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the files of records. Immutable, thread-safe. */
final class RecordFiles {
    /** A reader takes no turn: it may come upon attempt columns in the moment they are written. */
    private static final int LOOKS = 3;

    private final Places places;
    private final Disk disk;
    private final Trouble trouble;

    RecordFiles(Places places, Disk disk, Trouble trouble) {
        this.places = places;
        this.disk = disk;
        this.trouble = trouble;
    }

    Optional<RecordFile> find(ConnectionStore.Key key) throws IOException {
        return read(places.record(key), key::equals);
    }

    /**
     * Reads a file; empty if there is none.
     *
     * @throws dev.connections.ConnectionStoreException if it is not the record that belongs there
     */
    Optional<RecordFile> read(Path path) throws IOException {
        return read(path, key -> places.record(key).equals(path));
    }

    private Optional<RecordFile> read(Path path, Predicate<ConnectionStore.Key> belongs) throws IOException {
        try {
            RecordFile file = RecordFile.read(disk.read(path));
            for (int look = 1; look < LOOKS && file.slots().torn() > 0; look++) {
                file = RecordFile.read(disk.read(path));
            }
            if (!belongs.test(file.row().record().key())) {
                throw Unreadable.corrupt("holds a record that belongs under another name");
            }
            return Optional.of(file);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (LinkInside link) {
            throw trouble.unreadable(
                    path, Unreadable.corrupt("is a symbolic link or directory, which the store does not follow"));
        } catch (Unreadable problem) {
            throw trouble.unreadable(path, problem);
        }
    }
}
