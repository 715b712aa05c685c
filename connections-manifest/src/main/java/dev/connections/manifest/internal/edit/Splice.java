package dev.connections.manifest.internal.edit;

import dev.connections.manifest.internal.json.Range;

/**
 * One change to a text.
 *
 * @param range the bytes that go; empty for an insertion
 * @param with what comes in their place
 */
public record Splice(Range range, String with) {
    /** Text put in at an offset. */
    public static Splice insert(int at, String text) {
        return new Splice(new Range(at, at), text);
    }

    /** Bytes taken out. */
    public static Splice remove(int start, int end) {
        return new Splice(new Range(start, end), "");
    }
}
