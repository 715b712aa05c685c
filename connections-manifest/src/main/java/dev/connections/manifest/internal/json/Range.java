package dev.connections.manifest.internal.json;

/**
 * Bytes of the text.
 *
 * @param start offset of the first byte
 * @param end offset behind the last one
 */
public record Range(int start, int end) {
    /** Checks the order. */
    public Range {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("range " + start + ".." + end);
        }
    }

    public int length() {
        return end - start;
    }
}
