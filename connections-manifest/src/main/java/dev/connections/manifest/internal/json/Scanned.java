package dev.connections.manifest.internal.json;

import java.util.List;

/**
 * What one pass over a text finds.
 *
 * @param tape where its values start
 * @param fragment true if the outermost braces are missing
 * @param flawed what is not JSON
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Scanned(int[] tape, boolean fragment, Flawed flawed) {
    /**
     * What is not JSON.
     *
     * @param listed at most a hundred, in the order they were met
     * @param unlisted how many more there are
     * @param json false if at least one of them breaks JSON
     */
    record Flawed(List<Flaw> listed, int unlisted, boolean json) {}
}
