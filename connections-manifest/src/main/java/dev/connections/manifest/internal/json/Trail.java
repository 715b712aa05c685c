package dev.connections.manifest.internal.json;

/** The open containers on the way to where the scanner is. */
final class Trail {
    private static final int NO_NAME = -1;

    private final byte[] text;
    private final int[] container;
    private final boolean[] object;
    private final int[] current; // array: number of the item; object: offset of the name
    private int depth;

    Trail(byte[] text, int maxDepth) {
        this.text = text;
        this.container = new int[maxDepth];
        this.object = new boolean[maxDepth];
        this.current = new int[maxDepth];
    }

    boolean full() {
        return depth == container.length;
    }

    void push(int tapeIndex, boolean isObject) {
        container[depth] = tapeIndex;
        object[depth] = isObject;
        current[depth] = NO_NAME;
        depth++;
    }

    /** Leaves the innermost container and returns its place on the tape. */
    int pop() {
        return container[--depth];
    }

    int depth() {
        return depth;
    }

    boolean inObject() {
        return object[depth - 1];
    }

    int innermost() {
        return container[depth - 1];
    }

    void nextElement() {
        current[depth - 1]++;
    }

    void name(int offset) {
        current[depth - 1] = offset;
    }

    void unnamed() {
        current[depth - 1] = NO_NAME;
    }

    /** How many containers a closing bracket of this kind would close, innermost first; 0 if it closes none. */
    int levelsClosedBy(boolean ofObject, int bottom) {
        for (int level = depth - 1; level >= bottom; level--) {
            if (object[level] == ofObject) {
                return depth - level;
            }
        }
        return 0;
    }

    /** JSON pointer (RFC 6901) of the innermost container, or of its current item. */
    String pointer(boolean ofItem) {
        StringBuilder pointer = new StringBuilder();
        for (int level = 0; level < (ofItem ? depth : depth - 1); level++) {
            if (current[level] != NO_NAME) {
                pointer.append('/').append(segment(level));
            }
        }
        return pointer.toString();
    }

    private String segment(int level) {
        return object[level] ? Pointer.escape(nameAt(current[level])) : Integer.toString(current[level]);
    }

    private String nameAt(int offset) {
        int end = Tokens.quoted(text, offset) ? Tokens.stringEnd(text, offset) : Tokens.wordEnd(text, offset);
        return Pointer.cut(Strings.decode(text, offset, end));
    }
}
