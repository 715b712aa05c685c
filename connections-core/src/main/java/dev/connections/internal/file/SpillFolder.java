package dev.connections.internal.file;

import dev.connections.ConnectionStoreException;
import dev.connections.internal.record.Spill;
import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of sealed records that wait for their store; each a file like those of a file store, for its owner only.
 * Several processes may share it: a name says which record in which version it is. Thread-safe.
 */
public final class SpillFolder implements Spill {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.store");
    private static final String SUFFIX = ".spill";

    private final Path directory;
    private final Disk disk = new RealDisk();
    private final Trouble trouble;

    /** Keeps records in this directory, which is made when there is one to keep. */
    public SpillFolder(Path directory) {
        this.directory = directory;
        this.trouble = new Trouble(directory);
    }

    @Override
    public void put(Versioned record) {
        Path file = file(record.key(), record.version());
        Path temporary = Places.temporary(file);
        try {
            Owner.createDirectories(directory);
            disk.create(temporary, RecordFile.write(Row.written(record, null), ""));
            disk.replace(temporary, file);
            disk.forceNames(directory);
        } catch (IOException e) {
            throw trouble.writing(e);
        }
    }

    @Override
    public void remove(ConnectionStore.Key key, long version) {
        try {
            disk.delete(file(key, version));
        } catch (IOException gone) {
            LOG.atDebug().addKeyValue("record", key).log("nothing of it was spilled");
        }
    }

    @Override
    public List<Versioned> all() {
        try {
            List<Versioned> records = new ArrayList<>();
            for (Path file : Folder.list(directory)) {
                if (file.toString().endsWith(SUFFIX)) {
                    read(file).ifPresent(records::add);
                }
            }
            return records;
        } catch (IOException e) {
            throw trouble.reading(e);
        }
    }

    private Optional<Versioned> read(Path file) throws IOException {
        try {
            return Optional.of(RecordFile.read(disk.read(file)).row().record());
        } catch (Unreadable problem) {
            ConnectionStoreException told = trouble.unreadable(file, problem);
            LOG.atWarn()
                    .addKeyValue("file", file.getFileName())
                    .addKeyValue("code", told.code())
                    .log("cannot be read");
            return Optional.empty();
        }
    }

    private Path file(ConnectionStore.Key key, long version) {
        Path name = new Places(directory).record(key).getFileName();
        return directory.resolve(name + "." + version + SUFFIX);
    }
}
