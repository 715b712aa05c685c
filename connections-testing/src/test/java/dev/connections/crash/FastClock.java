package dev.connections.crash;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that all processes of a run share and that runs ten times as fast as the wall's, so that tokens, whose lifetime a
 * server states in whole seconds, live a fraction of one.
 */
final class FastClock extends Clock {
    static final long SPEED = 10;

    private final long startedAt;

    private FastClock(long startedAt) {
        this.startedAt = startedAt;
    }

    /** Returns a clock that starts now. */
    static FastClock started() {
        return since(systemUTC().millis());
    }

    /** Returns the clock that another process has started. */
    static FastClock since(long startedAt) {
        return new FastClock(startedAt);
    }

    long startedAt() {
        return startedAt;
    }

    @Override
    public long millis() {
        return startedAt + (systemUTC().millis() - startedAt) * SPEED;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
