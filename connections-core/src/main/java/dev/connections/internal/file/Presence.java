package dev.connections.internal.file;

import dev.connections.ConnectionConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Sees to it that a process opens a directory once. A second store would close lock files of the first, which frees its
 * locks. Java knows which files a process has locked, by the file itself: other spellings of the path, links and other
 * class loaders are the same to it.
 */
final class Presence implements AutoCloseable {
    private final FileChannel channel;

    private Presence(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Notes that the directory is open.
     *
     * @throws ConnectionConfigurationException if it is already in this process ({@code directory_in_use_here})
     */
    static Presence in(Places places) throws IOException {
        FileChannel channel = FileChannel.open(
                places.open(),
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                Owner.file(places.open()));
        try {
            if (channel.tryLock(0, Long.MAX_VALUE, true) == null) {
                throw new LockBusy(places.open());
            }
            return new Presence(channel);
        } catch (OverlappingFileLockException here) {
            channel.close();
            throw inUse(places.root(), here);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static ConnectionConfigurationException inUse(Path root, OverlappingFileLockException here) {
        return new ConnectionConfigurationException(
                "directory_in_use_here",
                "the directory " + root + " is already open as a file store in this process; share that store, or"
                        + " close it first",
                here);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
