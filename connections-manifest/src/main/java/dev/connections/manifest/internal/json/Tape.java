package dev.connections.manifest.internal.json;

import java.util.Arrays;

/**
 * Where each value of a text starts, in order of the text.
 *
 * <p>A scalar takes one slot, its offset; a container takes three: its offset, the offset behind it, and the slot behind
 * its last item. Members are a name slot and a value. A value that is not there is the complement of its offset.
 */
final class Tape {
    /** Slots of a container before its first item. */
    static final int HEAD = 3;

    /** A text of this many values is read however dense it is. */
    private static final int ALWAYS = 1 << 20;
    /** No step of the scanner takes more slots. */
    private static final int MOST_OF_A_STEP = 8;

    private final int limit;
    private int[] slots;
    private int length;

    Tape(int textLength) {
        limit = Math.max(ALWAYS, textLength / 2) + MOST_OF_A_STEP;
        slots = new int[textLength / 8 + 16];
    }

    /** Tells whether there are so many values that their index would be larger than twice the text. */
    boolean full() {
        return length > limit - MOST_OF_A_STEP;
    }

    void scalar(int offset) {
        append(offset);
    }

    void missing(int offset) {
        append(~offset);
    }

    /** Opens a container and returns its slot, which {@link #close} needs. */
    int open(int offset) {
        int slot = length;
        append(offset);
        append(0);
        append(0);
        return slot;
    }

    int offset(int slot) {
        return slots[slot];
    }

    void close(int slot, int end) {
        slots[slot + 1] = end;
        slots[slot + 2] = length;
    }

    int[] toArray() {
        return Arrays.copyOf(slots, length);
    }

    private void append(int value) {
        if (length == slots.length) {
            slots = Arrays.copyOf(slots, Math.min(limit, length * 2));
        }
        slots[length++] = value;
    }
}
