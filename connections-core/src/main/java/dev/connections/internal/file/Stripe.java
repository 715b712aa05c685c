package dev.connections.internal.file;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets one thread of one process at a time change the records that share a lock file. Thread-safe. */
final class Stripe {
    /** A write takes milliseconds; who keeps the others waiting this long has been stopped, or its disk hangs. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    /** Threads of one process that follow each other leave other processes no moment to get in. */
    private static final int TURNS_IN_A_ROW = 32;

    private final Path path;
    private final Duration limit;
    /** Guards the fields below; held together with the file's lock, and while waiting for it. */
    private final ReentrantLock mutex = new ReentrantLock();

    private @Nullable LockFile file;
    private boolean closed;
    private int turns;

    Stripe(Path path, Duration limit) {
        this.path = path;
        this.limit = limit;
    }

    /**
     * Waits for the turn.
     *
     * @throws LockBusy if it does not come in time
     * @throws IllegalStateException if the store is closed
     */
    Turn take() throws IOException {
        try (Patience patience = Patience.of(limit)) {
            if (!patience.lock(mutex)) {
                throw new LockBusy(path);
            }
            boolean taken = false;
            try {
                Turn turn = turn(patience);
                taken = true;
                return turn;
            } finally {
                if (!taken) {
                    mutex.unlock();
                }
            }
        }
    }

    private Turn turn(Patience patience) throws IOException {
        while (true) {
            LockFile current = file();
            Optional<FileLock> lock = current.tryLock();
            if (lock.isPresent() && current.isInPlace()) {
                return new Held(current, lock.get());
            }
            if (lock.isPresent()) {
                forget();
            } else if (!patience.pause()) {
                throw new LockBusy(path);
            }
        }
    }

    private LockFile file() throws IOException {
        if (closed) {
            throw new IllegalStateException("the file store is closed");
        }
        LockFile open = file == null ? LockFile.open(path) : file;
        file = open;
        return open;
    }

    private void forget() throws IOException {
        LockFile old = file;
        file = null;
        if (old != null) {
            old.close();
        }
    }

    /** Waits for whoever has the turn, and closes the file. */
    void close() throws IOException {
        mutex.lock();
        try {
            closed = true;
            forget();
        } finally {
            mutex.unlock();
        }
    }

    private void end(FileLock lock) throws IOException {
        try {
            lock.release();
            if (mutex.hasQueuedThreads() && ++turns % TURNS_IN_A_ROW == 0) {
                try (Patience patience = Patience.of(Duration.ZERO)) {
                    patience.standBack();
                }
            }
        } finally {
            mutex.unlock();
        }
    }

    private final class Held implements Turn {
        private final LockFile current;
        private final FileLock lock;

        Held(LockFile current, FileLock lock) {
            this.current = current;
            this.lock = lock;
        }

        @Override
        public void confirm() throws IOException {
            if (!current.isInPlace()) {
                throw new LockLost(path);
            }
        }

        @Override
        public void close() throws IOException {
            end(lock);
        }
    }
}
