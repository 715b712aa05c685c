package dev.connections.internal.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the tables hold them: microseconds since 1970 in UTC, which no session time zone can bend. */
final class Micros {
    /** Longer than any back-off, and short enough that no sum overflows. */
    private static final Duration LONGEST = Duration.ofDays(36_525);

    private Micros() {}

    static long of(Duration duration) {
        Duration bounded = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
        return bounded.toNanos() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
