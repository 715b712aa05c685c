package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.manifest.Finding.Severity;
import dev.connections.manifest.internal.rule.Codes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about findings names each of them, with examples that are what it says they are. */
class DocumentedFindingsTest {
    private static final String PAGE = Resources.document("manifest.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^### `(\\w+)` \\((\\w+)\\)$");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?m)^(Bad|Good)(?:, ([A-Z]+))?:\\n\\n```json\\n(?s:(.*?))\\n```$");
    /** What cannot be seen in a page stands there as an escape. */
    private static final Pattern INVISIBLE = Pattern.compile("\\\\u(FEFF|00A0)");

    /** Found in connectors, beside files, or at the end of long lists. */
    private static final List<String> WITHOUT_EXAMPLES = List.of(
            "translation_missing",
            "connection_undeclared",
            "not_authorized",
            "input_missing",
            "writer_type_undocumented",
            "service_name_unverified",
            "findings_omitted");

    private static Stream<Arguments> examples() {
        List<Arguments> examples = new ArrayList<>();
        for (String section : PAGE.split("(?m)^(?=##)", -1)) {
            Matcher heading = SECTION.matcher(section);
            Matcher example = EXAMPLE.matcher(section);
            if (heading.find() && example.find()) {
                String bad = text(example);
                assertThat(example.group(1)).isEqualTo("Bad");
                assertThat(example.find()).isTrue();
                assertThat(example.group(1)).isEqualTo("Good");
                examples.add(Arguments.of(heading.group(1), heading.group(2), bad, text(example)));
            }
        }
        return examples.stream();
    }

    private static String text(Matcher example) {
        String shown = INVISIBLE
                .matcher(example.group(3))
                .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
        return example.group(2) == null ? shown : ProductRulesTest.with(example.group(2), shown);
    }

    private static List<Finding> found(String text) {
        return Validation.strict().check(PluginManifest.parse(text)).findings();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void findsItInTheBadExampleAndNoErrorInTheGoodOne(String code, String severity, String bad, String good) {
        assertThat(PluginManifest.parse(good).validate())
                .noneMatch(finding -> finding.severity() == Severity.ERROR)
                .noneMatch(finding -> finding.code().equals(code));
        assertThat(found(good)).noneMatch(finding -> finding.code().equals(code));
        assertThat(found(bad))
                .filteredOn(finding -> finding.code().equals(code))
                .isNotEmpty()
                .first()
                .extracting(finding -> severity(bad, finding))
                .isEqualTo(severity);
    }

    /** As bad as it is for the product; strict takes warnings for errors. */
    private static String severity(String text, Finding strict) {
        return PluginManifest.parse(text).validate().stream()
                .filter(finding -> finding.code().equals(strict.code()))
                .findFirst()
                .orElse(strict)
                .severity()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    @Test
    void namesEachFinding() {
        List<String> named =
                SECTION.matcher(PAGE).results().map(section -> section.group(1)).toList();
        List<String> withExamples =
                examples().map(example -> (String) example.get()[0]).toList();

        assertThat(named)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Codes.all().keySet());
        assertThat(Stream.concat(withExamples.stream(), WITHOUT_EXAMPLES.stream()))
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
