package dev.connections.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Tells whether the store that took a lease is still open. Each open store holds the lock on a file of its own name; the
 * system frees it when the process ends, however it ends. Thread-safe.
 */
final class Liveness implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}");

    private final Path directory;
    private final String name;
    private final FileChannel own;
    /** Lets one thread of this process look at a time: two of them would be in each other's way. */
    private final ReentrantLock looking = new ReentrantLock();

    private Liveness(Path directory, String name, FileChannel own) {
        this.directory = directory;
        this.name = name;
        this.own = own;
    }

    /** Begins to live under a new name. */
    static Liveness begin(Path directory) throws IOException {
        while (true) {
            String name = UUID.randomUUID().toString();
            Path file = directory.resolve(name);
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    Owner.file(file));
            if (channel.tryLock() != null && Files.exists(file)) {
                return new Liveness(directory, name, channel);
            }
            channel.close(); // another process took it for a dead one's between the two
        }
    }

    /** {@return the name of this store, new each time it is opened} */
    String name() {
        return name;
    }

    /** Says whether a store is still open, in this process or another. */
    boolean isAlive(String holder) throws IOException {
        return holder.equals(name) || (NAME.matcher(holder).matches() && isLocked(directory.resolve(holder)));
    }

    /** Deletes the files of stores that have ended without closing. */
    void clearTheDead() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String each = String.valueOf(file.getFileName());
                if (!each.equals(name) && NAME.matcher(each).matches() && !isLocked(file)) {
                    boolean unused = Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Never asked for the own file: closing another channel to it would free it. */
    private boolean isLocked(Path file) throws IOException {
        looking.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            Optional<FileLock> free = Optional.ofNullable(channel.tryLock(0, Long.MAX_VALUE, true));
            return free.isEmpty();
        } catch (OverlappingFileLockException here) {
            return true; // another class loader of this process has it
        } catch (NoSuchFileException closed) {
            return false;
        } finally {
            looking.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        boolean unused = Files.deleteIfExists(directory.resolve(name));
        own.close();
    }
}
