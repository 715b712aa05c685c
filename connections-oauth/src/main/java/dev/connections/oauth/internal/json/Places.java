package dev.connections.oauth.internal.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places of a document that somebody wants, as a tree of member names: a document of any size and depth is read
 * in one pass, and what nobody wants is skipped unread.
 *
 * <p>Filled while a reader is made, never changed afterwards; then thread-safe.
 */
public final class Places {
    /** The slot of a value that nobody asked for. */
    public static final int NOBODY_WANTS_IT = -1;

    private final Map<String, Places> members = new HashMap<>();
    private int slot = NOBODY_WANTS_IT;

    private int wanted;

    /** Asks for the value at a path from the root, and returns its slot; asked twice, the same one. */
    public int want(List<String> path) {
        Places place = this;
        for (String name : path) {
            place = place.members.computeIfAbsent(name, unused -> new Places());
        }
        if (place.slot == NOBODY_WANTS_IT) {
            place.slot = wanted++;
        }
        return place.slot;
    }

    /** Asks for the value at a path from the root, and returns its slot. */
    public int want(String... path) {
        return want(List.of(path));
    }

    /** Returns room for the values wanted of this root. */
    public Values newValues() {
        return new Values(wanted);
    }

    /** Keeps a top-level value of a document that is not JSON. */
    public void put(String name, String text, Values into) {
        Places place = members.get(name);
        if (place != null && place.slot != NOBODY_WANTS_IT) {
            into.put(place.slot, Values.Kind.TEXT, text);
        }
    }

    @Nullable
    Places member(String name) {
        return members.get(name);
    }

    int slot() {
        return slot;
    }
}
