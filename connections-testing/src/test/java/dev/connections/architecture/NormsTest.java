package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds docs/norms.md: every line of a standard that binds a client names a test that is there. */
class NormsTest {
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Pattern TEST_ANNOTATION = Pattern.compile("@(Test|ParameterizedTest|Property)\\b");
    private static final Pattern TEST_METHOD = Pattern.compile(" {4}void (\\w+)\\(.*");
    private static final String OUT_OF_SCOPE = "not offered: ";
    private static final int HELD_BY = 4;

    private static Set<String> tests = Set.of();
    private static List<String> rows = List.of();

    @BeforeAll
    static void read() throws IOException {
        tests = SourceFile.ofReactor().stream()
                .filter(file -> !file.isMain())
                .flatMap(file -> tests(file.name(), file.lines()).stream())
                .collect(Collectors.toSet());
        rows = Files.readAllLines(Room.reactor().resolve("docs/norms.md")).stream()
                .filter(line -> line.startsWith("| N"))
                .toList();
    }

    @Test
    void everyLineNamesATestOrSaysWhyThereIsNone() {
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            String heldBy = row.split(" \\| ", -1)[HELD_BY - 1];
            assertThat(heldBy.startsWith(OUT_OF_SCOPE)
                            || TEST_NAME.matcher(heldBy).find())
                    .as(row)
                    .isTrue();
        });
    }

    @Test
    void everyNamedTestIsThere() {
        assertThat(rows.stream().flatMap(NormsTest::named)).isSubsetOf(tests);
    }

    @Test
    void leavesNoNumberOut() {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (String row : rows) {
            String[] line = row.substring(2).split(" ", 2)[0].split("-", 2);
            numbers.computeIfAbsent(line[0], any -> new ArrayList<>()).add(Integer.valueOf(line[1]));
        }

        assertThat(numbers.values())
                .allSatisfy(all -> assertThat(all)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, all.size()).boxed().toList()));
    }

    @Test
    void everyTestClassNamedAfterAStandardStandsThere() {
        Set<String> named =
                rows.stream().flatMap(NormsTest::named).map(NormsTest::type).collect(Collectors.toSet());

        assertThat(tests.stream()
                        .map(NormsTest::type)
                        .filter(type -> type.matches("Rfc\\d.*"))
                        .distinct()
                        .filter(type -> !named.contains(type)))
                .as("name a test of each in docs/norms.md, beside the sentence that it holds")
                .isEmpty();
    }

    @Test
    void takesNoHelperForATest() {
        List<String> lines = Arrays.asList(
                "    @Test", "    void proves() {", "    }", "", "    void helps() {", "    }", "    @BeforeEach");

        assertThat(tests("x/SomeTest.java", lines)).containsExactly("SomeTest.proves");
    }

    private static Stream<String> named(String row) {
        return TEST_NAME.matcher(row).results().map(found -> found.group(1) + "." + found.group(2));
    }

    private static String type(String test) {
        return test.substring(0, test.indexOf('.'));
    }

    /** The methods that have the annotation of a test between them and the blank line or brace before them. */
    private static Set<String> tests(String file, List<String> lines) {
        String type = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
        Set<String> found = new HashSet<>();
        boolean annotated = false;
        for (String line : lines) {
            annotated = annotated || TEST_ANNOTATION.matcher(line).find();
            var method = TEST_METHOD.matcher(line);
            if (method.matches() && annotated) {
                found.add(type + "." + method.group(1));
            }
            annotated = annotated && !line.isBlank() && !line.equals("    }");
        }
        return found;
    }
}
