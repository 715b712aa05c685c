package dev.connections.internal.store;

import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the records that share an index value. Read by anybody; changed only inside {@code compute} of the map that
 * holds it, which lets one thread in at a time.
 */
final class Posting {
    /** Of a value that no record has; never changed. */
    static final Posting NONE = new Posting();

    private final ConcurrentSkipListSet<String> ids = new ConcurrentSkipListSet<>();
    private volatile int size; // the set would have to count them

    ConcurrentSkipListSet<String> ids() {
        return ids;
    }

    int size() {
        return size;
    }

    Posting with(String id) {
        int before = size;
        ids.add(id);
        size = before + 1;
        return this;
    }

    /** {@return this, or null when nothing is left} */
    @Nullable
    Posting without(String id) {
        int before = size;
        ids.remove(id);
        size = before - 1;
        return before == 1 ? null : this;
    }
}
