package dev.connections.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a-z]+ | acme | true",
                "[a-z]+ | Acme | false",
                "[a-z]+ | '' | false",
                "[a-z]* | '' | true",
                "[a-z0-9-]{2,4} | a-1 | true",
                "[a-z0-9-]{2,4} | a | false",
                "[a-z0-9-]{2,4} | abcde | false",
                "[a-z]{3} | abc | true",
                "[a-z]{3} | abcd | false",
                "[a-z]{2,} | abcdef | true",
                "us[0-9]{1,2} | us20 | true",
                "us[0-9]{1,2} | us | false",
                "a?b | b | true",
                "a?b | ab | true",
                "[a-z]+[a-z0-9]*x | ab1x | true",
                "[a-z]+[a-z0-9]*x | ab1 | false",
                "v\\.1 | v.1 | true",
                "v\\.1 | vx1 | false"
            })
    void matchesWholeTexts(String pattern, String value, boolean matches) {
        assertThat(InputPattern.read(pattern).orElseThrow().matches(value)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(a)",
                "a|b",
                "a++",
                "[a-z",
                "[]",
                "[^a]",
                "a{",
                "a{x}",
                ".",
                "^a$",
                "\\d",
                "a{1,2}{3}",
                "[a&&b]"
            })
    void refusesEverythingElse(String pattern) {
        assertThat(InputPattern.read(pattern)).isEmpty();
    }

    @Test
    void takesNoTimeOverWhatMakesOthersBacktrack() {
        InputPattern pattern = InputPattern.read("a*a*a*a*a*a*a*a*a*a*b").orElseThrow();

        assertThat(pattern.matches("a".repeat(253))).isFalse();
    }
}
