package dev.connections.internal.file;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The directory of a store, opened by this process. Thread-safe. */
final class StoreRoot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.store");
    private static final String LAYOUT = "connections file store, layout 1\n";
    private static final int LONGEST_LAYOUT = 200;
    /** Beginnings of what file systems call themselves that are not on this machine; locks on them are not to be relied on. */
    private static final List<String> ELSEWHERE =
            List.of("nfs", "cifs", "smb", "afp", "9p", "fuse.sshfs", "fuse.s3", "fuse.gcs", "davfs", "webdav", "afs");

    private final Places places;
    private final Presence presence;
    private final Liveness liveness;

    private StoreRoot(Places places, Presence presence, Liveness liveness) {
        this.places = places;
        this.presence = presence;
        this.liveness = liveness;
    }

    /**
     * Opens a directory, and makes it if it is missing.
     *
     * @throws ConnectionConfigurationException if it is no directory ({@code directory_unusable}), if others may write to
     *     it ({@code directory_not_private}), or if it is open in this process ({@code directory_in_use_here})
     * @throws ConnectionStoreException if a later release made it ({@code newer_format}) or it cannot be written
     */
    static StoreRoot open(Path directory, Disk disk) {
        try {
            Owner.createDirectories(directory);
            Places places = new Places(directory.toRealPath());
            refuseOthers(places.root());
            for (Path each : List.of(places.records(), places.locks(), places.living())) {
                Owner.directory(each);
            }
            checkLayout(places, disk);
            warnIfElsewhere(places.root(), Files.getFileStore(places.root()).type());
            return opened(places);
        } catch (FileAlreadyExistsException | NotDirectoryException file) {
            throw unusable(directory, file);
        } catch (IOException failure) {
            throw new Trouble(directory.toAbsolutePath()).writing(failure);
        }
    }

    private static StoreRoot opened(Places places) throws IOException {
        Presence presence = Presence.in(places);
        try {
            Liveness liveness = Liveness.begin(places.living());
            liveness.clearTheDead();
            return new StoreRoot(places, presence, liveness);
        } catch (IOException failure) {
            presence.close();
            throw failure;
        }
    }

    private static ConnectionConfigurationException unusable(Path directory, IOException file) {
        return new ConnectionConfigurationException(
                "directory_unusable",
                directory + " is no directory, and none can be made there; name a directory for the store alone",
                file);
    }

    private static void refuseOthers(Path root) throws IOException {
        if (Owner.othersMayWrite(root)) {
            throw new ConnectionConfigurationException(
                    "directory_not_private",
                    "other users may write to the directory " + root + " and so put files of theirs in the place of the"
                            + " store's; run chmod 700 on it, or name a directory for the store alone",
                    null);
        }
    }

    private static void checkLayout(Places places, Disk disk) throws IOException {
        Path file = places.layout();
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Path temporary = Places.temporary(file);
            disk.create(temporary, LAYOUT.getBytes(StandardCharsets.US_ASCII));
            disk.replace(temporary, file); // another process writes the same
            disk.forceNames(places.root());
        }
        String layout = new String(disk.read(file), StandardCharsets.US_ASCII);
        if (!layout.equals(LAYOUT)) {
            throw new ConnectionStoreException(
                    "newer_format",
                    "the file " + file + " says \""
                            + layout.substring(0, Math.min(layout.length(), LONGEST_LAYOUT))
                                    .strip()
                            + "\", which this release does not know; run the release that made the directory, or name"
                            + " another directory",
                    null);
        }
    }

    static boolean warnIfElsewhere(Path root, String type) {
        boolean elsewhere = ELSEWHERE.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
        if (elsewhere) {
            LOG.atWarn()
                    .addKeyValue("directory", root)
                    .addKeyValue("type", type)
                    .log("the file store is for disks of one machine; on a network drive locks may not exclude, so"
                            + " that tokens are lost: use a local disk, or a database for several machines");
        }
        return elsewhere;
    }

    Places places() {
        return places;
    }

    Liveness liveness() {
        return liveness;
    }

    /** Throws if the directory is not there any more: what is not found in it may still exist. */
    void requirePresent() throws IOException {
        if (!Files.isDirectory(places.records(), LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(places.records().toString(), null, "the directory of the records is gone");
        }
    }

    @Override
    public void close() throws IOException {
        try (presence) {
            liveness.close();
        }
    }
}
