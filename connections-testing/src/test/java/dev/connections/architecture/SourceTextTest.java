package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no source may contain, and what every package must. */
class SourceTextTest {
    // Written with a hole, so that this file does not find itself.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO()DO|FIX()ME|XX()X)\\b");
    private static final Pattern WAITING_OR_OFF =
            Pattern.compile("Thread\\.sle()ep\\(|SECONDS\\.sle()ep\\(|@Dis()abled");

    private static List<SourceFile> sources = List.of();

    @BeforeAll
    static void parse() throws IOException {
        sources = SourceFile.ofReactor();
    }

    @Test
    void leavesNothingUnfinished() {
        assertThat(linesWith(UNFINISHED, sources.stream())).isEmpty();
    }

    @Test
    void neitherSleepsNorSwitchesTestsOff() {
        assertThat(linesWith(WAITING_OR_OFF, sources.stream().filter(SourceTextTest::isRealCode)))
                .isEmpty();
    }

    @Test
    void marksEveryPackageNullMarked() {
        Set<String> marked = sources.stream()
                .filter(file -> file.name().endsWith("/package-info.java"))
                .filter(file -> file.lines().contains("@NullMarked"))
                .map(SourceTextTest::directory)
                .collect(Collectors.toSet());

        assertThat(sources.stream().filter(SourceFile::isMain).filter(SourceFile::holdsTypes))
                .extracting(SourceTextTest::directory)
                .allMatch(marked::contains, "has a package-info.java with @NullMarked");
    }

    @Test
    void noticesEachForbiddenText() {
        assertThat("// TO" + "DO").containsPattern(UNFINISHED);
        assertThat("// FIX" + "ME: later").containsPattern(UNFINISHED);
        assertThat("  Thread.sl" + "eep(10);").containsPattern(WAITING_OR_OFF);
        assertThat("  @Dis" + "abled(\"flaky\")").containsPattern(WAITING_OR_OFF);
    }

    /** The house that breaks every rule sleeps once, to be caught. */
    private static boolean isRealCode(SourceFile file) {
        return !file.name().contains("/architecture/broken/");
    }

    private static List<String> linesWith(Pattern forbidden, Stream<SourceFile> files) {
        return files.flatMap(file -> IntStream.range(0, file.lines().size())
                        .filter(line ->
                                forbidden.matcher(file.lines().get(line)).find())
                        .mapToObj(line -> file.name() + ":" + (line + 1) + " "
                                + file.lines().get(line).strip()))
                .toList();
    }

    private static String directory(SourceFile file) {
        return file.name().substring(0, file.name().lastIndexOf('/'));
    }
}
