package dev.connections.manifest.internal.rule;

import java.util.Arrays;

/** Strings of a text by where they start, each with the offset of its closing quote. Confined to one thread. */
final class NameSet {
    private static final int FIRST_SIZE = 64;
    private static final int FACTOR = 31;
    /** Odd, and near 2^32 divided by the golden ratio: Fibonacci hashing. */
    private static final int SPREAD = 0x9E3779B9;

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
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = FACTOR * hash + text[i];
        }
        int mixed = hash * SPREAD; // names that count up must not stand side by side
        return mixed ^ (mixed >>> 16);
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
