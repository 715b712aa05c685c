package dev.connections.internal.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * The written form of an envelope: one JSON object, members in this order, no spaces, standard base64 with padding.
 *
 * <p>Exactly one text stands for one envelope. It is compared with the pattern instead of parsed as JSON, so that
 * spellings nobody writes (escapes, other orders, duplicates, stray bits in base64) are refused and need no defence.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
record SealedText(String keyId, byte[] wrappedKey, byte[] iv, byte[] cipherText) {
    /** The only version of this form. */
    static final int VERSION = 1;

    private static final byte[] ALGORITHM = ascii(",\"alg\":\"A256GCM\",\"kid\":\"");
    private static final byte[] START = ascii("{\"v\":");
    private static final byte[] WRAPPED_KEY = ascii("\",\"wdek\":\"");
    private static final byte[] IV = ascii("\",\"iv\":\"");
    private static final byte[] CIPHER_TEXT = ascii("\",\"ct\":\"");
    private static final byte[] END = ascii("\"}");

    byte[] write() {
        return join(
                START,
                ascii(Integer.toString(VERSION)),
                ALGORITHM,
                ascii(keyId),
                WRAPPED_KEY,
                Base64.getEncoder().encode(wrappedKey),
                IV,
                Base64.getEncoder().encode(iv),
                CIPHER_TEXT,
                Base64.getEncoder().encode(cipherText),
                END);
    }

    /**
     * Reads an envelope.
     *
     * @throws Unreadable if the bytes are not one
     */
    static SealedText read(byte[] text) throws Unreadable {
        var cursor = new Cursor(text);
        cursor.skip(START);
        long version = cursor.number();
        if (version > VERSION) {
            throw new Unreadable(true, "is sealed in form " + version);
        }
        cursor.check(version == VERSION);
        cursor.skip(ALGORITHM);
        String keyId = new String(cursor.until(WRAPPED_KEY), ISO_8859_1);
        byte[] wrappedKey = base64(cursor.until(IV));
        byte[] iv = base64(cursor.until(CIPHER_TEXT));
        byte[] cipherText = base64(cursor.until(END));
        cursor.check(cursor.atEnd() && isKeyId(keyId));
        return new SealedText(keyId, wrappedKey, iv, cipherText);
    }

    /** Whether an id can be written without escapes: 1 to 255 visible ASCII characters, no quote, no backslash. */
    static boolean isKeyId(String id) {
        return !id.isEmpty()
                && id.length() <= 255
                && id.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '\\');
    }

    private static byte[] base64(byte[] text) throws Unreadable {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            int tail = bytes.length % 3; // its spare bits are ignored by the decoder
            byte[] again = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, bytes.length - tail, bytes.length));
            boolean exact = text.length == (bytes.length - tail) / 3 * 4 + again.length
                    && Arrays.equals(text, text.length - again.length, text.length, again, 0, again.length);
            Unreadable.unless(exact);
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Unreadable(false, "is not base64 where it should be");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    /** The bytes are not an envelope this release can read; says nothing of their content. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean newer;
        private final String problem;

        Unreadable(boolean newer, String problem) {
            super(problem);
            this.newer = newer;
            this.problem = problem;
        }

        /** {@return what is wrong, to stand behind the name of the record} */
        String problem() {
            return problem;
        }

        /** {@return whether a later release wrote it} */
        boolean newer() {
            return newer;
        }

        static void unless(boolean fine) throws Unreadable {
            if (!fine) {
                throw new Unreadable(false, "is not a sealed document, or was changed or cut");
            }
        }
    }
}
