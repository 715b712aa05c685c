package dev.connections.manifest.internal.json;

import java.util.ArrayList;
import java.util.List;

/** Finds the numbers of a listing: 1. 2. 3. in front of the lines, each the line's own, and not one left out. */
final class LineNumbers {
    private final byte[] text;
    private final List<Range> found = new ArrayList<>();
    private int at;

    private LineNumbers(byte[] text) {
        this.text = text;
    }

    /** Returns where the numbers stand, nothing unless every line that is not blank starts with its own. */
    static List<Range> in(byte[] text) {
        LineNumbers lines = new LineNumbers(text);
        while (lines.readLine()) {
            lines.skipLine();
        }
        return lines.at == text.length && lines.found.size() > 1 ? lines.found : List.of();
    }

    /** Reads the number of the next line that is not blank; false if there is no line or no number. */
    private boolean readLine() {
        at = Blanks.skip(text, at);
        int end = at;
        while (end < text.length && text[end] >= '0' && text[end] <= '9') {
            end++;
        }
        String number = Integer.toString(found.size() + 1);
        if (end == text.length || text[end] != '.' || !Tokens.is(text, at, end, number) || !blankAt(end + 1)) {
            return false;
        }
        found.add(new Range(at, end + 1));
        return true;
    }

    private boolean blankAt(int offset) {
        return offset == text.length || Blanks.blank(text[offset]) || Blanks.foreign(text, offset) > 0;
    }

    private void skipLine() {
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        at = Blanks.skip(text, at);
    }
}
