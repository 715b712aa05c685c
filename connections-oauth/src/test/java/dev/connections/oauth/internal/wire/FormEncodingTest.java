package dev.connections.oauth.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b|a+b",
                "a+b|a%2Bb",
                "a&b=c|a%26b%3Dc",
                "ü€😀|%C3%BC%E2%82%AC%F0%9F%98%80",
                "~|%7E",
                "%41|%2541",
                "A-Z.a_z*9|A-Z.a_z*9"
            })
    void encodesAsFormsDo(String text, String encoded) {
        assertThat(FormEncoding.encode(text)).isEqualTo(encoded);
    }

    @Test
    void encodesControlCharactersSoThatTheyStayInTheirValue() {
        assertThat(FormEncoding.encode("a\r\nb\0")).isEqualTo("a%0D%0Ab%00");
    }

    @Test
    void writesSpacesInQueriesAsEveryDecoderKnowsThem() {
        assertThat(FormEncoding.encodeForQuery("a b+c")).isEqualTo("a%20b%2Bc");
    }

    @Test
    void joinsPairsInTheirOrder() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", "a/b c");

        assertThat(FormEncoding.encode(parameters)).isEqualTo("grant_type=authorization_code&code=a%2Fb+c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "a%C3", "%C0%AF", "%ED%A0%80", "%-1"})
    void hasNoValueForBrokenEscapesOrBrokenUtf8(String encoded) {
        assertThat(FormEncoding.decode(encoded)).isEmpty();
    }

    @Test
    void decodesWhatItEncodes() {
        var random = new Random(20260101);

        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(40), 0, 0x11000)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(FormEncoding.decode(FormEncoding.encode(text))).contains(text);
        }
    }
}
