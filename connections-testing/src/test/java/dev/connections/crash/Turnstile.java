package dev.connections.crash;

import dev.connections.crash.StrictServer.Moment;
import dev.connections.crash.StrictServer.Watcher;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds refresh calls up at the server's door until the test lets them in. */
final class Turnstile implements Watcher {
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void at(Moment moment, String caller) {
        if (moment == Moment.ARRIVED) {
            arrived.release();
            await(open);
        }
    }

    /** Waits until one more call has come. */
    void awaitCall() {
        try {
            if (!arrived.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no refresh call came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a refresh call", e);
        }
    }

    /** Lets in who waits and who comes. */
    void open() {
        open.countDown();
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
