package dev.connections.internal.serve;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * When something was compared with the store last, in milliseconds of the clock. A clock that was set back counts as long
 * ago. Thread-safe.
 */
final class Comparing {
    private static final AtomicLongFieldUpdater<Comparing> LAST =
            AtomicLongFieldUpdater.newUpdater(Comparing.class, "last");

    private final long every;
    private volatile long last;

    Comparing(long every) {
        this.every = every;
    }

    long every() {
        return every;
    }

    /** Whether the last comparison is recent. The hot path asks: one read, one comparison. */
    boolean recent(long now) {
        return Long.compareUnsigned(now - last, every) < 0;
    }

    /** Notes that what was read just now needs no comparison. */
    void done(long now) {
        last = now;
    }

    /** Whether to compare now; true for one of many callers. */
    boolean claim(long now) {
        long before = last;
        return Long.compareUnsigned(now - before, every) >= 0 && LAST.compareAndSet(this, before, now);
    }
}
