package dev.connections.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes of events are listed in one place: the javadoc that users read (RULES A9). */
class EventCodesTest {
    private static final Path SOURCES = Room.CORE.directory().resolve("src/main/java/dev/connections");
    private static final Pattern LISTED = Pattern.compile("\\{@code ([a-z_]+)}");
    private static final Pattern TOLD =
            Pattern.compile("(?:happened|tell|change)\\((?:[^\"();]|\\([^()]*\\))*?\"([a-z_]+)\"");

    @Test
    void areExactlyThoseThatAreTold() throws IOException {
        String javadoc = Files.readString(SOURCES.resolve("ConnectionListener.java"));
        Set<String> listed = found(LISTED, javadoc.substring(0, javadoc.indexOf("String code();")));
        Set<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> told.addAll(found(TOLD, read(file))));
        }

        assertThat(told).isEqualTo(listed).contains("authorized", "edited", "refreshed");
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> codes = new TreeSet<>();
        pattern.matcher(text).results().forEach(code -> codes.add(code.group(1)));
        return codes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
