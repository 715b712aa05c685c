package dev.connections.testing.internal.service;

import dev.connections.testing.MockService.Hold;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The two latches between a test and the request it keeps waiting. */
final class HeldRequest implements Hold {
    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Called by the thread that answers. */
    void pass() throws InterruptedException {
        arrived.countDown();
        released.await();
    }

    @Override
    public void awaitArrival() {
        if (!arrivesInTime()) {
            throw new IllegalStateException("no request came within " + PATIENCE_SECONDS
                    + " seconds; hold the endpoint before the request that must wait there is sent");
        }
    }

    private boolean arrivesInTime() {
        try {
            return arrived.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a request", e);
        }
    }

    @Override
    public void release() {
        released.countDown();
    }
}
