package dev.connections.internal.file;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two places at the end of a file that attempt columns are written to in turn: whatever a crash does to the one, the
 * other one still says what was known before. Immutable.
 *
 * @param at where the first one begins
 * @param size how long each is
 * @param current the last that was written whole
 * @param torn how many were begun and not finished
 */
record Slots(int at, int size, Slot current, int torn) {
    /** What a refresh needs: ids of an owner and a store, an intent and a failure of a line each. */
    static final int USUAL_SIZE = 448;

    /** Larger than any number of leases that the lost columns can have counted. */
    private static final long LEASES_AT_MOST = 1L << 32;

    private static final byte[] UNKNOWN_INTENT = {};

    static Slots read(byte[] file, int at, int size, long fence) {
        List<Optional<Slot>> both = Stream.of(at, at + size)
                .map(from -> isBlank(file, from, from + size)
                        ? Optional.of(Slot.blank(fence))
                        : Slot.read(file, from, from + size))
                .toList();
        Slot current = both.stream()
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(Slot::sequence))
                .orElseGet(() -> Slot.blank(fence + LEASES_AT_MOST));
        return new Slots(
                at, size, current, (int) both.stream().filter(Optional::isEmpty).count());
    }

    private static boolean isBlank(byte[] file, int from, int to) {
        for (int at = from; at < to; at++) {
            if (file[at] != 0) {
                return false;
            }
        }
        return true;
    }

    /** The unfinished one may have counted one lease more. */
    long fence() {
        return current.fence() + torn;
    }

    /** The unfinished one may have been an intent: nobody knows, so there was one. */
    Optional<byte[]> intent() {
        return current.intent().or(() -> torn == 0 ? Optional.empty() : Optional.of(UNKNOWN_INTENT));
    }

    long nextSequence() {
        return current.sequence() + 1;
    }

    /** Where the next one goes: not over the last whole one. */
    long nextPosition() {
        return at + (nextSequence() & 1) * size;
    }
}
