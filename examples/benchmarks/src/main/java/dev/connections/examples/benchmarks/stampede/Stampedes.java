package dev.connections.examples.benchmarks.stampede;

import dev.connections.examples.benchmarks.report.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Row 3, as a table for each scenario. */
public final class Stampedes {
    private Stampedes() {}

    /**
     * Measures.
     *
     * @param times how often each library runs each scenario
     * @return the tables
     */
    public static String measured(int times) throws InterruptedException {
        var tables = new StringBuilder();
        for (Scenario scenario : Scenario.all()) {
            tables.append(table(scenario, times)).append('\n');
        }
        return tables.toString();
    }

    private static String table(Scenario scenario, int times) throws InterruptedException {
        var lines =
                new StringBuilder("### Row 3: stampede on expired tokens, twice, strict rotating server (" + scenario
                        + ")\n\n| contender | requests for a grant each time | failed callers | lost grants |"
                        + " p99 beyond the endpoint | interval | goal |\n|---|---|---|---|---|---|---|\n");
        for (Library library : Library.values()) {
            Stampede.Outcome unused = new Stampede(scenario).by(library); // warms up
            List<Stampede.Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                outcomes.add(new Stampede(scenario).by(library));
            }
            lines.append(line(library, scenario, outcomes));
        }
        return lines.toString();
    }

    private static String line(Library library, Scenario scenario, List<Stampede.Outcome> outcomes) {
        Estimate beyond = Estimate.of(outcomes.stream()
                .mapToDouble(outcome -> milliseconds(outcome.slowest())
                        - (double) scenario.latency().toMillis())
                .toArray());
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %d | %d of %d | %.0f ms | %.0f–%.0f ms | %s |%n",
                library.label(),
                outcomes.stream()
                        .mapToDouble(Stampede.Outcome::requestsEachTime)
                        .max()
                        .orElse(0),
                outcomes.stream()
                        .mapToInt(Stampede.Outcome::failedCallers)
                        .max()
                        .orElse(0),
                outcomes.stream().mapToInt(Stampede.Outcome::lostGrants).max().orElse(0),
                scenario.grants(),
                beyond.median(),
                beyond.low(),
                beyond.high(),
                library == Library.CONNECTIONS ? verdict(scenario, beyond, outcomes) : "");
    }

    private static String verdict(Scenario scenario, Estimate beyond, List<Stampede.Outcome> outcomes) {
        boolean clean = outcomes.stream()
                .allMatch(outcome ->
                        outcome.requestsEachTime() == 1 && outcome.failedCallers() == 0 && outcome.lostGrants() == 0);
        long bound = scenario.bound().toMillis();
        return (clean ? "1 request, nothing lost: met" : "1 request, nothing lost: missed") + "; ≤ " + bound + " ms: "
                + beyond.against((double) bound);
    }

    private static double milliseconds(long nanoseconds) {
        return (double) nanoseconds / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
