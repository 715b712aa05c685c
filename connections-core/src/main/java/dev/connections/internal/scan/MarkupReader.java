package dev.connections.internal.scan;

/** Reads the scripts and attributes of HTML as JavaScript and leaves out its comments. Confined to one call. */
final class MarkupReader {
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    private static final String SCRIPT = "script";

    private final String text;
    private final SourceParts parts;
    private final CodeReader code;
    private int at;

    MarkupReader(String text, SourceParts parts) {
        this.text = text;
        this.parts = parts;
        this.code = new CodeReader(text, Syntax.SCRIPT, parts);
    }

    void read() {
        at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith(COMMENT, at)) {
                comment();
            } else if (letter(at + 1)) {
                tag();
            } else {
                at++;
            }
            at = text.indexOf('<', at);
        }
    }

    private boolean letter(int index) {
        return index < text.length() && Character.isLetter(text.charAt(index));
    }

    private void comment() {
        int close = text.indexOf(COMMENT_END, at + COMMENT.length());
        int end = close < 0 ? text.length() : close + COMMENT_END.length();
        parts.comment(at, end);
        at = end;
    }

    private void tag() {
        boolean script =
                text.regionMatches(true, at + 1, SCRIPT, 0, SCRIPT.length()) && !letter(at + 1 + SCRIPT.length());
        attributes();
        if (script) {
            int end = scriptEnd();
            code.read(at, end);
            at = end;
        }
    }

    /** Reads quoted values to the end of the tag. */
    private void attributes() {
        while (at < text.length() && text.charAt(at) != '>') {
            char c = text.charAt(at++);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, at);
                int end = close < 0 ? text.length() : close;
                code.read(at, end);
                at = Math.min(end + 1, text.length());
            }
        }
        at = Math.min(at + 1, text.length());
    }

    private int scriptEnd() {
        int close = text.indexOf("</", at);
        while (close >= 0 && !text.regionMatches(true, close + 2, SCRIPT, 0, SCRIPT.length())) {
            close = text.indexOf("</", close + 2);
        }
        return close < 0 ? text.length() : close;
    }
}
