package dev.connections.internal.record;

import dev.connections.ConnectionStoreException;
import java.util.Optional;
import java.util.function.Function;

/** Writes a record whatever is there: what a person has just decided wins over what runs in the background. */
public final class LastWord {
    private static final int TRIES = 20;

    private LastWord() {}

    /** Writes the next value; it is computed again for each version that somebody else put in between. */
    public static <T> T put(Vault vault, RecordType<T> type, Place place, Function<Optional<T>, T> next) {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<Stored<T>> before = vault.find(type, place.tenant(), place.id());
            T value = next.apply(before.map(Stored::value));
            boolean written = before.isPresent()
                    ? vault.update(type, before.get(), value)
                    : vault.create(type, place.tenant(), place.id(), value);
            if (written) {
                return value;
            }
        }
        throw new ConnectionStoreException(
                "store_contended", "the " + type.kind() + " record changed again and again; try again", null);
    }

    /** Where a record is. */
    public record Place(String tenant, String id) {}
}
