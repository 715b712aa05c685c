package dev.connections.architecture.broken.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.function.LongSupplier;

final class CannotBeSteered {
    Instant wallClock() {
        return Instant.now();
    }

    Instant injectedClock(Clock clock) {
        return Instant.now(clock);
    }

    LongSupplier millis() {
        return System::currentTimeMillis;
    }

    int predictable(Random random) {
        return random.nextInt();
    }

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }

    void prints() {
        System.out.println("printed");
    }

    void printsTrace(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
