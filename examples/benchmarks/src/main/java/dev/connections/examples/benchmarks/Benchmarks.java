package dev.connections.examples.benchmarks;

import dev.connections.examples.benchmarks.coldstart.ColdStart;
import dev.connections.examples.benchmarks.coldstart.FirstFind;
import dev.connections.examples.benchmarks.coldstart.LoadedClasses;
import dev.connections.examples.benchmarks.report.Comparison;
import dev.connections.examples.benchmarks.report.JmhResults;
import dev.connections.examples.benchmarks.report.Markdown;
import dev.connections.examples.benchmarks.stampede.Stampedes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures, and prints a table of ratios for each row at the end.
 *
 * <pre>{@code
 * java -jar examples/benchmarks/target/benchmarks.jar             # everything, 5 JVMs each: most of an hour
 * java -jar examples/benchmarks/target/benchmarks.jar quick 2 4   # rows 2 and 4, one JVM each
 * }</pre>
 */
public final class Benchmarks {
    private static final String STAMPEDE = "3";
    private static final String COLD_START = "12";
    private static final String FIRST_FIND = "13";

    private Benchmarks() {}

    /**
     * Runs.
     *
     * @param arguments {@code quick} or {@code full}, then the rows; all rows in full without
     */
    public static void main(String... arguments) throws RunnerException, InterruptedException {
        Effort effort = List.of(arguments).contains("quick") ? Effort.QUICK : Effort.FULL;
        Set<String> rows = rows(arguments);
        var results = new ArrayList<RunResult>();
        for (Plan plan : Plan.of(effort)) {
            if (rows.isEmpty() || rows.contains(plan.row())) {
                results.addAll(new Runner(plan.built()).run());
            }
        }
        System.out.println("\n" + heading(effort));
        System.out.println(Markdown.of(JmhResults.comparisons(results)));
        if (rows.isEmpty() || rows.contains(STAMPEDE)) {
            System.out.println(Stampedes.measured(effort.forks()));
        }
        if (rows.isEmpty() || rows.contains(COLD_START)) {
            coldStart(effort);
        }
        if (rows.isEmpty() || rows.contains(FIRST_FIND)) {
            System.out.println(Markdown.of(List.of(FirstFind.measure(effort.starts()))));
        }
    }

    private static Set<String> rows(String... arguments) {
        var rows = new TreeSet<>(List.of(arguments));
        Stream.of(Effort.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .forEach(rows::remove);
        return rows;
    }

    private static String heading(Effort effort) {
        return "## Java %s, %d processors, %s\n"
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        effort.name().toLowerCase(Locale.ROOT));
    }

    private static void coldStart(Effort effort) {
        try (var start = new ColdStart()) {
            Comparison measured = start.measure(effort.starts());
            System.out.println(Markdown.of(List.of(measured)));
            System.out.println(LoadedClasses.report(start));
        }
    }
}
