package dev.connections.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void needsNone() {
        Options options = Options.parse();

        assertThat(options.port()).isZero();
        assertThat(options.data()).isEqualTo(Path.of("extension-backend-data"));
        assertThat(options.database()).isEmpty();
        assertThat(options.plainHttp()).isFalse();
    }

    @Test
    void takesADatabase() {
        assertThat(Options.parse("--database", "jdbc:postgresql://db.example/connections")
                        .database())
                .hasValue("jdbc:postgresql://db.example/connections");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "--port"})
    void namesWhatItKnowsWhenAnOptionIsUnknownOrLacksItsValue(String option) {
        assertThatThrownBy(() -> Options.parse(option))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use --port, --data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "99999"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> Options.parse("--port", port).port())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give a number up to 65535");
    }
}
