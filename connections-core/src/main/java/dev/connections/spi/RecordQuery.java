package dev.connections.spi;

import dev.connections.spi.ConnectionStore.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The only query there is. */
record RecordQuery(
        String tenant,
        ConnectionStore.Key.Kind kind,
        Map<String, String> equal,
        Optional<String> contains,
        Optional<Instant> dueBefore,
        Optional<String> after,
        int limit)
        implements Query {

    RecordQuery {
        equal = Map.copyOf(equal);
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a query returns 1 to " + MOST + " records, not " + limit);
        }
    }

    static Query of(String tenant, ConnectionStore.Key.Kind kind) {
        return new RecordQuery(tenant, kind, Map.of(), Optional.empty(), Optional.empty(), Optional.empty(), MOST);
    }

    @Override
    public Query withEqual(String name, String value) {
        var more = new HashMap<>(equal);
        more.put(name, value);
        return new RecordQuery(tenant, kind, more, contains, dueBefore, after, limit);
    }

    @Override
    public Query withContains(String text) {
        return new RecordQuery(tenant, kind, equal, Optional.of(text), dueBefore, after, limit);
    }

    @Override
    public Query withDueBefore(Instant instant) {
        return new RecordQuery(tenant, kind, equal, contains, Optional.of(instant), after, limit);
    }

    @Override
    public Query withAfter(String id) {
        return new RecordQuery(tenant, kind, equal, contains, dueBefore, Optional.of(id), limit);
    }

    @Override
    public Query withLimit(int most) {
        return new RecordQuery(tenant, kind, equal, contains, dueBefore, after, most);
    }
}
