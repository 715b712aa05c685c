package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Another store under a decorator's hands. */
public abstract class ForwardingStore implements ConnectionStore {
    private final ConnectionStore store;

    /** Asks this store. */
    protected ForwardingStore(ConnectionStore store) {
        this.store = store;
    }

    /** The other store, for a question. */
    protected ConnectionStore store() {
        return store;
    }

    /** The other store, for a change. */
    protected ConnectionStore forWriting() {
        return store();
    }

    /** Decorates a lease that was had. */
    protected abstract LeaseResult.Held held(LeaseResult.Held held);

    @Override
    public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
        LeaseResult result = forWriting().lease(key, expectedVersion, owner, intent);
        return result instanceof LeaseResult.Held held ? held(held) : result;
    }

    @Override
    public Optional<Versioned> find(Key key) {
        return store().find(key);
    }

    @Override
    public List<Versioned> list(Query query) {
        return store().list(query);
    }

    @Override
    public long count(Query query) {
        return store().count(query);
    }

    @Override
    public boolean write(Versioned next, long expectedVersion) {
        return forWriting().write(next, expectedVersion);
    }

    @Override
    public boolean delete(Key key, long expectedVersion) {
        return forWriting().delete(key, expectedVersion);
    }

    @Override
    public Optional<Versioned> take(Key key) {
        return forWriting().take(key);
    }

    @Override
    public Optional<Instant> earliestDue(Query query) {
        return store().earliestDue(query);
    }

    @Override
    public List<String> tenants(String after, int limit) {
        return store().tenants(after, limit);
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public KeyProvider keys() {
        return store.keys();
    }

    /** Another store's lease. */
    public abstract static class Lease implements LeaseResult.Held {
        private final LeaseResult.Held held;

        /** Asks this lease. */
        protected Lease(LeaseResult.Held held) {
            this.held = held;
        }

        /** The other lease. */
        protected final LeaseResult.Held held() {
            return held;
        }

        @Override
        public Versioned record() {
            return held.record();
        }

        @Override
        public long fence() {
            return held.fence();
        }

        @Override
        public Optional<byte[]> previousIntent() {
            return held.previousIntent();
        }

        @Override
        public boolean renew() {
            return held.renew();
        }

        @Override
        public boolean commit(Versioned next) {
            return held.commit(next);
        }

        @Override
        public void backOff(Duration wait, byte[] failure) {
            held.backOff(wait, failure);
        }

        @Override
        public void close() {
            held.close();
        }
    }
}
