package dev.connections.manifest.internal.edit;

import java.util.Optional;

/** The blanks between items, cleaned of what nobody would copy by hand: blank lines and blanks before a line break. */
final class Gap {
    private Gap() {}

    /** The blanks from the last line break on; all of them if there is none. */
    static String tidy(String blanks) {
        String lineBreak = lineBreakIn(blanks);
        if (lineBreak.isEmpty()) {
            return blanks;
        }
        int last = Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r'));
        return lineBreak + blanks.substring(last + 1);
    }

    /** The same for the text between two items, which holds a comma. */
    static String tidyComma(String between) {
        int comma = between.indexOf(',');
        String before = between.substring(0, comma);
        String kept = lineBreakIn(before).isEmpty() ? "" : tidy(before);
        return kept + "," + tidy(between.substring(comma + 1));
    }

    /** What goes between items where only the text before the first one is known. */
    static String commaFor(String open, String colon) {
        if (!lineBreakIn(open).isEmpty()) {
            return "," + open;
        }
        return colon.endsWith(" ") ? ", " : ",";
    }

    /** What stands behind the last line break in the blanks; nothing if there is no line break. */
    static Optional<String> indentIn(String blanks) {
        String lineBreak = lineBreakIn(blanks);
        return lineBreak.isEmpty() ? Optional.empty() : Optional.of(tidy(blanks).substring(lineBreak.length()));
    }

    /** The last line break in the blanks: LF, CR LF or CR; empty if there is none. */
    static String lineBreakIn(String blanks) {
        int last = blanks.lastIndexOf('\n');
        if (last >= 0) {
            return last > 0 && blanks.charAt(last - 1) == '\r' ? "\r\n" : "\n";
        }
        return blanks.indexOf('\r') >= 0 ? "\r" : "";
    }
}
