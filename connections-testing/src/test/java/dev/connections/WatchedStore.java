package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts what is asked of it and can be made to fail. */
final class WatchedStore implements ConnectionStore {
    final AtomicInteger calls = new AtomicInteger();
    private final ConnectionStore store;
    private volatile boolean readOnly;
    private volatile boolean down;

    WatchedStore(ConnectionStore store) {
        this.store = store;
    }

    void readOnly(boolean next) {
        readOnly = next;
    }

    void down(boolean next) {
        down = next;
    }

    private ConnectionStore counted() {
        calls.incrementAndGet();
        if (down) {
            throw new ConnectionStoreException("store_unavailable", "the store is down; start it", null);
        }
        return store;
    }

    private ConnectionStore writable() {
        if (readOnly) {
            throw new ConnectionStoreException("store_read_only", "the store takes no writes; make room", null);
        }
        return counted();
    }

    @Override
    public Optional<Versioned> find(Key key) {
        return counted().find(key);
    }

    @Override
    public List<Versioned> list(Query query) {
        return counted().list(query);
    }

    @Override
    public long count(Query query) {
        return counted().count(query);
    }

    @Override
    public boolean write(Versioned next, long expectedVersion) {
        return writable().write(next, expectedVersion);
    }

    @Override
    public boolean delete(Key key, long expectedVersion) {
        return writable().delete(key, expectedVersion);
    }

    @Override
    public Optional<Versioned> take(Key key) {
        return writable().take(key);
    }

    @Override
    public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
        LeaseResult result = writable().lease(key, expectedVersion, owner, intent);
        return result instanceof LeaseResult.Held held ? new WatchedLease(held) : result;
    }

    @Override
    public Optional<Instant> earliestDue(Query query) {
        return counted().earliestDue(query);
    }

    @Override
    public List<String> tenants(String after, int limit) {
        return counted().tenants(after, limit);
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public KeyProvider keys() {
        return store.keys();
    }

    private final class WatchedLease implements LeaseResult.Held {
        private final Held held;

        WatchedLease(Held held) {
            this.held = held;
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
            ConnectionStore unused = writable();
            return held.commit(next);
        }

        @Override
        public void backOff(java.time.Duration wait, byte[] failure) {
            held.backOff(wait, failure);
        }

        @Override
        public void close() {
            held.close();
        }
    }
}
