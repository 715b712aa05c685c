package dev.connections.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** README.md and other documents, with their fenced blocks. */
final class Readme {
    private static final Path ROOT = Path.of("../..");

    private Readme() {}

    /** The blocks of a language in README.md, in order. */
    static List<String> blocks(String language) throws IOException {
        return blocks(document("README.md"), language);
    }

    /** The text of a document. */
    static String document(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    /** The blocks of a language in a text, in order. */
    static List<String> blocks(String text, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }
}
