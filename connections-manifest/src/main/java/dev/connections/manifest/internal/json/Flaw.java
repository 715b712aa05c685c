package dev.connections.manifest.internal.json;

import java.util.List;

/**
 * One place, or for kinds that gather all places, where the text is not JSON.
 *
 * @param kind what is wrong
 * @param pointer JSON pointer of the value concerned, or of the one around it
 * @param ranges at least one, in order of the text
 */
public record Flaw(FlawKind kind, String pointer, List<Range> ranges) {
    /** Checks that there is a place. */
    public Flaw {
        ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("a flaw has a place");
        }
    }

    /** Where it is first. */
    public Range first() {
        return ranges.get(0);
    }
}
