package dev.connections.examples.benchmarks.stampede;

import java.time.Duration;
import java.util.List;

/**
 * A stampede.
 *
 * @param threads how many ask at once
 * @param grants for how many grants, in equal parts
 * @param latency how long the token endpoint takes
 * @param bound how much longer than that the slowest caller but one in a hundred may wait
 */
record Scenario(int threads, int grants, Duration latency, Duration bound) {
    /** Those of the table. */
    static List<Scenario> all() {
        return List.of(
                new Scenario(1_000, 1, Duration.ofMillis(50), Duration.ofMillis(15)),
                new Scenario(1_000, 1, Duration.ofMillis(500), Duration.ofMillis(15)),
                new Scenario(1_000, 100, Duration.ofMillis(50), Duration.ofMillis(60)),
                new Scenario(1_000, 100, Duration.ofMillis(500), Duration.ofMillis(60)));
    }

    @Override
    public String toString() {
        return "%d threads, %d %s, endpoint %d ms"
                .formatted(threads, grants, grants == 1 ? "grant" : "grants", latency.toMillis());
    }
}
