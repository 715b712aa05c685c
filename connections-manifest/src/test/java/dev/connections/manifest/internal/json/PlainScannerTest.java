package dev.connections.manifest.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way through a text finds what the long one does, or leaves it to that one. */
class PlainScannerTest {
    private static final int DEPTH = 64;

    private static Optional<Scanned> plain(String text) {
        return PlainScanner.scan(text.getBytes(StandardCharsets.UTF_8), DEPTH);
    }

    private static Scanned whole(String text) {
        return new Scanner(text.getBytes(StandardCharsets.UTF_8), DEPTH).scan();
    }

    @Provide
    Arbitrary<String> values() {
        return JsonTexts.values();
    }

    @Property(tries = 500)
    void findsWhatTheScannerFindsInJson(@ForAll("values") String text) {
        Optional<Scanned> plain = plain(text);

        plain.ifPresent(found -> assertThat(found.tape()).isEqualTo(whole(text).tape()));
        assertThat(plain.isPresent() || text.indexOf('\\') >= 0).isTrue();
    }

    @Property(tries = 500)
    void leavesWhatIsNoJsonToTheScanner(@ForAll("values") String text, @ForAll char oddity, @ForAll int where) {
        int at = Math.floorMod(where, text.length() + 1);
        String other = text.substring(0, at) + (Character.isSurrogate(oddity) ? '?' : oddity) + text.substring(at);

        plain(other).ifPresent(found -> {
            assertThat(whole(other).flawed()).isEqualTo(found.flawed());
            assertThat(found.tape()).isEqualTo(whole(other).tape());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
                "{,}", "[,]", "\"a", "\"a\n\"", "\"\\x\"", "tru", "01", "{} {}", "{}x", "\"a\":1", "\uFEFF{}", "[1]//",
                "\u00A0{}", "{a:1}", "{'a':1}", "{\"a\" 1}", "[1 2]", "[1}", "{\"a\":}"
            })
    void givesUpOnWhatIsNoJson(String text) {
        assertThat(plain(text)).isEmpty();
    }

    @Test
    void givesUpOnWhatIsDeeperThanTheLimit() {
        assertThat(plain("[".repeat(DEPTH) + "]".repeat(DEPTH))).isPresent();
        assertThat(plain("[".repeat(DEPTH + 1) + "]".repeat(DEPTH + 1))).isEmpty();
    }

    @Test
    void needsNoStackForDepthThatAnotherLimitAllows() {
        byte[] deep = ("[".repeat(1_000_000) + "]".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(PlainScanner.scan(deep, Integer.MAX_VALUE)).isEmpty();
    }
}
