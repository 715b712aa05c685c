package dev.connections.oauth.internal.flow;

import dev.connections.ConnectionCancelledException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Waits until a ticker shows a time. */
@FunctionalInterface
interface Pause {
    /**
     * Waits. Blocks.
     *
     * @param nanos the time of the ticker to wait for
     * @throws ConnectionCancelledException if the thread is interrupted ({@code interrupted}); its flag stays set
     */
    void until(long nanos);

    /** Returns a pause that looks at the ticker four times a second: a test's ticker wakes nobody. */
    static Pause parking(LongSupplier ticker) {
        long longest = TimeUnit.MILLISECONDS.toNanos(250);
        return until -> {
            for (long left = until - ticker.getAsLong(); left > 0; left = until - ticker.getAsLong()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new ConnectionCancelledException(
                            "interrupted",
                            "the wait for the user's answer was interrupted; poll() or await() again while the code works",
                            null);
                }
                LockSupport.parkNanos(Pause.class, Math.min(left, longest));
            }
        };
    }
}
