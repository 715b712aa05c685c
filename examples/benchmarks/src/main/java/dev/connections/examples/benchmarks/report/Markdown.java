package dev.connections.examples.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes comparisons as tables. */
public final class Markdown {
    private static final List<String> UNITS = List.of("ns", "µs", "ms", "s");
    private static final int STEP = 1000;

    private Markdown() {}

    /** Writes all comparisons. */
    public static String of(List<Comparison> comparisons) {
        return comparisons.stream().map(Markdown::table).collect(Collectors.joining("\n"));
    }

    private static String table(Comparison comparison) {
        String head = "### Row %s: %s%s%n%n"
                .formatted(comparison.row().number(), comparison.row().work(), suffix(comparison.condition()));
        return head + "| contender | time | interval | bytes | times the floor | interval | goal |\n"
                + "|---|---|---|---|---|---|---|\n"
                + comparison.contenders().stream()
                        .map(contender -> line(comparison, contender))
                        .collect(Collectors.joining());
    }

    private static String suffix(String condition) {
        return condition.isEmpty() ? "" : " (" + condition + ")";
    }

    private static String line(Comparison comparison, Contender contender) {
        Estimate time = contender.nanoseconds();
        Optional<Estimate> ratio = comparison.ratio(contender);
        return "| %s | %s | %s–%s | %s | %s | %s | %s |%n"
                .formatted(
                        contender.name(),
                        duration(time.median()),
                        duration(time.low()),
                        duration(time.high()),
                        bytes(contender.bytes()),
                        ratio.map(it -> number(it.median())).orElse(""),
                        ratio.map(it -> number(it.low()) + "–" + number(it.high()))
                                .orElse(""),
                        comparison.verdict(contender));
    }

    private static String duration(double nanoseconds) {
        double value = nanoseconds;
        int unit = 0;
        while (value >= STEP && unit < UNITS.size() - 1) {
            value /= STEP;
            unit++;
        }
        return number(value) + " " + UNITS.get(unit);
    }

    private static String bytes(OptionalDouble bytes) {
        return bytes.isEmpty() ? "" : String.format(Locale.ROOT, "%.0f B", bytes.getAsDouble());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }
}
