package dev.connections.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void measuresEveryRowInBothModes() {
        assertThat(Plan.of(Effort.QUICK))
                .extracting(Plan::row)
                .containsExactly("1", "1", "2", "4", "5", "6", "7", "11b", "10", "10b", "11", "8", "8b", "9", "6b");
        assertThat(Plan.of(Effort.FULL))
                .extracting(Plan::row)
                .containsOnly("1", "2", "4", "5", "6", "7", "11b", "10", "10b", "11", "8", "8b", "9", "6b");
    }

    @Test
    void measuresFiveJvmsForNumbersToQuote() {
        assertThat(Plan.of(Effort.FULL).get(0).built().getForkCount().get()).isEqualTo(5);
        assertThat(Plan.of(Effort.QUICK).get(0).built().getForkCount().get()).isEqualTo(1);
    }
}
