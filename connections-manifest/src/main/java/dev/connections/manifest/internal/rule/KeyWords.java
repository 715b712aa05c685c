package dev.connections.manifest.internal.rule;

import dev.connections.manifest.internal.entry.Key;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Knows the keys of entries of the link-name shape by their bytes, eight at a time. */
final class KeyWords {
    static final int LINK_NAME = 0;
    static final int NAME = 1;
    static final int SERVICE = 2;
    static final int USER_ACCESS = 3;
    static final int USER_DEFINED = 4;
    static final int SHARED_BY = 5;
    static final int SCOPE = 6;
    static final int UNKNOWN = -1;

    private static final List<Key> KEYS =
            List.of(Key.LINK_NAME, Key.NAME, Key.SERVICE, Key.USER_ACCESS, Key.USER_DEFINED, Key.SHARED_BY, Key.SCOPE);

    /** Letters in which connectionLinkName and connectionName differ. */
    private static final int DIFFERENCE = 10;

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Word[] WORDS =
            KEYS.stream().map(key -> Word.of(key.json() + "\"")).toArray(Word[]::new);

    private final byte[] text;

    /**
     * A key and its closing quote.
     *
     * @param first the first eight bytes, zeros behind the end
     * @param mask ones where those have a byte
     * @param last the last eight bytes; the first ones again if there are fewer
     * @param middle eight bytes before the last ones; the first ones again if there are fewer
     * @param lastAt where the last ones start
     * @param middleAt where the middle ones start
     */
    private record Word(long first, long mask, long last, long middle, int lastAt, int middleAt) {
        static Word of(String word) {
            byte[] bytes = Arrays.copyOf(word.getBytes(StandardCharsets.US_ASCII), Math.max(8, word.length()));
            int lastAt = Math.max(0, word.length() - Long.BYTES);
            int middleAt = Math.max(0, lastAt - Long.BYTES);
            long mask = word.length() < Long.BYTES ? (1L << (Byte.SIZE * word.length())) - 1 : -1;
            return new Word(eight(bytes, 0), mask, eight(bytes, lastAt), eight(bytes, middleAt), lastAt, middleAt);
        }

        private boolean at(byte[] text, int at) {
            return at + lastAt + Long.BYTES <= text.length
                    && (eight(text, at) & mask) == first
                    && (eight(text, at + lastAt) & mask) == last
                    && (eight(text, at + middleAt) & mask) == middle;
        }
    }

    KeyWords(byte[] text) {
        this.text = text;
    }

    static int bit(Key key) {
        return 1 << KEYS.indexOf(key);
    }

    private static long eight(byte[] bytes, int at) {
        return (long) EIGHT_BYTES.get(bytes, at);
    }

    /** The key whose name starts here, behind its quote. */
    int at(int at) {
        int key = candidate(at);
        return WORDS[key].at(text, at) ? key : UNKNOWN;
    }

    private int candidate(int at) {
        return switch (text[at]) {
            case 'c' -> at + DIFFERENCE < text.length && text[at + DIFFERENCE] == 'N' ? NAME : LINK_NAME;
            case 'u' -> USER_ACCESS;
            case 'i' -> USER_DEFINED;
            default -> text[at + 1] == 'h' ? SHARED_BY : text[at + 1] == 'c' ? SCOPE : SERVICE;
        };
    }
}
