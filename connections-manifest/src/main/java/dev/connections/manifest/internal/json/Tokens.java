package dev.connections.manifest.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Where one token of the text ends. The scanner and the nodes share these answers, so an end need not be stored. */
final class Tokens {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long SPACES = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private static final boolean[] PLAIN = new boolean[256];
    private static final int CURLY_QUOTE_LENGTH = 3;

    static {
        for (int b = 0x20; b < PLAIN.length; b++) {
            PLAIN[b] = b != '"' && b != '\\';
        }
    }

    private Tokens() {}

    /** Tells whether a string starts here, in whatever quotes. */
    static boolean quoted(byte[] text, int at) {
        return text[at] == '"' || text[at] == '\'' || curlyQuote(text, at);
    }

    /** Tells whether a typographic double quote is here (U+201C, U+201D, U+201E). */
    static boolean curlyQuote(byte[] text, int at) {
        return text[at] == (byte) 0xE2
                && at + CURLY_QUOTE_LENGTH <= text.length
                && text[at + 1] == (byte) 0x80
                && text[at + 2] >= (byte) 0x9C
                && text[at + 2] <= (byte) 0x9E;
    }

    static int quoteLength(byte[] text, int at) {
        return text[at] == (byte) 0xE2 ? CURLY_QUOTE_LENGTH : 1;
    }

    /** First offset from {@code at} on whose byte a string in straight double quotes cannot simply hold. */
    static int plain(byte[] text, int at) {
        int p = at;
        while (p + Long.BYTES <= text.length) {
            long special = special((long) EIGHT_BYTES.get(text, p));
            if (special != 0) {
                return p + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            p += Long.BYTES;
        }
        while (p < text.length && PLAIN[text[p] & 0xFF]) {
            p++;
        }
        return p;
    }

    /** Eight bytes at once: the lowest bit set is the high bit of the first quote, backslash or control character. */
    private static long special(long bytes) {
        long quote = bytes ^ QUOTES;
        long backslash = bytes ^ BACKSLASHES;
        long control = (bytes - SPACES) & ~bytes;
        long quotes = (quote - ONES) & ~quote;
        long backslashes = (backslash - ONES) & ~backslash;
        return (control | quotes | backslashes) & HIGH_BITS;
    }

    /** Offset behind the string that starts at {@code start}: behind its closing quote, else at the end of its line. */
    static int stringEnd(byte[] text, int start) {
        byte quote = text[start];
        int p = start + quoteLength(text, start);
        while (p < text.length) {
            p = quote == '"' ? plain(text, p) : p;
            if (p == text.length || lineBreak(text[p])) {
                return p;
            }
            if (closes(text, p, quote)) {
                return p + quoteLength(text, p);
            }
            p = text[p] == '\\' ? afterEscape(text, p) : p + 1;
        }
        return p;
    }

    /** Tells whether the string in these quotes ends with the quote at {@code at}. */
    static boolean closes(byte[] text, int at, byte quote) {
        return quote == (byte) 0xE2 ? curlyQuote(text, at) : text[at] == quote;
    }

    /** Offset behind the backslash and the character it escapes; a line break is never escaped. */
    static int afterEscape(byte[] text, int backslash) {
        int next = backslash + 1;
        return next == text.length || lineBreak(text[next]) ? next : next + 1;
    }

    static boolean lineBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Offset behind the unquoted run that starts at {@code start}; at least one byte behind it. */
    static int wordEnd(byte[] text, int start) {
        int p = start + 1;
        while (p < text.length && !delimiter(text, p)) {
            p++;
        }
        return p;
    }

    private static boolean delimiter(byte[] text, int at) {
        return switch (text[at]) {
            case ',', ':', '[', ']', '{', '}', '"' -> true;
            case '/' -> Blanks.comment(text, at);
            default -> (text[at] >= 0 && text[at] <= ' ') || (text[at] < 0 && Blanks.foreign(text, at) > 0);
        };
    }

    /** Tells whether the run is exactly this literal. */
    static boolean is(byte[] text, int start, int end, String literal) {
        if (end - start != literal.length()) {
            return false;
        }
        for (int i = 0; i < literal.length(); i++) {
            if (text[start + i] != literal.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether exactly this literal stands here in straight double quotes. */
    static boolean quotes(byte[] text, int at, String literal) {
        int last = at + 1 + literal.length();
        return last < text.length && text[at] == '"' && text[last] == '"' && is(text, at + 1, last, literal);
    }

    /** Tells whether the string whose first character is here may say something else than its bytes show. */
    static boolean escaped(byte[] text, int first) {
        int end = plain(text, first);
        return end == text.length || text[end] != '"';
    }

    /** Tells whether the run is a number as RFC 8259, section 6 writes it; looks at each byte once. */
    static boolean number(byte[] text, int start, int end) {
        int p = text[start] == '-' ? start + 1 : start;
        int whole = digits(text, p, end);
        if (whole == p || (text[p] == '0' && whole > p + 1)) {
            return false;
        }
        return exponent(text, fraction(text, whole, end), end);
    }

    /** Offset behind the fraction, if there is one and it is well-formed; a point without digits is left standing. */
    private static int fraction(byte[] text, int at, int end) {
        if (at == end || text[at] != '.') {
            return at;
        }
        int behind = digits(text, at + 1, end);
        return behind == at + 1 ? at : behind;
    }

    private static boolean exponent(byte[] text, int at, int end) {
        if (at == end) {
            return true;
        }
        boolean sign = at + 1 < end && (text[at + 1] == '+' || text[at + 1] == '-');
        int first = at + (sign ? 2 : 1);
        return (text[at] | 0x20) == 'e' && first < end && digits(text, first, end) == end;
    }

    private static int digits(byte[] text, int from, int end) {
        int p = from;
        while (p < end && text[p] >= '0' && text[p] <= '9') {
            p++;
        }
        return p;
    }

    static String text(byte[] text, int start, int end) {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }
}
