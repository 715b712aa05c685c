package dev.connections.examples.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void takesTheExtremesOfFive() {
        assertThat(Estimate.of(5, 1, 4, 2, 3)).isEqualTo(new Estimate(3, 1, 5));
    }

    @Test
    void leavesOutliersOfManyOut() {
        // 21 throws of a coin: at most 5 heads or at most 5 tails in 2.7 % of all cases, 6 in 7.8 %
        double[] measurements = IntStream.rangeClosed(1, 21).asDoubleStream().toArray();

        assertThat(Estimate.of(measurements)).isEqualTo(new Estimate(11, 6, 16));
    }

    @Test
    void averagesTheTwoInTheMiddle() {
        assertThat(Estimate.of(1, 2, 4, 8).median()).isEqualTo(3);
    }

    @Test
    void comparesAtWorstAndAtBest() {
        Estimate ratio = new Estimate(30, 20, 40).over(new Estimate(10, 8, 20));

        assertThat(ratio).isEqualTo(new Estimate(3, 1, 5));
    }

    @Test
    void subtractsAtWorstAndAtBest() {
        assertThat(new Estimate(30, 25, 40).minus(new Estimate(10, 8, 12))).isEqualTo(new Estimate(20, 13, 32));
    }

    @Test
    void judgesByTheWholeInterval() {
        Estimate estimate = new Estimate(1.2, 1.1, 1.3);

        assertThat(estimate.against(1.3)).isEqualTo("met");
        assertThat(estimate.against(1.25)).isEqualTo("not distinguishable");
        assertThat(estimate.against(1.05)).isEqualTo("missed");
    }
}
