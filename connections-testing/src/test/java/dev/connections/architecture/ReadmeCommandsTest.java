package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader copies one line to run, and one to test; {@code .ci/run} takes the second from there. */
class ReadmeCommandsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Run", "Test"})
    void givesOneCommandLineUnderEachHeading(String heading) throws IOException {
        Path readme = Room.reactor().resolve("README.md");
        assumeThat(readme).exists();

        assertThat(fencedBlocks(Files.readString(readme), heading))
                .singleElement()
                .satisfies(block -> assertThat(block.lines()).hasSize(1).noneMatch(String::isBlank));
    }

    @Test
    void takesTheTestCommandOfCiFromTheReadme() throws IOException {
        assertThat(Room.reactor().resolve(".ci/run")).isExecutable().content().contains("$(readme_command Test)");
    }

    @Test
    void seesBlocksOfItsOwnHeadingOnly() {
        String readme = """
                ## Run
                ```
                one
                ```
                ## Test
                ```
                two
                three
                ```
                ```
                four
                ```
                """;

        assertThat(fencedBlocks(readme, "Run")).containsExactly("one\n");
        assertThat(fencedBlocks(readme, "Test")).containsExactly("two\nthree\n", "four\n");
        assertThat(fencedBlocks(readme, "Build")).isEmpty();
    }

    private static List<String> fencedBlocks(String text, String heading) {
        String section = Arrays.stream(text.split("(?m)^## ", -1))
                .filter(each -> each.startsWith(heading + "\n"))
                .findFirst()
                .orElse("");
        String[] parts = section.split("(?m)^```.*\n?", -1);
        return IntStream.range(0, parts.length)
                .filter(part -> part % 2 == 1)
                .mapToObj(part -> parts[part])
                .toList();
    }
}
