package dev.connections.manifest.internal.json;

/** What stands between tokens: JSON's four blanks, and what people and web pages put in their place. */
final class Blanks {
    private Blanks() {}

    /** Offset of the first byte from {@code at} on that is none of JSON's blanks. */
    static int skip(byte[] text, int at) {
        int p = at;
        while (p < text.length && blank(text[p])) {
            p++;
        }
        return p;
    }

    static boolean blank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Tells whether a comment of JavaScript's two kinds starts here. */
    static boolean comment(byte[] text, int at) {
        return text[at] == '/' && at + 1 < text.length && (text[at + 1] == '/' || text[at + 1] == '*');
    }

    /** Offset behind the comment that starts at {@code at}; a line comment ends before its line break. */
    static int commentEnd(byte[] text, int at) {
        int p = at + 2;
        if (text[at + 1] == '/') {
            while (p < text.length && !Tokens.lineBreak(text[p])) {
                p++;
            }
            return p;
        }
        while (p + 1 < text.length && !(text[p] == '*' && text[p + 1] == '/')) {
            p++;
        }
        return Math.min(p + 2, text.length);
    }

    /** Offset behind the last byte that is no blank, at least {@code from}. */
    static int trimmedEnd(byte[] text, int from) {
        int end = text.length;
        while (end > from && blank(text[end - 1])) {
            end--;
        }
        return end;
    }

    /** Length of the blank at {@code at} that JSON does not know, 0 if there is none. */
    static int foreign(byte[] text, int at) {
        int lead = text[at] & 0xFF;
        if (lead < 0x20) {
            return blank(text[at]) ? 0 : 1; // NUL, form feed, vertical tab: they look like nothing in an editor
        }
        if (lead < 0xC2 || at + 1 >= text.length) {
            return lead == 0x7F ? 1 : 0;
        }
        if (lead < 0xE0) {
            return blankCodePoint((lead & 0x1F) << 6 | (text[at + 1] & 0x3F)) ? 2 : 0;
        }
        return lead < 0xF0 && at + 2 < text.length && blankCodePoint(three(text, at)) ? 3 : 0;
    }

    /** The code point of the two or three bytes at {@code at}, or the byte itself. */
    static int codePoint(byte[] text, int at, int length) {
        return switch (length) {
            case 1 -> text[at] & 0xFF;
            case 2 -> (text[at] & 0x1F) << 6 | (text[at + 1] & 0x3F);
            default -> three(text, at);
        };
    }

    private static int three(byte[] text, int at) {
        return (text[at] & 0x0F) << 12 | (text[at + 1] & 0x3F) << 6 | (text[at + 2] & 0x3F);
    }

    /** Unicode's other blanks, and the marks without width that travel with copied text. */
    private static boolean blankCodePoint(int codePoint) {
        return codePoint == 0x85
                || codePoint == 0xFEFF
                || Character.isSpaceChar(codePoint)
                || (codePoint >= 0x200B && codePoint <= 0x200F)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x2069);
    }
}
