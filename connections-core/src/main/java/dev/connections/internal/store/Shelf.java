package dev.connections.internal.store;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind of one tenant. Thread-safe.
 *
 * <p>The map is the truth. What puts, changes or removes an index value runs inside {@code compute} of that record, so
 * that the directory and the map change in the same order; the map's bin is locked for that long and only for look-ups
 * in memory.
 */
final class Shelf {
    /** Holds nothing and is never written. */
    static final Shelf EMPTY = new Shelf(new Directory());

    private final ConcurrentHashMap<String, Row> rows = new ConcurrentHashMap<>();
    private final Directory directory;

    Shelf(Directory directory) {
        this.directory = directory;
    }

    Optional<Versioned> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(Row::record);
    }

    /** Records written while it runs may be missing; each record in it is whole. */
    List<Versioned> list(Query query) {
        return matches(query, query.after().orElse("")).limit(query.limit()).toList();
    }

    long count(Query query) {
        return Filter.of(query).passesAll()
                ? rows.mappingCount()
                : matches(query, "").count();
    }

    Optional<Instant> earliestDue(Query query) {
        return matches(query, "")
                .map(record -> record.index().get(Index.DUE))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder()) // instants in whole seconds sort as text
                .map(Instant::parse);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    private Stream<Versioned> matches(Query query, String after) {
        return directory
                .ids(query.equal(), after)
                .map(rows::get)
                .filter(Objects::nonNull)
                .map(Row::record)
                .filter(Filter.of(query));
    }

    boolean write(Versioned next, long expectedVersion) {
        var written = new AtomicReference<@Nullable Row>();
        rows.compute(next.key().id(), (id, row) -> {
            if ((row == null ? 0 : row.version()) != expectedVersion) {
                return row;
            }
            Row after = Row.written(next, row);
            directory.file(id, row, after);
            written.set(after);
            return after;
        });
        return written.get() != null;
    }

    Optional<Versioned> remove(String id, Predicate<Row> condition) {
        var removed = new AtomicReference<@Nullable Row>();
        rows.computeIfPresent(id, (same, row) -> {
            if (!condition.test(row)) {
                return row;
            }
            directory.file(id, row, null);
            removed.set(row);
            return null;
        });
        return Optional.ofNullable(removed.get()).map(Row::record);
    }

    LeaseResult lease(LeaseRequest request, ConnectionStore store) {
        while (true) {
            var now = store.now();
            Row row = rows.get(request.id());
            if (row == null) {
                return new LeaseResult.Moved(Optional.empty());
            }
            Optional<LeaseResult> refusal = row.refusal(request.version(), now);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Row leased = row.leased(request, now);
            if (rows.replace(request.id(), row, leased)) {
                return new MemoryLease(store, this, row, leased);
            }
        }
    }

    /** Changes the attempt columns of a record, which are in no index, while the condition holds. */
    boolean update(String id, Predicate<Row> condition, UnaryOperator<Row> change) {
        while (true) {
            Row row = rows.get(id);
            if (row == null || !condition.test(row)) {
                return false;
            }
            if (rows.replace(id, row, change.apply(row))) {
                return true;
            }
        }
    }
}
