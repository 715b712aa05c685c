package dev.connections.manifest.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8: no overlong form, no surrogate, nothing above U+10FFFF (RFC 3629, section 4). */
public final class Utf8 {
    /** Answer of {@link #firstFault} for well-formed text. */
    public static final int NO_FAULT = -1;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** Returns the offset of the first byte that starts no well-formed sequence, or {@link #NO_FAULT}. */
    public static int firstFault(byte[] text) {
        int at = skipAscii(text, 0);
        while (at < text.length) {
            int length = sequenceLength(text, at);
            if (length == 0) {
                return at;
            }
            at = skipAscii(text, at + length);
        }
        return NO_FAULT;
    }

    /** Tells whether the bytes look like UTF-16 or UTF-32: a byte order mark of theirs, or a NUL among the first two. */
    public static boolean looksWide(byte[] text) {
        if (text.length < 2) {
            return false;
        }
        int first = text[0] & 0xFF;
        int second = text[1] & 0xFF;
        return first == 0 || second == 0 || (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    }

    private static int skipAscii(byte[] text, int from) {
        int at = from;
        while (at + Long.BYTES <= text.length && ((long) EIGHT_BYTES.get(text, at) & HIGH_BITS) == 0) {
            at += Long.BYTES;
        }
        while (at < text.length && text[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Length of the well-formed sequence of more than one byte at {@code at}, 0 if there is none. */
    private static int sequenceLength(byte[] text, int at) {
        int lead = text[at] & 0xFF;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead < 0xC2 || lead > 0xF4 || at + length > text.length || !secondFits(lead, text[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((text[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** The table of RFC 3629, section 4: four lead bytes narrow what may follow. */
    private static boolean secondFits(int lead, int second) {
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return second >= lowest && second <= highest;
    }
}
