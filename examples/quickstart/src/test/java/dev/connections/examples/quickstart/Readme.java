package dev.connections.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** README.md and its fenced blocks. */
final class Readme {
    private static final Path FILE = Path.of("../../README.md");

    private Readme() {}

    /** The blocks of a language, in order. */
    static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(Files.readString(FILE))
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
