package dev.connections.internal.jdbc;

import dev.connections.spi.ConnectionStore.Index;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How index values become columns. A value of a known name that every database can hold has a column of its own; any
 * other (an unknown name, a long text, NUL, half a surrogate pair) stands in the column {@code rest}, one line each.
 */
final class IndexText {
    /** The names that have a column, {@code ix_} and the name, in the order of the columns. */
    static final List<String> NAMES = List.of(
            Index.DUE,
            Index.NAME,
            Index.EMAIL,
            Index.SERVICE,
            Index.CONNECTION,
            Index.SUBJECT,
            Index.ENVIRONMENT,
            Index.STATUS,
            Index.ACCOUNT,
            Index.KEY,
            Index.CREATED_BY);

    private static final List<String> SEARCHED = List.of(Index.NAME, Index.EMAIL, Index.SUBJECT);
    private static final int LONGEST = 255;
    private static final char ESCAPE = '%';

    /** Code points that mean nothing in text: between searched values, and for what no database holds. */
    private static final String SEPARATOR = "\uFDD1";

    private static final int REPLACEMENT = 0xFDD0;

    private IndexText() {}

    /** Whether the value stands in the column of its name. */
    static boolean hasColumn(String name, String value) {
        return NAMES.contains(name) && value.length() <= LONGEST && storable(value);
    }

    /** Whether every database holds the text as it is. */
    static boolean storable(String text) {
        int at = 0;
        while (at < text.length()) {
            int each = text.codePointAt(at);
            if (!storable(each)) {
                return false;
            }
            at += Character.charCount(each);
        }
        return true;
    }

    private static boolean storable(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    /** The lines of the values without a column; null if each has one. */
    static @Nullable String rest(Map<String, String> index) {
        StringBuilder lines = null;
        for (Map.Entry<String, String> each : index.entrySet()) {
            if (!hasColumn(each.getKey(), each.getValue())) {
                lines = lines == null ? new StringBuilder("\n") : lines;
                lines.append(line(each.getKey(), each.getValue()).substring(1));
            }
        }
        return lines == null ? null : lines.toString();
    }

    /** What {@code rest} contains if a record has that value there. */
    static String line(String name, String value) {
        return '\n' + escaped(name) + '=' + escaped(value) + '\n';
    }

    /** Adds the values of {@code rest}. */
    static void read(String rest, Map<String, String> index) {
        rest.lines().filter(line -> !line.isEmpty()).forEach(line -> {
            int equals = line.indexOf('=');
            index.put(unescaped(line.substring(0, equals)), unescaped(line.substring(equals + 1)));
        });
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(each -> {
            boolean plain = storable(each) && each >= ' ' && each != ESCAPE && each != '=';
            if (plain) {
                out.appendCodePoint(each);
            } else {
                out.append(ESCAPE).append(HexFormat.of().toHexDigits((char) each));
            }
        });
        return out.toString();
    }

    private static String unescaped(String text) {
        var out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            out.append(c == ESCAPE ? (char) HexFormat.fromHexDigits(text, at + 1, at + 5) : c);
            at += c == ESCAPE ? 5 : 1;
        }
        return out.toString();
    }

    /** The searched values in lower case, by Java's rules and not by those of the database; null if there are none. */
    static @Nullable String searched(Map<String, String> index) {
        List<String> values = new ArrayList<>();
        for (String name : SEARCHED) {
            String value = index.get(name);
            if (value != null) {
                values.add(folded(value));
            }
        }
        return values.isEmpty() ? null : String.join(SEPARATOR, values);
    }

    /** A text as it is searched for. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .codePoints()
                .map(each -> storable(each) && each != SEPARATOR.charAt(0) ? each : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
