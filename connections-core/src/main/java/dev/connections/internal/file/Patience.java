package dev.connections.internal.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits that an interrupt does not cut short; the thread is told of it again at the end. Confined to one thread.
 *
 * <p>Without this, an interrupt would close the channel that is in use: half a record written, a lock lost.
 */
final class Patience implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long SHORTEST_PAUSE_MS = 3;
    private static final long LONGEST_PAUSE_MS = 13;

    private final long deadline;
    private boolean interrupted;

    private Patience(long deadline) {
        this.deadline = deadline;
    }

    static Patience of(Duration limit) {
        return new Patience(System.nanoTime() + limit.toNanos());
    }

    /** Runs file work; once more if an interrupt ended it, so it must be the same to do it twice. */
    static <T> T uninterrupted(Io<T> work) throws IOException {
        try (Patience patience = of(Duration.ZERO)) {
            while (true) {
                patience.noteInterrupt();
                try {
                    return work.run();
                } catch (ClosedByInterruptException again) {
                    patience.interrupted = true;
                }
            }
        }
    }

    /** Returns whether the mutex was had in time. */
    boolean lock(ReentrantLock mutex) {
        while (true) {
            try {
                return mutex.tryLock(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
    }

    /** Waits a while, never as long as another process waits; returns whether there is time left. */
    boolean pause() {
        noteInterrupt();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RANDOM.nextLong(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS + 1)));
        return System.nanoTime() < deadline;
    }

    /** Waits longer than the longest {@link #pause}, so that whoever pauses finds the way free. */
    void standBack() {
        noteInterrupt();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LONGEST_PAUSE_MS + SHORTEST_PAUSE_MS));
    }

    private void noteInterrupt() {
        interrupted |= Thread.interrupted();
    }

    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
