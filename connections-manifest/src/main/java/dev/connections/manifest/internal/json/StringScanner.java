package dev.connections.manifest.internal.json;

/** Takes strings and notes what in them JSON does not allow. Ends where {@link Tokens#stringEnd} does. */
final class StringScanner {
    private static final int UNICODE_ESCAPE = 6;

    private final byte[] text;
    private final Flaws flaws;

    StringScanner(byte[] text, Flaws flaws) {
        this.text = text;
        this.flaws = flaws;
    }

    /** Takes the string that starts at {@code start} and returns the offset behind it. */
    int take(int start) {
        if (text[start] == '"') {
            int end = Tokens.plain(text, start + 1);
            return end < text.length && text[end] == '"' ? end + 1 : check(start, end);
        }
        int end = Tokens.stringEnd(text, start);
        flaws.addToItem(text[start] == '\'' ? FlawKind.QUOTES_SINGLE : FlawKind.QUOTES_CURLY, start, end);
        return check(start, start + Tokens.quoteLength(text, start));
    }

    private int check(int start, int from) {
        byte quote = text[start];
        int at = from;
        while (at < text.length && !Tokens.lineBreak(text[at])) {
            if (Tokens.closes(text, at, quote)) {
                return at + Tokens.quoteLength(text, at);
            }
            at = text[at] == '\\' ? escape(at) : character(at);
            at = quote == '"' ? Tokens.plain(text, at) : at;
        }
        flaws.addToItem(FlawKind.STRING_OPEN, start, at);
        return at;
    }

    private int character(int at) {
        if (text[at] >= 0 && text[at] < ' ') {
            flaws.addToItem(FlawKind.CONTROL_CHARACTER, at, at + 1);
        }
        return at + 1;
    }

    private int escape(int backslash) {
        int letter = backslash + 1;
        if (letter < text.length && text[letter] == 'u') {
            return unicode(backslash);
        }
        int end = Tokens.afterEscape(text, backslash);
        if (letter == end || !Strings.knownEscape(text[letter])) {
            flaws.addToItem(FlawKind.ESCAPE_UNKNOWN, backslash, end);
        }
        return end;
    }

    private int unicode(int backslash) {
        int unit = Strings.hex(text, backslash + 2);
        if (unit < 0) {
            flaws.addToItem(FlawKind.ESCAPE_UNKNOWN, backslash, backslash + 2);
            return backslash + 2;
        }
        int end = backslash + UNICODE_ESCAPE;
        if (!Character.isSurrogate((char) unit)) {
            return end;
        }
        if (Character.isHighSurrogate((char) unit) && lowSurrogate(end)) {
            return end + UNICODE_ESCAPE;
        }
        flaws.addToItem(FlawKind.LONE_SURROGATE, backslash, end);
        return end;
    }

    private boolean lowSurrogate(int at) {
        boolean escape = at + 1 < text.length && text[at] == '\\' && text[at + 1] == 'u';
        int unit = escape ? Strings.hex(text, at + 2) : -1;
        return unit >= 0 && Character.isLowSurrogate((char) unit);
    }
}
