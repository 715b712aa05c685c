package dev.connections.internal.scan;

/** Numbers the lines of a text, for offsets that only grow. Confined to one call. */
final class Lines {
    private final String text;
    private int at;
    private int line = 1;

    Lines(String text) {
        this.text = text;
    }

    /** The line of an offset, from 1. */
    int at(int offset) {
        int end = Math.min(offset, text.length());
        while (at < end) {
            char c = text.charAt(at++);
            if (c == '\n' || (c == '\r' && !(at < text.length() && text.charAt(at) == '\n'))) {
                line++;
            }
        }
        return line;
    }
}
