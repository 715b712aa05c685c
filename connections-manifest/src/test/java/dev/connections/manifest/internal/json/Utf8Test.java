package dev.connections.manifest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @CsvSource({
        "C0AF, 0", // overlong slash
        "E08080, 0", // overlong NUL
        "EDA080, 0", // surrogate
        "F4908080, 0", // above U+10FFFF
        "80, 0", // continuation alone
        "7B22C3, 2", // cut off
        "6161616161616161616161FF, 11" // behind more than one word of ASCII
    })
    void findsTheFirstByteThatIsNotUtf8(String hex, int offset) {
        assertThat(Utf8.firstFault(HexFormat.of().parseHex(hex))).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "é", "€", "\uFEFF", "𝄞", "aaaaaaaaéaaaaaaaa𝄞"})
    void takesEveryCharacter(String text) {
        assertThat(Utf8.firstFault(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Utf8.NO_FAULT);
    }

    @Property
    void agreesWithTheJdksStrictDecoder(@ForAll @Size(max = 12) byte[] bytes) {
        assertThat(Utf8.firstFault(bytes) == Utf8.NO_FAULT).isEqualTo(decodes(bytes));
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
