package dev.connections.examples.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.examples.benchmarks.report.Comparison;
import dev.connections.examples.benchmarks.report.Contender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FirstFindTest {
    @ParameterizedTest
    @EnumSource
    void findsTheSameServiceInEachWay(Finder finder) {
        assertThat(FirstFind.nanoseconds(finder)).isPositive();
    }

    @Test
    void comparesTheSdkWithItsFloors() {
        Comparison compared = FirstFind.measure(1);

        assertThat(compared.contenders())
                .extracting(Contender::name)
                .containsExactly("floor", "connections", "byte scan", "jackson tree");
    }
}
