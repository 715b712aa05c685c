package dev.connections.internal.jdbc;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How often and how long an operation is tried again. Confined to one thread. */
final class Patience {
    /** The store's share of the time a refresh has (RELIABILITY.md, S6). */
    static final Duration LIMIT = Duration.ofSeconds(3);

    private static final int MOST = 20;
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final long start = System.nanoTime();
    private long pause = TimeUnit.MILLISECONDS.toNanos(1);
    private int tries;

    /** Waits a little, a random time, before the next try; false if there is to be none. */
    boolean another() {
        tries++;
        if (tries >= MOST || System.nanoTime() - start > LIMIT.toNanos()) {
            return false;
        }
        LockSupport.parkNanos(RANDOM.nextLong(pause / 2, pause));
        pause = Math.min(LONGEST_PAUSE, 2 * pause);
        return true;
    }
}
