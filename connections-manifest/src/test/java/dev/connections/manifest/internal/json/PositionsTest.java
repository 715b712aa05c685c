package dev.connections.manifest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
    private static Position at(String text, int offset) {
        return new Positions(text.getBytes(StandardCharsets.UTF_8)).at(offset);
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', 2", "'a\rb', 2", "'a\r\nb', 3"})
    void countsEachKindOfLineEndAsOne(String text, int offsetOfB) {
        assertThat(at(text, offsetOfB)).isEqualTo(new Position(2, 1));
    }

    @Test
    void countsUtf16Units() {
        assertThat(at("é€𝄞x", 9)).isEqualTo(new Position(1, 5));
    }

    @Test
    void doesNotCountAByteOrderMark() {
        assertThat(at("\uFEFF{}", 3)).isEqualTo(new Position(1, 1));
        assertThat(at("\uFEFF{}", 0)).isEqualTo(new Position(1, 1));
    }

    @Test
    void answersInAnyOrderFarIntoTheText() {
        String text = "0123456789\r\n".repeat(1000) + "x".repeat(5000);
        Positions positions = new Positions(text.getBytes(StandardCharsets.UTF_8));

        assertThat(positions.at(12_000 + 4999)).isEqualTo(new Position(1001, 5000));
        assertThat(positions.at(12 * 500 + 3)).isEqualTo(new Position(501, 4));
        assertThat(positions.at(0)).isEqualTo(new Position(1, 1));
        assertThat(positions.at(text.length())).isEqualTo(new Position(1001, 5001));
    }
}
