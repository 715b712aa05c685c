package dev.connections.internal.scan;

import dev.connections.ConnectionConfigurationException;
import dev.connections.spi.SourceReferences.Finder;
import dev.connections.spi.SourceReferences.Occurrence;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what a pattern's only group matches outside of comments. */
record PatternFinder(Pattern pattern) implements Finder {
    PatternFinder {
        int groups = pattern.matcher("").groupCount();
        if (groups != 1) {
            throw new ConnectionConfigurationException(
                    "form_malformed",
                    "the pattern has " + groups
                            + " groups; put exactly the link name into ( ), and use (?: ) elsewhere",
                    null);
        }
    }

    @Override
    public List<Occurrence> find(String file, String text) {
        return pattern.matcher(withoutComments(file, text))
                .results()
                .filter(match -> match.start(1) >= 0)
                .map(match -> new Occurrence(match.group(1), match.start(1)))
                .toList();
    }

    private static String withoutComments(String file, String text) {
        char[] blanked = text.toCharArray();
        Syntax.of(file).read(text, new Blanking(blanked));
        return new String(blanked);
    }

    /** Puts blanks where comments are, so that offsets stay. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Blanking(char[] text) implements SourceParts {
        @Override
        public void comment(int from, int to) {
            Arrays.fill(text, from, to, ' ');
        }

        @Override
        public void code(char c) {}

        @Override
        public void literal(int start, String value) {}

        @Override
        public void dynamic() {}

        @Override
        public void apart() {}
    }
}
