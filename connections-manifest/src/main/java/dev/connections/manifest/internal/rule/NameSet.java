package dev.connections.manifest.internal.rule;

import java.util.Arrays;

/** Strings of a text by where they start, each with the offset of its closing quote. Confined to one thread. */
final class NameSet {
    private static final int FIRST_SIZE = 64;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** Nobody can write names that all fall on one place without knowing it. */
    private static final long SEED = System.nanoTime() * SPREAD;

    private final byte[] text;
    private int[] table = new int[2 * FIRST_SIZE];
    private int size;

    NameSet(byte[] text) {
        this.text = text;
    }

    /** Adds the bytes between these offsets; false if the same are in it. */
    boolean add(int start, int end) {
        if (size * 4 >= table.length) {
            grow();
        }
        int at = find(start, end);
        boolean fresh = table[at + 1] == 0;
        table[at] = start;
        table[at + 1] = end;
        size += fresh ? 1 : 0;
        return fresh;
    }

    /** Place of these bytes in the table, or the free place for them. */
    private int find(int start, int end) {
        int mask = table.length / 2 - 1;
        int place = spread(start, end) & mask;
        while (table[2 * place + 1] != 0
                && !Arrays.equals(text, table[2 * place], table[2 * place + 1], text, start, end)) {
            place = (place + 1) & mask;
        }
        return 2 * place;
    }

    private int spread(int start, int end) {
        long hash = SEED;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text[i]) * SPREAD;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }

    private void grow() {
        int[] old = table;
        table = new int[old.length * 2];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int at = find(old[i], old[i + 1]);
                table[at] = old[i];
                table[at + 1] = old[i + 1];
            }
        }
    }
}
