package dev.connections.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file to lock, open as long as the store is: POSIX drops a process's locks on a file when any channel to it is closed,
 * so there is one channel for each file in a process. Nobody ever deletes such a file; where somebody did by hand, two
 * processes could hold locks on files of one name, so {@link #isInPlace} tells.
 */
final class LockFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object identity;

    private LockFile(Path path, FileChannel channel, @Nullable Object identity) {
        this.path = path;
        this.channel = channel;
        this.identity = identity;
    }

    /** Opens a lock file, and makes it if it is missing. */
    static LockFile open(Path path) throws IOException {
        while (true) {
            create(path);
            Optional<LockFile> opened = tryOpen(path);
            if (opened.isPresent()) {
                return opened.get();
            }
        }
    }

    private static void create(Path path) throws IOException {
        try {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                var unused = Files.createFile(path, Owner.file(path));
            }
        } catch (FileAlreadyExistsException other) {
            return; // another process was faster
        } catch (NoSuchFileException directoryGone) {
            Owner.directory(path.resolveSibling(""));
            var unused = Files.createFile(path, Owner.file(path));
        }
    }

    /** A file that is another one after opening than before is not the one that was opened, perhaps. */
    private static Optional<LockFile> tryOpen(Path path) throws IOException {
        Object before = identity(path);
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            var file = new LockFile(path, channel, before);
            if (file.isInPlace()) {
                return Optional.of(file);
            }
            file.close();
            return Optional.empty();
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    private static @Nullable Object identity(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** Whether the name still means this file. */
    boolean isInPlace() {
        try {
            return Objects.equals(identity, identity(path));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Locks it unless another process has; never waits, since waiting locks of many threads can block each other. */
    Optional<FileLock> tryLock() throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException here) {
            return Optional.empty(); // a store that another class loader has opened in this process
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
