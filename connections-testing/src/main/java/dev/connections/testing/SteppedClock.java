package dev.connections.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** The only mutable clock there is. Its hands are shared with the clocks made from it. */
final class SteppedClock extends MutableClock {
    private final Hands now;
    private final ZoneId zone;

    SteppedClock(Instant start, ZoneId zone) {
        this(new Hands(new Time(start, 0)), zone);
    }

    private SteppedClock(Hands now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    @Override
    public void advance(Duration time) {
        requireForward(time);
        now.move(before -> new Time(before.wall.plus(time), before.nanos + time.toNanos()));
    }

    @Override
    public void advanceWallOnly(Duration jump) {
        now.move(before -> new Time(before.wall.plus(jump), before.nanos));
    }

    @Override
    public void advanceTickerOnly(Duration time) {
        requireForward(time);
        now.move(before -> new Time(before.wall, before.nanos + time.toNanos()));
    }

    @Override
    public long getAsLong() {
        return now.time.nanos;
    }

    @Override
    public Instant instant() {
        return now.time.wall;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SteppedClock(now, other);
    }

    @Override
    public String toString() {
        return "MutableClock[" + instant() + ", " + zone + "]";
    }

    private static void requireForward(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException(
                    "time cannot pass by " + time + "; to set the wall clock back use advanceWallOnly");
        }
    }

    private record Time(Instant wall, long nanos) {}

    /** One reference holds both times, so that nobody sees half a step; the monitor keeps steps apart. */
    private static final class Hands {
        private volatile Time time;

        Hands(Time time) {
            this.time = time;
        }

        synchronized void move(UnaryOperator<Time> step) {
            time = step.apply(time);
        }
    }
}
