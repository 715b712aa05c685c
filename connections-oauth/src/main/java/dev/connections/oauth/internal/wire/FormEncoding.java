package dev.connections.oauth.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code application/x-www-form-urlencoded} encoding of RFC 6749, appendix B: UTF-8, space as {@code +}.
 *
 * <p>Decoding is strict: a broken escape or broken UTF-8 has no value, it is never repaired.
 */
public final class FormEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final boolean[] PLAIN = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.*"
                .chars()
                .forEach(c -> PLAIN[c] = true);
    }

    private FormEncoding() {}

    /** Encodes one name or value. */
    public static String encode(String text) {
        if (isPlain(text)) {
            return text;
        }
        var out = new StringBuilder(text.length() + 16);
        append(out, text);
        return out.toString();
    }

    /** Encodes the pairs in their order, joined by {@code &}. */
    public static String encode(Map<String, String> parameters) {
        var out = new StringBuilder(256);
        parameters.forEach((name, value) -> append(out, name, value));
        return out.toString();
    }

    /** Encodes one name or value for a URI's query, where a space is safest as {@code %20}: every decoder knows it. */
    public static String encodeForQuery(String text) {
        String encoded = encode(text);
        return encoded.indexOf('+') < 0 ? encoded : encoded.replace("+", "%20"); // a literal plus is %2B by now
    }

    /** Encodes a value for a URI's query as {@link #encodeForQuery} does, but for signs that stay as they are. */
    public static String encodeForQueryKeeping(String text, String signs) {
        String encoded = encodeForQuery(text);
        for (int i = 0; i < signs.length(); i++) {
            char sign = signs.charAt(i);
            encoded = encoded.replace("%" + Integer.toHexString(sign).toUpperCase(Locale.ROOT), String.valueOf(sign));
        }
        return encoded;
    }

    /** Decodes one name or value; empty if an escape or the UTF-8 under it is broken. */
    public static Optional<String> decode(String encoded) {
        return encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0 ? Optional.of(encoded) : decodeEscaped(encoded);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PLAIN.length || !PLAIN[c]) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, String name, String value) {
        if (!out.isEmpty()) {
            out.append('&');
        }
        append(out, name);
        append(out.append('='), value);
    }

    private static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PLAIN.length) {
                appendBytes(out, text.substring(i).getBytes(UTF_8));
                return;
            }
            appendByte(out, (byte) c);
        }
    }

    private static void appendBytes(StringBuilder out, byte[] bytes) {
        for (byte each : bytes) {
            appendByte(out, each);
        }
    }

    private static void appendByte(StringBuilder out, byte b) {
        if (b >= 0 && PLAIN[b]) {
            out.append((char) b);
        } else if (b == ' ') {
            out.append('+');
        } else {
            out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
        }
    }

    private static Optional<String> decodeEscaped(String encoded) {
        byte[] raw = encoded.getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            int value = raw[i] == '+' ? ' ' : raw[i];
            if (raw[i] == '%') {
                value = i + 2 < raw.length ? hex(raw[i + 1]) << 4 | hex(raw[i + 2]) : -1;
                if (value < 0) {
                    return Optional.empty();
                }
                i += 2;
            }
            bytes.put((byte) value);
        }
        return text(bytes.flip());
    }

    private static int hex(byte digit) {
        return Character.digit((char) digit, 16);
    }

    private static Optional<String> text(ByteBuffer bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(bytes).toString()); // a new decoder reports, it never repairs
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }
}
