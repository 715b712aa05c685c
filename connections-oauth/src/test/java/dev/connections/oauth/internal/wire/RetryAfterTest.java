package dev.connections.oauth.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RELIABILITY F-T2 to F-T4. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"7,7", "0,0", "' 120 ',120", "-1,0", "abc,0", "1.5,0", "'',0", "3601,3600", "99999999999,3600"})
    void readsSecondsAndCapsThem(String value, long seconds) {
        assertThat(wait(value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void capsANumberThatNoLongHolds() {
        assertThat(wait("9".repeat(400))).isEqualTo(RetryAfter.LONGEST);
    }

    @Test
    void measuresADateOnTheServersClock() {
        Duration wait =
                RetryAfter.of(List.of("Thu, 01 Jan 2026 10:00:30 GMT"), List.of("Thu, 01 Jan 2026 10:00:00 GMT"), NOW);

        assertThat(wait).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void measuresADateOnOurClockWhereTheServerHasNone() {
        assertThat(wait("Thu, 01 Jan 2026 00:00:12 GMT")).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void waitsNoTimeForADateInThePast() {
        assertThat(wait("Wed, 31 Dec 2025 23:00:00 GMT")).isZero();
    }

    @Test
    void ignoresTwoHeadersThatContradictEachOther() {
        assertThat(RetryAfter.of(List.of("7", "9"), List.of(), NOW)).isZero();
    }

    private static Duration wait(String value) {
        return RetryAfter.of(List.of(value), List.of(), NOW);
    }
}
