package dev.connections.manifest.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The turn of one writer among those of this machine. While it lasts, no other writer looks at the file or replaces it.
 *
 * <p>The lock is on a file of its own beside the other: POSIX drops a process's locks on a file as soon as any part of the
 * process closes that file, and readers do so at any time. Who had the turn takes the lock file away and then writes into
 * it, so that those who wait for it see that it has no name any more and try the next one. A crash ends the lock and
 * leaves an empty file, which the next writer uses.
 */
final class Turn {
    /**
     * Makes the writers of this process take turns, since file locks are held by a process, not by a thread. Held during
     * the few file operations of one write, never while somebody else's code runs.
     */
    private static final ReentrantLock WRITING = new ReentrantLock();

    private final Path lock;
    private final FileChannel channel;

    private Turn(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    /** Waits for the turn to write this file. */
    static Turn of(Path target) throws IOException {
        Path lock = target.resolveSibling("." + target.getFileName() + ".lock");
        WRITING.lock();
        try {
            Optional<Turn> turn = next(lock);
            while (turn.isEmpty()) {
                turn = next(lock);
            }
            return turn.get();
        } catch (IOException | RuntimeException failure) {
            WRITING.unlock();
            throw failure;
        }
    }

    /** Empty if the lock file that was waited for has been taken away. */
    private static Optional<Turn> next(Path lock) throws IOException {
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            if (channel.size() == 0) {
                return Optional.of(new Turn(lock, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Ends the turn; what has been written by now is written, whatever becomes of the lock file. */
    void end() {
        try (channel) {
            Files.deleteIfExists(lock);
            channel.write(ByteBuffer.wrap(new byte[1]));
        } catch (IOException left) {
            return; // the lock itself ends with the channel
        } finally {
            WRITING.unlock();
        }
    }
}
