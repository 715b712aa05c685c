package dev.connections.internal.file;

import dev.connections.ConnectionStoreException;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of one kind of records of one tenant. Thread-safe.
 *
 * <p>Remembers what it read of each file as long as the file is the same, so that a list costs a look at each file and
 * sees at once what other processes did.
 */
final class Folder {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.store");
    private static final Duration LONGEST_WRITE = Duration.ofHours(1);
    /** The time of files, whatever the store's clock says. */
    private static final Clock FILE_TIME = Clock.systemUTC();

    private final Path directory;
    private final Disk disk;
    private final RecordFiles files;
    private final ConcurrentHashMap<String, Header> headers = new ConcurrentHashMap<>();
    private volatile boolean made;

    Folder(Path directory, Disk disk, RecordFiles files) {
        this.directory = directory;
        this.disk = disk;
        this.files = files;
    }

    /** Makes the directory, so that it is there after a crash too; whoever else made it may not have got so far. */
    void make() throws IOException {
        if (made) {
            return;
        }
        Path tenant = directory.resolveSibling("");
        Owner.directory(tenant);
        disk.forceNames(tenant.resolveSibling(""));
        Owner.directory(directory);
        disk.forceNames(tenant);
        made = true;
    }

    /** Throws if the directory or that of the tenant is a link. */
    void refuseLinks() throws IOException {
        if (made) {
            return;
        }
        for (Path each : List.of(directory.resolveSibling(""), directory)) {
            if (Files.exists(each, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                throw new LinkInside(each);
            }
        }
    }

    /** Puts a file under its name once the turn to do so is confirmed. A failure leaves what was there. */
    void put(Path path, byte[] content, Turn turn) throws IOException {
        make();
        Path temporary = Places.temporary(path);
        boolean moved = false;
        try {
            disk.create(temporary, content);
            turn.confirm();
            disk.replace(temporary, path);
            moved = true;
        } catch (NoSuchFileException gone) {
            made = false; // deleted by hand; the next write makes it again
            throw gone;
        } finally {
            if (!moved) {
                clear(temporary);
            }
        }
        disk.forceNames(directory);
    }

    /** Deletes a file once the turn to do so is confirmed. */
    void remove(Path path, Turn turn) throws IOException {
        turn.confirm();
        disk.delete(path);
        disk.forceNames(directory);
    }

    /** {@return every readable record, without its sealed document; the others are left alone, and told of once} */
    List<Versioned> records() throws IOException {
        List<Versioned> records = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path file : list()) {
            String name = String.valueOf(file.getFileName());
            if (Places.isRecord(name)) {
                names.add(name);
                record(file).ifPresent(records::add);
            } else if (name.endsWith(Places.TEMPORARY)) {
                clearIfOld(file);
            }
        }
        headers.keySet().retainAll(names);
        return records;
    }

    /** {@return a readable record, without its sealed document; empty if there is none} */
    Optional<Versioned> anyRecord() throws IOException {
        for (Path file : list()) {
            if (Places.isRecord(String.valueOf(file.getFileName()))) {
                Optional<Versioned> record = record(file);
                if (record.isPresent()) {
                    return record;
                }
            }
        }
        return Optional.empty();
    }

    private List<Path> list() throws IOException {
        refuseLinks();
        return list(directory);
    }

    /** Lists what is in a directory; nothing if it is missing. */
    static List<Path> list(Path directory) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory)) {
            List<Path> paths = new ArrayList<>();
            found.forEach(paths::add);
            return paths;
        } catch (NoSuchFileException missing) {
            return List.of();
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
    }

    private Optional<Versioned> record(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Header known = headers.get(name);
            if (known == null || !known.isOf(attributes)) {
                known = new Header(attributes, FILE_TIME.instant(), read(file).orElse(null));
                headers.put(name, known);
            }
            return known.record();
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    private Optional<Versioned> read(Path file) throws IOException {
        try {
            return files.read(file).map(found -> withoutDocument(found.row().record()));
        } catch (ConnectionStoreException unreadable) {
            LOG.atWarn()
                    .addKeyValue("file", file.getFileName())
                    .addKeyValue("code", unreadable.code())
                    .log("a record is left out of a list: its file cannot be read");
            return Optional.empty();
        }
    }

    private static Versioned withoutDocument(Versioned record) {
        return new Versioned(
                record.key(), record.version(), record.format(), record.index(), new byte[0], Optional.empty());
    }

    private void clearIfOld(Path temporary) throws IOException {
        try {
            var at = Files.getLastModifiedTime(temporary, LinkOption.NOFOLLOW_LINKS);
            if (at.toInstant().isBefore(FILE_TIME.instant().minus(LONGEST_WRITE))) {
                clear(temporary);
            }
        } catch (NoSuchFileException finished) {
            return; // whoever wrote it is done
        }
    }

    /** A file that cannot be cleared away is in nobody's way; it is tried again with each list. */
    private void clear(Path temporary) {
        try {
            disk.delete(temporary);
        } catch (IOException left) {
            return;
        }
    }
}
