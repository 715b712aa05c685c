package dev.connections.internal.refresh;

import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits that differ from process to process, so that they do not meet again. */
final class Jitter {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Jitter() {}

    /** Returns a number of milliseconds in a range, both ends included. */
    static long between(long shortest, long longest) {
        return RANDOM.nextLong(shortest, longest + 1);
    }

    /** Waits on this thread, which must be a worker's. */
    static void park(long shortestMs, long longestMs) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(between(shortestMs, longestMs)));
    }
}
