package dev.connections.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * Time as a variable: a wall clock and a ticker in one, which stand still until a test moves them. Thread-safe.
 *
 * <p>Give it to {@code Connections.builder().clock(clock).ticker(clock)}. Clocks made from it by {@link #withZone} show the
 * same instant and move with it.
 */
public abstract class MutableClock extends Clock implements LongSupplier {
    /** For the only implementation. */
    MutableClock() {}

    /**
     * Returns a clock in UTC that shows an instant; its ticker starts at 0.
     *
     * @param iso the instant in ISO 8601, such as {@code 2026-01-01T00:00:00Z}
     * @return the clock
     * @throws java.time.format.DateTimeParseException if the text is no instant
     */
    public static MutableClock at(String iso) {
        return new SteppedClock(Instant.parse(iso), ZoneOffset.UTC);
    }

    /**
     * Lets time pass: wall clock and ticker go on together.
     *
     * @param time how much; not negative
     * @throws IllegalArgumentException if it is negative; a wall clock that is set back is {@link #advanceWallOnly}
     */
    public abstract void advance(Duration time);

    /**
     * Sets the wall clock as a person or a time server would; the ticker does not notice.
     *
     * @param jump how far; a negative duration sets it back
     */
    public abstract void advanceWallOnly(Duration jump);

    /**
     * Lets time pass that the wall clock does not show, because it was set back meanwhile.
     *
     * @param time how much; not negative
     * @throws IllegalArgumentException if it is negative: a ticker never goes back
     */
    public abstract void advanceTickerOnly(Duration time);

    /** {@return the ticker: nanoseconds that passed since the clock was made} */
    @Override
    public abstract long getAsLong();
}
