package dev.connections.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.manifest.internal.json.FlawKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that is not JSON: what is said of it, where, and what fix() makes of it. */
class SyntaxFindingsTest {
    private static final String NO_FIX = "";
    private static final Pattern CODE = Pattern.compile("^\\d+:\\d+ \\w+ (\\w+)");

    private static Stream<Arguments> flawsOne() {
        return Stream.of(
                Arguments.of("", "1:1 error empty_file: the file is empty", NO_FIX),
                Arguments.of(" \n", "2:1 error empty_file: the file is empty", NO_FIX),
                Arguments.of(
                        "\uFEFF{\"service\":\"CRM\"}",
                        "1:1 warning byte_order_mark: the file starts with a byte order mark",
                        "{\"service\":\"CRM\"}"),
                Arguments.of(
                        "{\"service\":/* which? */\"CRM\"}",
                        "1:12 error comment: a comment stands here",
                        "{\"service\":\"CRM\"}"),
                Arguments.of(
                        "{\"service\":\"CRM\" // which?\n}",
                        "1:18 error comment: a comment",
                        "{\"service\":\"CRM\" \n}"),
                Arguments.of("{\"a\":[1/**/2]}", "1:8 error comment at /a: a comment", "{\"a\":[1 2]}"),
                Arguments.of("{\"a\":[1,]}", "1:8 error trailing_comma at /a: a comma stands behind", "{\"a\":[1]}"),
                Arguments.of(
                        "{\u00A0\"a\":\u00A0\u20091}",
                        "1:2 error foreign_blank: U+00A0 no-break space (3 such characters in the file) stands where",
                        "{\"a\":1}"),
                Arguments.of("{\"a\":1\f}", "1:7 error foreign_blank: U+000C form feed (ff) stands", "{\"a\":1}"),
                Arguments.of("{\"a\":1\0}", "1:7 error foreign_blank: U+0000 null stands", "{\"a\":1}"),
                Arguments.of(
                        "1. {\n2. \"a\":1}",
                        "1:1 error line_numbers: each line starts with its number",
                        " {\n \"a\":1}"));
    }

    private static Stream<Arguments> flawsTwo() {
        return Stream.of(
                Arguments.of("{\"a\":1}Create", "1:8 error text_after_end: \"Create\" follows the end", "{\"a\":1}"),
                Arguments.of("{\"a\":1} {\"b\":2}", "1:9 error second_value: a second JSON value follows", NO_FIX),
                Arguments.of("\"a\":1", "1:1 error braces_missing: the text starts with the member \"a\"", NO_FIX),
                Arguments.of("{\"a\":{ ... }}", "1:8 error ellipsis at /a: \"...\" stands for text", NO_FIX),
                Arguments.of("{\"a\":…}", "1:6 error ellipsis at /a: \"…\" stands for text", NO_FIX),
                Arguments.of("{\"a\":1 \"b\":2}", "1:7 error comma_missing: no comma stands", "{\"a\":1, \"b\":2}"),
                Arguments.of("{\"a\":[1,,2]}", "1:9 error comma_extra at /a: a comma stands where", "{\"a\":[1,2]}"),
                Arguments.of("{\"a\" 1}", "1:5 error colon_missing at /a: no colon follows", NO_FIX),
                Arguments.of("{[1]}", "1:2 error name_missing: a value stands where", NO_FIX),
                Arguments.of("{a:1}", "1:2 error name_unquoted at /a: the member's name \"a\" is not", "{\"a\":1}"),
                Arguments.of("{\"a\":}", "1:6 error value_missing at /a: no value follows", NO_FIX),
                Arguments.of(
                        "{\"a\":'b'}", "1:6 error quotes_single at /a: a string stands in single", "{\"a\":\"b\"}"),
                Arguments.of("{\"a\":'\"'}", "1:6 error quotes_single at /a: a string stands in single", NO_FIX),
                Arguments.of("{“a”:1}", "1:2 error quotes_curly at /a: a string stands in typographic", "{\"a\":1}"),
                Arguments.of("{\"a\":1]}", "1:7 error bracket_extra: \"]\" closes nothing", NO_FIX),
                Arguments.of("{\"a\":[1}", "1:6 error bracket_open at /a: \"[\" is not closed", NO_FIX),
                Arguments.of("{\"a\":\"b\n}", "1:6 error string_open at /a: a string is not closed", NO_FIX),
                Arguments.of(
                        "{\"a\":\"\t\"}",
                        "1:7 error control_character at /a: a string holds the control character"
                                + " U+0009 character tabulation",
                        NO_FIX),
                Arguments.of(
                        "{\"a\":\"C:\\x\"}", "1:9 error escape_unknown at /a: a backslash starts no escape", NO_FIX),
                Arguments.of("{\"a\":\"\\u12g4\"}", "1:7 error escape_unknown at /a: a backslash", NO_FIX));
    }

