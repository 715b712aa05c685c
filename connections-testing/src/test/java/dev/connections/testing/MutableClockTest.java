package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class MutableClockTest {
    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        Instant first = clock.instant();

        assertThat(first).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(clock.instant()).isEqualTo(first);
        assertThat(clock.getAsLong()).isZero();
    }

    @Test
    void movesWallClockAndTickerTogether() {
        clock.advance(Duration.ofMinutes(2));

        assertThat(clock.instant()).isEqualTo("2026-01-01T00:02:00Z");
        assertThat(clock.getAsLong()).isEqualTo(Duration.ofMinutes(2).toNanos());
    }

    @Test
    void setsTheWallClockBackWhileTheTickerStands() {
        clock.advanceWallOnly(Duration.ofHours(-1));

        assertThat(clock.instant()).isEqualTo("2025-12-31T23:00:00Z");
        assertThat(clock.getAsLong()).isZero();
    }

    @Test
    void movesTheTickerWhileTheWallClockStands() {
        clock.advanceTickerOnly(Duration.ofSeconds(3));

        assertThat(clock.instant()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(clock.getAsLong()).isEqualTo(3_000_000_000L);
    }

    @Test
    void refusesToLetTimePassBackwards() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use advanceWallOnly");
        assertThatThrownBy(() -> clock.advanceTickerOnly(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void movesTheClocksOfOtherZonesAlong() {
        Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.advance(Duration.ofDays(1));

        assertThat(tokyo.instant()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void losesNoStepOfSeveralThreads() throws InterruptedException {
        var done = new CountDownLatch(8);
        var threads = Executors.newFixedThreadPool(8);

        for (int thread = 0; thread < 8; thread++) {
            threads.execute(() -> {
                for (int step = 0; step < 1000; step++) {
                    clock.advance(Duration.ofSeconds(1));
                }
                done.countDown();
            });
        }
        done.await();
        threads.shutdown();

        assertThat(clock.getAsLong()).isEqualTo(Duration.ofSeconds(8000).toNanos());
    }
}
