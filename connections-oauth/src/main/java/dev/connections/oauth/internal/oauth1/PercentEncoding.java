package dev.connections.oauth.internal.oauth1;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The percent-encoding of OAuth 1: UTF-8, everything but letters, digits and {@code - . _ ~} escaped, in upper case.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.6">RFC 5849, section 3.6</a>
 */
final class PercentEncoding {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final boolean[] PLAIN = new boolean[128];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
                .chars()
                .forEach(c -> PLAIN[c] = true);
    }

    private PercentEncoding() {}

    /** Encodes a text. */
    static String encode(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(UTF_8)) {
            append(out, each);
        }
        return out.toString();
    }

    /** Encodes what a form or a query wrote in its own encoding; byte for byte, so that nothing has to be decodable. */
    static String encodeForm(String encoded) {
        byte[] bytes = encoded.getBytes(UTF_8);
        var out = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = escaped(bytes, i);
            if (escaped >= 0) {
                append(out, (byte) escaped);
                i += 2;
            } else {
                append(out, bytes[i] == '+' ? (byte) ' ' : bytes[i]);
            }
        }
        return out.toString();
    }

    /** Returns the byte that an escape at {@code i} stands for, negative if there is none. */
    private static int escaped(byte[] bytes, int i) {
        return bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1]) << 4 | hex(bytes[i + 2]) : -1;
    }

    private static int hex(byte digit) {
        return Character.digit((char) digit, 16);
    }

    private static void append(StringBuilder out, byte b) {
        if (b >= 0 && PLAIN[b]) {
            out.append((char) b);
        } else {
            out.append('%').append(HEX[b >> 4 & 15]).append(HEX[b & 15]);
        }
    }
}
