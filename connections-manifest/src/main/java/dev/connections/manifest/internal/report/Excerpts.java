package dev.connections.manifest.internal.report;

import dev.connections.manifest.internal.json.Document;
import dev.connections.manifest.internal.json.Range;
import dev.connections.manifest.internal.text.Secrets;
import java.nio.charset.StandardCharsets;

/** Pieces of lines, short enough for a screen and without control characters; a line with a secret is not shown. */
final class Excerpts {
    /** Bytes shown on each side of where something starts. */
    private static final int BEFORE = 60;

    private static final int BEHIND = 60;
    /** Bytes on each side of that in which no secret may be, so that not half of one is shown. */
    private static final int AROUND = 1000;

    private static final String CUT = "… ";
    private static final String HIDDEN = "(not shown: a secret may stand here)";

    private final byte[] text;
    private final SecretRanges secrets;

    Excerpts(Document document) {
        this.text = document.text();
        this.secrets = SecretRanges.in(document);
    }

    /**
     * A piece of a line, and marks for the line below it.
     *
     * @param line the piece
     * @param marks blanks, then a caret for each character concerned
     */
    record Excerpt(String line, String marks) {}

    /** The line in which a range starts. */
    Excerpt of(Range range) {
        int lineStart = back(range.start(), BEFORE);
        int lineEnd = forth(range.start(), BEHIND);
        if (hidesSomething(lineStart, lineEnd)) {
            return new Excerpt(HIDDEN, "^");
        }
        boolean cut = lineStart > 0 && !lineBreak(text[lineStart - 1]);
        String before = (cut ? CUT : "") + shown(lineStart, range.start());
        String marked = shown(range.start(), Math.max(range.start(), Math.min(range.end(), lineEnd)));
        String line = before + shown(range.start(), lineEnd);
        return new Excerpt(line, " ".repeat(before.length()) + "^".repeat(Math.max(1, marked.length())));
    }

    private boolean hidesSomething(int start, int end) {
        int from = back(start, AROUND);
        String wide = new String(text, from, forth(end, AROUND) - from, StandardCharsets.UTF_8);
        return secrets.touch(start, end) || Secrets.value(wide);
    }

    private int back(int offset, int most) {
        int start = offset;
        while (start > 0 && offset - start < most && !lineBreak(text[start - 1])) {
            start--;
        }
        while (start > 0 && inside(start)) {
            start--;
        }
        return start;
    }

    private int forth(int offset, int most) {
        int end = offset;
        while (end < text.length && end - offset < most && !lineBreak(text[end])) {
            end++;
        }
        while (inside(end)) {
            end++;
        }
        return end;
    }

    /** Tells whether this offset is inside a character. */
    private boolean inside(int offset) {
        return offset < text.length && (text[offset] & 0xC0) == 0x80;
    }

    private static boolean lineBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    private String shown(int start, int end) {
        StringBuilder clean = new StringBuilder();
        new String(text, start, end - start, StandardCharsets.UTF_8)
                .codePoints()
                .map(Excerpts::visible)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SPACE_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '·';
            default -> codePoint;
        };
    }
}
