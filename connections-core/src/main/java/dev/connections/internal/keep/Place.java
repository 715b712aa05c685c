package dev.connections.internal.keep;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import java.util.List;
import java.util.Optional;

/** A place in the order of all records: tenants by id, kinds as declared, records by id. Immutable. */
record Place(String tenant, Kind kind, String after) {
    private static final List<Kind> KINDS = List.of(Kind.values());

    /** Before the first record; no tenant has an empty id. */
    static final Place START = new Place("", KINDS.get(0), "");

    /** Right behind a record. */
    static Place behind(ConnectionStore.Key key) {
        return new Place(key.tenant(), key.kind(), key.id());
    }

    /** Before the first record of a tenant. */
    static Place of(String tenant) {
        return new Place(tenant, KINDS.get(0), "");
    }

    /** Before the first record of the tenant's next kind; empty after the last. */
    Optional<Place> nextKind() {
        int next = KINDS.indexOf(kind) + 1;
        return next < KINDS.size() ? Optional.of(new Place(tenant, KINDS.get(next), "")) : Optional.empty();
    }

    Query page(int size) {
        Query first = Query.of(tenant, kind).withLimit(size);
        return after.isEmpty() ? first : first.withAfter(after);
    }
}
