package dev.connections.internal.store;

import dev.connections.internal.seal.KeySet;
import dev.connections.internal.seal.WrappingKey;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records in memory, gone when the process ends. Sealed all the same, with a key made for this store, so that nothing
 * takes another path in memory than on disk. Thread-safe; does no I/O and holds no lock while it runs foreign code.
 */
public class MemoryStore implements ConnectionStore {
    private final Clock clock;
    private final KeyProvider keys = KeySet.of(WrappingKey.random("memory"));
    private final ConcurrentHashMap<ShelfName, Shelf> shelves = new ConcurrentHashMap<>();

    /**
     * Creates an empty store.
     *
     * @param clock by what leases, back-off and pending flows are judged
     */
    public MemoryStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Versioned> find(Key key) {
        return shelf(key).find(key.id());
    }

    @Override
    public List<Versioned> list(Query query) {
        return shelf(query).list(query);
    }

    @Override
    public long count(Query query) {
        return shelf(query).count(query);
    }

    @Override
    public boolean write(Versioned next, long expectedVersion) {
        if (expectedVersion < 0 || next.version() != expectedVersion + 1) {
            throw new IllegalArgumentException(
                    "version " + next.version() + " does not follow version " + expectedVersion);
        }
        Shelf shelf = shelves.computeIfAbsent(ShelfName.of(next.key()), name -> new Shelf(new Directory()));
        return shelf.write(next, expectedVersion);
    }

    @Override
    public boolean delete(Key key, long expectedVersion) {
        return shelf(key)
                .remove(key.id(), row -> row.version() == expectedVersion)
                .isPresent();
    }

    @Override
    public Optional<Versioned> take(Key key) {
        return shelf(key).remove(key.id(), row -> true);
    }

    @Override
    public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
        return shelf(key).lease(new LeaseRequest(key.id(), expectedVersion, owner, intent), this);
    }

    @Override
    public Optional<Instant> earliestDue(Query query) {
        return shelf(query).earliestDue(query);
    }

    @Override
    public List<String> tenants(String after, int limit) {
        return shelves.entrySet().stream()
                .filter(shelf -> !shelf.getValue().isEmpty())
                .map(shelf -> shelf.getKey().tenant())
                .filter(tenant -> tenant.compareTo(after) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public KeyProvider keys() {
        return keys;
    }

    private Shelf shelf(Key key) {
        return shelves.getOrDefault(ShelfName.of(key), Shelf.EMPTY);
    }

    private Shelf shelf(Query query) {
        return shelves.getOrDefault(new ShelfName(query.tenant(), query.kind()), Shelf.EMPTY);
    }

    private record ShelfName(String tenant, Key.Kind kind) {
        static ShelfName of(Key key) {
            return new ShelfName(key.tenant(), key.kind());
        }
    }
}
