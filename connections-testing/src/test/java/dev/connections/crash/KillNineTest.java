package dev.connections.crash;

import dev.connections.crash.Chaos.Plan;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few seconds of {@link KillNineIT}, for every build. */
class KillNineTest {
    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final double OFTEN = 0.01;

    @TempDir
    private Path directory;

    @Test
    void losesNothingUnreportedWhenProcessesAreKilled() {
        Plan plan = Plan.killing(SHORT).withCrash(OFTEN).withWorkers(2);

        Chaos.run(plan, Place.Kind.FILES.below(directory), directory);
    }
}
