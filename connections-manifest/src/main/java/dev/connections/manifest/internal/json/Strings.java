package dev.connections.manifest.internal.json;

import java.nio.charset.StandardCharsets;

/** What a string of the text says, and how text is written as a string. */
public final class Strings {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private Strings() {}

    /** Returns what the token says: without quotes, escapes resolved; what is no escape stays as written. */
    static String decode(byte[] text, int start, int end) {
        if (!Tokens.quoted(text, start)) {
            return Tokens.text(text, start, end);
        }
        int quote = Tokens.quoteLength(text, start);
        boolean closed = end - start >= 2 * quote && Tokens.closes(text, end - quote, text[start]);
        String raw = Tokens.text(text, start + quote, closed ? end - quote : end);
        return raw.indexOf('\\') < 0 ? raw : unescape(raw);
    }

    private static String unescape(String raw) {
        StringBuilder said = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            if (c == '\\' && at + 1 < raw.length()) {
                at = appendEscaped(raw, at + 1, said);
            } else {
                said.append(c);
                at++;
            }
        }
        return said.toString();
    }

    /** Appends what the escape with this letter says and returns the offset behind it. */
    private static int appendEscaped(String raw, int letter, StringBuilder said) {
        char c = raw.charAt(letter);
        if (c == 'u') {
            int unit = hex(raw, letter + 1);
            if (unit >= 0) {
                said.append((char) unit);
                return letter + 1 + HEX_DIGITS;
            }
        }
        String simple = simple(c);
        said.append(simple.isEmpty() ? "\\" + c : simple);
        return letter + 1;
    }

    private static String simple(char letter) {
        return switch (letter) {
            case '"', '\\', '/' -> String.valueOf(letter);
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> "";
        };
    }

    private static int hex(String raw, int from) {
        if (from + HEX_DIGITS > raw.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            int digit = asciiHex(raw.charAt(i));
            if (digit < 0) {
                return -1;
            }
            unit = unit * HEX + digit;
        }
        return unit;
    }

    /** Value of four hexadecimal digits in the text, -1 if there are not four. */
    static int hex(byte[] text, int from) {
        int length = Math.min(HEX_DIGITS, text.length - from);
        return hex(new String(text, from, length, StandardCharsets.ISO_8859_1), 0);
    }

    private static int asciiHex(char c) {
        return c < 0x80 ? Character.digit(c, HEX) : -1;
    }

    /** Tells whether a backslash and this byte make an escape of one letter. */
    static boolean knownEscape(byte letter) {
        return letter > 0 && !simple((char) letter).isEmpty();
    }

    /** Writes text as a JSON string: only what must be escaped is, everything else stands as it is. */
    public static String encode(String said) {
        StringBuilder written = new StringBuilder(said.length() + 2).append('"');
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if (c == '"' || c == '\\') {
                written.append('\\').append(c);
            } else if (c < ' ' || loneSurrogate(said, i)) {
                written.append(String.format("\\u%04x", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.append('"').toString();
    }

    private static boolean loneSurrogate(String said, int at) {
        char c = said.charAt(at);
        boolean partnerBefore = at > 0 && Character.isSurrogatePair(said.charAt(at - 1), c);
        boolean partnerBehind = at + 1 < said.length() && Character.isSurrogatePair(c, said.charAt(at + 1));
        return Character.isSurrogate(c) && !partnerBefore && !partnerBehind;
    }
}
