package dev.connections.examples.benchmarks.report;

import dev.connections.examples.benchmarks.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Reads what JMH measured; it counts nanoseconds, and bytes with its GC profiler. */
public final class JmhResults {
    private static final String BYTES = "gc.alloc.rate.norm";
    private static final int ENOUGH_FORKS = 3;

    private JmhResults() {}

    /** Puts together what was measured of one class under one condition. */
    public static List<Comparison> comparisons(Collection<RunResult> results) {
        Map<Table, List<Contender>> tables = new LinkedHashMap<>();
        for (RunResult result : results) {
            tables.computeIfAbsent(Table.of(result.getParams()), table -> new ArrayList<>())
                    .add(contender(result));
        }
        return tables.entrySet().stream()
                .map(table -> table.getKey().with(table.getValue()))
                .toList();
    }

    private record Table(Class<?> type, String condition) {
        static Table of(BenchmarkParams params) {
            String name = params.getBenchmark();
            return new Table(classNamed(name.substring(0, name.lastIndexOf('.'))), conditionOf(params));
        }

        Comparison with(List<Contender> contenders) {
            return new Comparison(type.getAnnotation(Row.class), condition, contenders);
        }
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String conditionOf(BenchmarkParams params) {
        String given = params.getParamsKeys().stream()
                .map(key -> key + "=" + params.getParam(key))
                .collect(Collectors.joining(", "));
        return given.isEmpty() ? "" : given + ", threads=" + params.getThreads();
    }

    private static Contender contender(RunResult result) {
        String name = result.getParams().getBenchmark();
        Result<?> bytes = result.getSecondaryResults().get(BYTES);
        return new Contender(
                name.substring(name.lastIndexOf('.') + 1),
                Estimate.of(measurements(result)),
                bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes.getScore()));
    }

    /** One measurement for each JVM; where they are too few, one for each iteration. */
    private static double[] measurements(RunResult result) {
        Collection<BenchmarkResult> forks = result.getBenchmarkResults();
        return forks.size() >= ENOUGH_FORKS
                ? forks.stream()
                        .mapToDouble(fork -> fork.getPrimaryResult().getScore())
                        .toArray()
                : forks.stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                        .toArray();
    }
}
