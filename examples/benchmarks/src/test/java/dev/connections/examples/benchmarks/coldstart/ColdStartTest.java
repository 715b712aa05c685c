package dev.connections.examples.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColdStartTest {
    private final ColdStart start = new ColdStart();

    @AfterEach
    void close() {
        start.close();
    }

    @ParameterizedTest
    @EnumSource
    void sendsAnAuthorizedRequest(Program program) {
        assertThat(start.nanoseconds(program)).isPositive();
    }

    @Test
    void loadsNeitherNimbusNorTheCatalogueForServicesThatNeedNeither() {
        List<String> loaded = start.loadedClasses(Program.CONNECTIONS);

        assertThat(LoadedClasses.count("dev.connections.oauth.", loaded)).isPositive();
        assertThat(LoadedClasses.count("com.nimbusds.", loaded)).isZero();
        assertThat(LoadedClasses.count("dev.connections.catalog.", loaded)).isZero();
    }
}
