package dev.connections.examples.benchmarks.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time, as far ahead as somebody has set it. */
public final class LeapingClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** Goes further ahead; called by one thread only. */
    public void leap(Duration further) {
        ahead = ahead.plus(further);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
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
