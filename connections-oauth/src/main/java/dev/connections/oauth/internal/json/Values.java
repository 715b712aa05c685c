package dev.connections.oauth.internal.json;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values found in one document, by slot. Confined to the thread that reads the answer. */
public final class Values {
    /** What kind of value stood at a place. */
    public enum Kind {
        ABSENT,
        NULL,
        TEXT,
        NUMBER,
        BOOLEAN,
        ARRAY,
        OBJECT
    }

    private final @Nullable Kind[] kinds;
    private final @Nullable String[] texts;
    private final BitSet repeated = new BitSet(0);

    Values(int slots) {
        kinds = new Kind[slots];
        texts = new String[slots];
    }

    /** Keeps the value of a slot; of repeated members the last one, and the fact that it was repeated. */
    void put(int slot, Kind kind, @Nullable String text) {
        if (kinds[slot] != null) {
            repeated.set(slot);
        }
        kinds[slot] = kind;
        texts[slot] = text;
    }

    /** Returns the kind of the value, {@link Kind#ABSENT} if there was none. */
    public Kind kind(int slot) {
        Kind kind = kinds[slot];
        return kind == null ? Kind.ABSENT : kind;
    }

    /** Returns the text of a string or array, the digits of a number, {@code true} or {@code false}; else empty text. */
    public String text(int slot) {
        String text = texts[slot];
        return text == null ? "" : text;
    }

    /** Returns the text unless it is blank, as many servers write "none". */
    public Optional<String> given(int slot) {
        return Optional.of(text(slot)).filter(text -> !text.isBlank());
    }

    /** Tells whether a member stood there more than once. */
    public boolean repeated(int slot) {
        return repeated.get(slot);
    }
}
