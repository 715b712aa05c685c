package dev.connections.testing;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** What a killed process said of its records. */
final class KillNineLedger {
    private final Map<String, Entry> entries = new TreeMap<>();
    private int acknowledged;

    /** What the process was about to say next, when it was killed. */
    enum Step {
        /** Nothing. */
        RESTING,
        /** That a version was written. */
        WRITING,
        /** That a lease was had. */
        LEASING,
        /** Nothing for the moment: it holds a lease. */
        HOLDING,
        /** That a lease was committed. */
        COMMITTING,
        /** That a lease was released. */
        RELEASING,
        /** That the record was deleted. */
        DELETING,
        /** Nothing any more. */
        DELETED
    }

    /**
     * One record.
     *
     * @param version the latest that was acknowledged; 0 before the first
     * @param fence of the latest lease that was acknowledged; 0 before the first
     */
    record Entry(String id, Step step, long version, long fence) {
        Entry at(Step next) {
            return new Entry(id, next, version, fence);
        }

        /** Whether the next version may be there although nobody said so. */
        boolean mayBeNewer() {
            return step == Step.WRITING || step == Step.COMMITTING;
        }
    }

    /** Takes a line in: a step, a record, and the number that an acknowledgement brings. */
    void hear(String line) {
        String[] words = line.split(" ", -1);
        Entry before = entries.getOrDefault(words[1], new Entry(words[1], Step.RESTING, 0, 0));
        entries.put(words[1], after(before, words));
    }

    private Entry after(Entry before, String[] words) {
        if (words.length == 2) {
            return before.at(Step.valueOf(words[0]));
        }
        acknowledged++;
        long number = Long.parseLong(words[2]);
        return switch (Step.valueOf(words[0])) {
            case WRITING, COMMITTING -> new Entry(before.id(), Step.RESTING, number, before.fence());
            case LEASING -> new Entry(before.id(), Step.HOLDING, before.version(), number);
            case DELETING -> before.at(Step.DELETED);
            case RESTING, HOLDING, RELEASING, DELETED -> before.at(Step.RESTING);
        };
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    int acknowledged() {
        return acknowledged;
    }
}
