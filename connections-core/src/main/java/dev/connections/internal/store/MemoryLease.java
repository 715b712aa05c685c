package dev.connections.internal.store;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A lease. Everything but {@link #commit} asks for owner and fence, so that nobody ends the lease of a successor. */
final class MemoryLease implements Held {
    private final ConnectionStore store;
    private final Shelf shelf;
    private final Row before;
    private final long fence;
    private final String owner;

    MemoryLease(ConnectionStore store, Shelf shelf, Row before, Row leased) {
        this.store = store;
        this.shelf = shelf;
        this.before = before;
        this.fence = leased.fence();
        this.owner = leased.record().attempt().orElseThrow().owner();
    }

    @Override
    public Versioned record() {
        return before.record();
    }

    @Override
    public long fence() {
        return fence;
    }

    @Override
    public Optional<byte[]> previousIntent() {
        return before.intent();
    }

    @Override
    public boolean renew() {
        Instant now = store.now();
        return update(row -> row.renewed(now));
    }

    @Override
    public boolean commit(Versioned next) {
        if (!next.key().equals(record().key())) {
            throw new IllegalArgumentException("the lease is of " + record().key() + ", not of " + next.key());
        }
        return store.write(next, record().version());
    }

    @Override
    public void backOff(Duration wait, byte[] failure) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("a back-off is not negative: " + wait);
        }
        Instant now = store.now();
        byte[] copy = failure.clone();
        update(row -> row.backedOff(now, wait, copy));
    }

    @Override
    public void close() {
        Instant now = store.now();
        update(row -> row.released(now));
    }

    private boolean update(UnaryOperator<Row> change) {
        return shelf.update(before.record().key().id(), row -> row.isLeasedBy(owner, fence), change);
    }
}
