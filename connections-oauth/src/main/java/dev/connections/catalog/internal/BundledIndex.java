package dev.connections.catalog.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of bundled services: a line each, sorted by link name, with the place of the whole entry. Finding one looks
 * at a few lines and builds nothing for the others. Immutable, thread-safe.
 */
final class BundledIndex {
    static final String RESOURCE = "/dev/connections/catalog/services.index";

    /**
     * {@code link_name TAB category TAB authentication type TAB offset TAB length TAB name}, in ASCII up to the name,
     * and a line feed.
     */
    private final byte[] lines;

    BundledIndex(byte[] lines) {
        this.lines = lines.clone();
    }

    /** What a line says. */
    record Line(Heading heading, int offset, int length) {}

    /** Loaded with the first question. */
    private static final class Bundled {
        static final BundledIndex INDEX = new BundledIndex(resource());
    }

    static BundledIndex bundled() {
        return Bundled.INDEX;
    }

    Optional<Line> find(String linkName) {
        int from = 0;
        int to = lines.length;
        while (from < to) {
            int start = startOfLine((from + to) >>> 1);
            int order = compare(linkName, start);
            if (order == 0) {
                return Optional.of(line(start));
            }
            if (order < 0) {
                to = start;
            } else {
                from = endOfLine(start) + 1;
            }
        }
        return Optional.empty();
    }

    List<Line> all() {
        var all = new ArrayList<Line>();
        for (int start = 0; start < lines.length; start = endOfLine(start) + 1) {
            all.add(line(start));
        }
        return all;
    }

    private int compare(String linkName, int start) {
        for (int i = 0; i < linkName.length(); i++) {
            int order = linkName.charAt(i) - (lines[start + i] == '\t' ? 0 : lines[start + i]);
            if (order != 0) {
                return order;
            }
        }
        return lines[start + linkName.length()] == '\t' ? 0 : -1;
    }

    private int startOfLine(int within) {
        int start = within;
        while (start > 0 && lines[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private int endOfLine(int start) {
        int end = start;
        while (lines[end] != '\n') {
            end++;
        }
        return end;
    }

    private Line line(int start) {
        String[] columns = new String(lines, start, endOfLine(start) - start, UTF_8).split("\t", -1);
        return new Line(
                new Heading(columns[0], columns[5], columns[1], columns[2]),
                Integer.parseInt(columns[3]),
                Integer.parseInt(columns[4]));
    }

    private static byte[] resource() {
        try (InputStream in = BundledIndex.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE + "; use the published one");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
