package dev.connections.manifest.internal.json;

import java.util.Arrays;

/**
 * Turns offsets into lines and columns.
 *
 * <p>Remembers the position at every {@value #STRIDE}th byte as far as it has been asked, so that any offset costs at most
 * one stride, also where the whole text is one line. A line ends with LF, CR LF or CR. Confined to one thread.
 */
public final class Positions {
    private static final int STRIDE = 1024;
    private static final int MARK_LENGTH = 3;

    private final byte[] text;
    private final int first;
    private int[] lines = new int[16];
    private int[] columns = new int[16];
    private int known = 1;
    private int line;
    private int column;

    /** Prepares for one text; reads nothing yet. */
    public Positions(byte[] text) {
        this.text = text;
        this.first = text.length >= MARK_LENGTH && text[0] == (byte) 0xEF ? MARK_LENGTH : 0;
        lines[0] = 1;
        columns[0] = 1;
    }

    static Position of(byte[] text, int offset) {
        return new Positions(text).at(offset);
    }

    /** Returns the position of the byte at this offset. */
    public Position at(int offset) {
        int wanted = Math.max(offset, first);
        int stride = (wanted - first) / STRIDE;
        while (known <= stride) {
            learn();
        }
        walk(stride, wanted);
        return new Position(line, column);
    }

    private void learn() {
        if (known == lines.length) {
            lines = Arrays.copyOf(lines, known * 2);
            columns = Arrays.copyOf(columns, known * 2);
        }
        walk(known - 1, first + known * STRIDE);
        lines[known] = line;
        columns[known] = column;
        known++;
    }

    private void walk(int stride, int to) {
        line = lines[stride];
        column = columns[stride];
        for (int i = first + stride * STRIDE; i < to; i++) {
            pass(i);
        }
    }

    private void pass(int i) {
        byte b = text[i];
        if (b == '\n' || (b == '\r' && (i + 1 == text.length || text[i + 1] != '\n'))) {
            line++;
            column = 1;
        } else {
            column += units(b);
        }
    }

    /** UTF-16 code units of the character that starts with this byte; none for a byte inside a character. */
    private static int units(byte b) {
        if ((b & 0xC0) == 0x80) {
            return 0;
        }
        return (b & 0xF8) == 0xF0 ? 2 : 1;
    }
}
