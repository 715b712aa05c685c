package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.crash.Chaos.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four processes share a store and are killed with signal 9, at random and at named points of a refresh (RELIABILITY.md,
 * sections 5.5 and 5.6; G1 to G3, G5). {@code -Dconnections.crash.seconds} says how long a run lasts,
 * {@code -Dconnections.crash.seed} repeats the choices of one.
 */
class KillNineIT {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("connections.crash.seconds", 20));
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final Duration GRACE = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void survivesKillsAtAnyMoment(Place.Kind kind) {
        Chaos.run(Plan.killing(LENGTH), kind.below(directory), directory);
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheGrantsThatAStrictServerTakesFromTheDead(Place.Kind kind) {
        Chaos.run(Plan.dying(LENGTH, Duration.ZERO), kind.below(directory), directory);
    }

    @ParameterizedTest
    @EnumSource
    void losesNoGrantWhereTheServerHasAGrace(Place.Kind kind) {
        Chaos.run(Plan.dying(LENGTH, GRACE), kind.below(directory), directory);
    }

    @ParameterizedTest
    @EnumSource
    void noticesProcessesThatTakeEveryLease(Place.Kind kind) {
        List<String> findings = Chaos.findings(Plan.withoutLock(A_WHILE), kind.below(directory), directory);

        assertThat(findings)
                .anyMatch(finding -> finding.startsWith("G1: two calls overlap"))
                .anyMatch(finding -> finding.startsWith("S2: "));
    }
}
