package dev.connections.internal.file;

import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A lease. Everything but {@link #commit} asks for owner and fence, so that nobody ends the lease of a successor. */
final class FileLease implements Held {
    private final FileStore store;
    private final Row before;
    private final String owner;
    private final long fence;
    /** Set when this owner has ended the lease: then there is nothing left to look for. */
    private volatile boolean ended;

    FileLease(FileStore store, Row before, Row leased) {
        this.store = store;
        this.before = before;
        this.owner = leased.record().attempt().orElseThrow().owner();
        this.fence = leased.fence();
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
        return update(row -> row.renewed(store.now()));
    }

    @Override
    public boolean commit(Versioned next) {
        if (!next.key().equals(record().key())) {
            throw new IllegalArgumentException("the lease is of " + record().key() + ", not of " + next.key());
        }
        boolean written = store.write(next, record().version());
        if (written) {
            ended = true;
        }
        return written;
    }

    @Override
    public void backOff(Duration wait, byte[] failure) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("a back-off is not negative: " + wait);
        }
        byte[] copy = failure.clone();
        boolean unused = update(row -> {
            Instant now = store.now();
            return row.backedOff(now, wait, copy);
        });
        ended = true;
    }

    @Override
    public void close() {
        boolean unused = update(row -> row.released(store.now()));
        ended = true;
    }

    private boolean update(UnaryOperator<Row> change) {
        return !ended && store.update(record().key(), row -> row.isLeasedBy(owner, fence), change);
    }
}