    private static Stream<Arguments> flawsThree() {
        return Stream.of(
                Arguments.of("{\"a\":\"\\ud834x\"}", "1:7 error lone_surrogate at /a: an escape names half", NO_FIX),
                Arguments.of("{\"a\":\"\\udd1e\"}", "1:7 error lone_surrogate at /a: an escape names half", NO_FIX),
                Arguments.of("{\"a\":01}", "1:6 error number_shape at /a: \"01\" is no JSON number", NO_FIX),
                Arguments.of("{\"a\":[0,-]}", "1:9 error number_shape at /a/1: \"-\" is no JSON number", NO_FIX),
                Arguments.of("{\"a\":NaN}", "1:6 error literal_unknown at /a: \"NaN\" is no JSON value", NO_FIX));
    }

    /** The fourth word of {@code line:column severity code …}. */
    private static String code(String start) {
        Matcher words = CODE.matcher(start);
        assertThat(words.find()).isTrue();
        return words.group(1);
    }

    @ParameterizedTest
    @MethodSource({"flawsOne", "flawsTwo", "flawsThree"})
    void saysWhatAndWhere(String text, String start, String fixed) {
        Finding finding = first(text, start);

        assertThat(finding.toString()).startsWith(start).endsWith("; " + finding.advice());
        assertThat(finding.fix().map(PluginManifest::toJson))
                .isEqualTo(Optional.of(fixed).filter(text2 -> !text2.isEmpty()));
    }

    private static Finding first(String text, String start) {
        String code = code(start);
        return PluginManifest.parse(text).validate().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void knowsEveryKindOfFlaw() {
        List<String> tested = Stream.of(flawsOne(), flawsTwo(), flawsThree())
                .flatMap(rows -> rows)
                .map(row -> code(row.get()[1].toString()))
                .toList();

        assertThat(tested)
                .containsAll(
                        Arrays.stream(FlawKind.values()).map(FlawKind::code).toList());
    }

    @Test
    void goesOnBehindEachFlaw() {
        List<Finding> findings = PluginManifest.parse("{'a': 01, // one\n \"b\": [True, , 2], \"c\": {\"d\": }, }")
                .validate();

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        "not_a_manifest",
                        "quotes_single",
                        "number_shape",
                        "comment",
                        "literal_unknown",
                        "comma_extra",
                        "value_missing",
                        "trailing_comma");
    }

    @Test
    void listsAHundredFlawsAndCountsTheOthers() {
        List<Finding> findings = PluginManifest.parse("{\"service\":\"CRM\",\"oauth\":[" + "NaN,".repeat(500) + "1]}")
                .validate();

        assertThat(findings).hasSize(101);
        assertThat(findings.get(100).code()).isEqualTo("findings_omitted");
        assertThat(findings.get(100).severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(findings.get(100).problem()).startsWith("400 more");
    }

    @Test
    void showsNoSecretThatStandsWhereItDoesNotBelong() {
        List<String> texts = new ArrayList<>();
        PluginManifest.parse("{\"a\": ghp_0123456789abcdefghij0123456789}")
                .validate()
                .forEach(f -> texts.add(f.toString()));

        assertThat(texts).anyMatch(text -> text.contains("literal_unknown")).noneMatch(text -> text.contains("ghp_"));
    }

    @Test
    void endsWhereTheFlawEnds() {
        Finding comment = first("{\"a\":1,\n /* one\n two */ \"b\":2}", "2:2 error comment: a comment");

        assertThat(comment.line()).isEqualTo(2);
        assertThat(comment.column()).isEqualTo(2);
        assertThat(comment.endLine()).isEqualTo(3);
        assertThat(comment.endColumn()).isEqualTo(8);
    }
}
