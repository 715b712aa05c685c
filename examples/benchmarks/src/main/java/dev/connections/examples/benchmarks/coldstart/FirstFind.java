package dev.connections.examples.benchmarks.coldstart;

import dev.connections.examples.benchmarks.Row;
import dev.connections.examples.benchmarks.report.Comparison;
import dev.connections.examples.benchmarks.report.Contender;
import dev.connections.examples.benchmarks.report.Estimate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Counts the time that a JVM takes to find its first service by link name; each time in a JVM of its own. */
@Row(number = "13", work = "catalogue: find one of 650, first time in a JVM", timesFloor = 2)
public final class FirstFind {
    private static final String LINK_NAME = "salesforce";
    private static final String NAME = "Salesforce";

    private FirstFind() {}

    /** Runs each program as often as told, in turn. */
    public static Comparison measure(int times) {
        Map<Finder, List<Double>> measured = new EnumMap<>(Finder.class);
        for (int i = 0; i < times; i++) {
            for (Finder finder : Finder.values()) {
                measured.computeIfAbsent(finder, each -> new ArrayList<>()).add((double) nanoseconds(finder));
            }
        }
        List<Contender> contenders = measured.entrySet().stream()
                .map(each -> contender(each.getKey(), each.getValue()))
                .toList();
        return new Comparison(FirstFind.class.getAnnotation(Row.class), times + " JVMs each", contenders);
    }

    private static Contender contender(Finder finder, List<Double> nanoseconds) {
        double[] all = nanoseconds.stream().mapToDouble(Double::doubleValue).toArray();
        return new Contender(finder.label(), Estimate.of(all), OptionalDouble.empty());
    }

    /** Runs a program once. */
    static long nanoseconds(Finder finder) {
        String said = Jvm.run(List.of(), ProgramPath.of(finder::needs), finder.mainClass(), List.of(LINK_NAME));
        String[] parts = said.strip().split("\t", 2);
        if (!parts[0].equals(NAME)) {
            throw new IllegalStateException(finder + " found " + said);
        }
        return Long.parseLong(parts[1]);
    }
}
