package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.manifest.PluginManifest.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text made to break readers ends in findings or one typed error; the time limit only catches what is not linear. */
@Timeout(60)
class HostileTextTest {
    private static final int LONG = 1 << 19;

    private static PluginManifest read(byte[] bytes) {
        return PluginManifest.read(new ByteArrayInputStream(bytes), ReadLimits.standard());
    }

    private static ManifestException refused(byte[] bytes) {
        try {
            read(bytes);
        } catch (ManifestException refused) {
            return refused;
        }
        throw new AssertionError("was read");
    }

    @ParameterizedTest
    @CsvSource({
        "7B22C0AF227D, 2, 'column 3', C0", // overlong slash
        "7B22EDA080227D, 2, 'column 3', ED", // surrogate
        "7B0A22FF227D, 3, 'line 2, column 2', FF"
    })
    void refusesWhatIsNotUtf8(String hex, int offset, String position, String value) {
        ManifestException refused = refused(HexFormat.of().parseHex(hex));

        assertThat(refused.code()).isEqualTo("not_utf8");
        assertThat(refused)
                .hasMessageContaining("not UTF-8 at byte " + offset)
                .hasMessageContaining(position)
                .hasMessageContaining("byte value " + value)
                .hasMessageEndingWith("save it as UTF-8 and read it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void namesWideEncodings(String charset) {
        ManifestException refused = refused("{\"service\":\"CRM\"}".getBytes(Charset.forName(charset)));

        assertThat(refused.code()).isEqualTo("not_utf8");
        assertThat(refused).hasMessageContaining("looks like UTF-16 or UTF-32; save it as UTF-8");
    }

    @Test
    void refusesAStringWithHalfACharacter() {
        assertThatThrownBy(() -> PluginManifest.parse("{\"a\":\"\ud834\"}"))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("not_utf8"))
                .hasMessageContaining("decode it from UTF-8 bytes again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void refusesAHundredThousandBrackets(String opening) {
        ManifestException refused = refused(opening.repeat(100_000).getBytes(StandardCharsets.UTF_8));

        assertThat(refused.code()).isEqualTo("too_deep");
        assertThat(refused)
                .hasMessageContaining("line 1, column ")
                .hasMessageContaining("look for brackets that are not closed");
    }

    /** What is left open hides levels that closing it would bring to light. */
    @Test
    void offersNoFixThatCannotBeRead() {
        String hidden = "{\u0006,{;{\t\t\t\t[,\u0000\tV\t\u0006,{V;'" + "\u0000'" + "\u0000".repeat(5) + "[".repeat(65)
                + "\u0000";

        List<Finding> findings = PluginManifest.parse(hidden).validate();

        assertThat(findings).isNotEmpty();
        findings.forEach(finding -> finding.fix().ifPresent(PluginManifest::validate));
    }

    @Test
    void countsDepthToTheLimit() {
        ReadLimits limits = new ReadLimits(100, 3);

        assertThat(PluginManifest.read(stream("[[[]]]"), limits).document().json())
                .isTrue();
        assertThatThrownBy(() -> PluginManifest.read(stream("[[[[]]]]"), limits))
                .hasMessageStartingWith("line 1, column 4: ");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsNoFurtherThanTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThatThrownBy(() -> PluginManifest.read(endless, new ReadLimits(1000, 64)))
                .isInstanceOfSatisfying(
                        ManifestException.class,
                        refused -> assertThat(refused.code()).isEqualTo("too_large"))
                .hasMessageContaining("larger than 1000 bytes")
                .hasMessageContaining("raise ReadLimits.maxBytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 16, 17, 1000, Integer.MAX_VALUE})
    void readsAllWhateverTheStreamPromises(int promised) {
        String text = "{\"service\":\"CRM\"}";
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public int available() {
                return promised;
            }
        };

        assertThat(PluginManifest.read(in, ReadLimits.standard()).toJson()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 64"})
    void refusesLimitsThatAllowNothing(long maxBytes, int maxDepth) {
        assertThatThrownBy(() -> new ReadLimits(maxBytes, maxDepth)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsEveryDigitOfAMillion() {
        String digits = "9".repeat(1_000_000);
        String text = "{\"service\":\"CRM\",\"oauth\":" + digits
                + ",\"updateBefore\":1e999999999,\"client\":-0,\"connectors\":[]}";

        PluginManifest changed = PluginManifest.parse(text).upsert(Connectors.shared("a", "A", "box"));

        assertThat(changed.toJson()).startsWith(text.substring(0, text.length() - 2));
        assertThat(changed.validate()).isEmpty();
    }

    private static Stream<String> longTexts() {
        return Stream.of(
                        "[],",
                        "{},",
                        "0,",
                        "\"a\":1,",
                        "null,",
                        "/**/",
                        "// \n",
                        "\u00A0 ",
                        ",",
                        "]",
                        "}",
                        "\"",
                        "'",
                        "a ",
                        "\"a\" ",
                        ": ",
                        "\n",
                        "\r",
                        "\\",
                        "…",
                        "{\"a\":1,\"a\":1},",
                        "“a”",
                        "1. \n",
                        "...",
                        "\"\\ud800\",",
                        "{\"connectionLinkName\":\"A\",\"clientSecret\":\"x\"},")
                .flatMap(unit -> Stream.of("", "[", "{\"service\":\"DESK\",\"connectors\":[")
                        .map(start -> {
                            int count = (LONG - 100) / unit.getBytes(StandardCharsets.UTF_8).length;
                            return start + unit.repeat(count);
                        }));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("longTexts")
    void endsInFindings(String text) {
        PluginManifest manifest = PluginManifest.parse(text);

        List<Finding> findings = manifest.validate();

        assertThat(findings).isNotEmpty().hasSizeLessThanOrEqualTo(1101);
        assertThat(manifest.toJson()).hasSize(text.length());
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(7);
        String alphabet = "{}[]\",:0-+.eE/*#'  \n\t\\utrfn\u00A0…“”\u0000é";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
                continue;
            }

            PluginManifest manifest = read(bytes);

            manifest.validate()
                    .forEach(finding ->
                            assertThat(finding.fix()).as(finding.toString()).isNotNull());
            assertThat(manifest.connectors()).isNotNull();
            assertThat(manifest.toJson()).isEqualTo(text.toString());
        }
    }

    @Test
    void readsAndQuotesAMegabyteOfName() {
        String name = "k".repeat(1 << 20);

        List<Finding> findings = PluginManifest.parse("{\"service\":\"CRM\",\"" + name + "\":[1,]}")
                .validate();

        assertThat(findings).extracting(Finding::code).containsExactly("key_unknown", "trailing_comma");
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.pointer()).hasSizeLessThan(300).endsWith("…");
            assertThat(finding.toString()).hasSizeLessThan(1000);
        });
    }
}
