package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do; a test that waits in vain says what it has seen. */
final class Waiting {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    private Waiting() {}

    static void until(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until an event was heard. */
    static void until(Collection<String> events, String code) {
        long deadline = System.nanoTime() + LONGEST;
        while (!events.contains(code)) {
            assertThat(System.nanoTime())
                    .as("no event " + code + " came, only " + events)
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** Waits until something is so. */
    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LONGEST;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
