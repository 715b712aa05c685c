package dev.connections.crash;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The wall's clock in microseconds, which is what processes of one machine share. */
final class Wall {
    private static final Clock CLOCK = Clock.systemUTC();

    private Wall() {}

    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, CLOCK.instant());
    }
}
