package dev.connections.examples.benchmarks.report;

import dev.connections.examples.benchmarks.Row;
import java.util.List;
import java.util.Optional;

/**
 * What was measured side by side.
 *
 * @param row the work
 * @param condition under which it was done, such as {@code connections=1000, 1 thread}
 * @param contenders who did it
 */
public record Comparison(Row row, String condition, List<Contender> contenders) {
    private static final String BARE = "bare";
    private static final String FLOOR = "floor";

    public Comparison {
        contenders = List.copyOf(contenders);
    }

    /** How many times the floor a contender took, or added; empty where there is no floor. */
    Optional<Estimate> ratio(Contender contender) {
        return named(FLOOR)
                .filter(floor -> !contender.name().equals(BARE))
                .map(floor -> added(contender).over(added(floor)));
    }

    private Estimate added(Contender contender) {
        return named(BARE)
                .map(bare -> contender.nanoseconds().minus(bare.nanoseconds()))
                .orElse(contender.nanoseconds());
    }

    private Optional<Contender> named(String name) {
        return contenders.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** What the goal says of the SDK; empty for everybody else. */
    String verdict(Contender contender) {
        if (!contender.name().equals("connections")) {
            return "";
        }
        if (row.milliseconds() > 0) {
            String verdict = contender.nanoseconds().against(row.milliseconds() * 1e6);
            return "≤ %.0f ms: %s".formatted(row.milliseconds(), verdict);
        }
        return ratio(contender)
                .filter(ratio -> row.timesFloor() > 0)
                .map(ratio -> "≤ %s: %s".formatted(row.timesFloor(), ratio.against(row.timesFloor())))
                .orElse("");
    }
}
