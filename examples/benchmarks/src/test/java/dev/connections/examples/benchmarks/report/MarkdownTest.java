package dev.connections.examples.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.examples.benchmarks.Row;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Row(number = "1", work = "looking up", timesFloor = 1.5)
    private static final class Lookup {}

    @Row(number = "4", work = "adding", timesFloor = 1.25)
    private static final class Addition {}

    @Row(number = "6b", work = "surviving", milliseconds = 200)
    private static final class Survival {}

    @Test
    void printsRatiosAndTheGoal() {
        String table = table(Lookup.class, contender("floor", 20), contender("connections", 28), contender("peer", 80));

        assertThat(table)
                .contains("### Row 1: looking up (somewhere)")
                .contains("| floor | 20.00 ns | 20.00 ns–20.00 ns | 8 B | 1.00 | 1.00–1.00 |  |")
                .contains("| connections | 28.00 ns | 28.00 ns–28.00 ns | 8 B | 1.40 | 1.40–1.40 | ≤ 1.5: met |")
                .contains("| peer | 80.00 ns | 80.00 ns–80.00 ns | 8 B | 4.00 | 4.00–4.00 |  |");
    }

    @Test
    void comparesWhatIsAddedToTheBareWork() {
        String table =
                table(Addition.class, contender("bare", 100), contender("floor", 200), contender("connections", 300));

        assertThat(table)
                .contains("| bare | 100 ns | 100 ns–100 ns | 8 B |  |  |  |")
                .contains("| 2.00 | 2.00–2.00 | ≤ 1.25: missed |");
    }

    @Test
    void holdsATimeAgainstItsBound() {
        String table = table(Survival.class, contender("connections", 3_500_000), contender("peer", 21e9));

        assertThat(table)
                .contains("| connections | 3.50 ms | 3.50 ms–3.50 ms | 8 B |  |  | ≤ 200 ms: met |")
                .contains("| peer | 21.00 s |");
    }

    private static String table(Class<?> row, Contender... contenders) {
        return Markdown.of(List.of(new Comparison(row.getAnnotation(Row.class), "somewhere", List.of(contenders))));
    }

    private static Contender contender(String name, double nanoseconds) {
        return new Contender(name, Estimate.of(nanoseconds), OptionalDouble.of(8));
    }
}
