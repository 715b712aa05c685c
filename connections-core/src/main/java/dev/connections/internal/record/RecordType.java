package dev.connections.internal.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.spi.ConnectionStore.Key.Kind;
import java.util.Map;

/**
 * How one kind of record is written as a document. A document keeps the members that this release does not know.
 *
 * @param <T> the record's value
 */
public interface RecordType<T> {
    /** Which kind it is. */
    Kind kind();

    /** The clear values that a store may search. */
    Map<String, String> index(T value);

    /** Sets the members this release knows. */
    void write(T value, ObjectNode document);

    /** Reads the members this release knows. */
    T read(ObjectNode document);
}
