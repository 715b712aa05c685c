package dev.connections.manifest.internal.edit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Carries out changes that do not overlap. */
public final class Splices {
    private Splices() {}

    /**
     * Returns the text with all changes made; those at one offset in the given order.
     *
     * @throws IllegalArgumentException if two changes touch the same byte
     */
    public static byte[] apply(byte[] text, List<Splice> splices) {
        List<Splice> ordered = inOrder(splices);
        ByteBuffer changed = ByteBuffer.allocate(length(text, ordered));
        int copied = 0;
        for (Splice splice : ordered) {
            int start = splice.range().start();
            changed.put(text, copied, start - copied);
            changed.put(splice.with().getBytes(StandardCharsets.UTF_8));
            copied = splice.range().end();
        }
        return changed.put(text, copied, text.length - copied).array();
    }

    private static int length(byte[] text, List<Splice> ordered) {
        int length = text.length;
        int behind = 0;
        for (Splice splice : ordered) {
            if (splice.range().start() < behind) {
                throw new IllegalArgumentException(
                        "two changes overlap at byte " + splice.range().start());
            }
            behind = splice.range().end();
            length += splice.with().getBytes(StandardCharsets.UTF_8).length
                    - splice.range().length();
        }
        return length;
    }

    private static List<Splice> inOrder(List<Splice> splices) {
        return splices.stream()
                .sorted(Comparator.comparingInt(splice -> splice.range().start()))
                .toList();
    }
}
