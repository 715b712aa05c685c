package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A store under keys of its own, in which something else can happen right before a step. */
public final class SteppedStore implements ConnectionStore {
    /** What can be asked of a store. */
    public enum Step {
        /** One record. */
        FIND,
        /** Many records. */
        LIST,
        /** A write outside of a lease. */
        WRITE,
        /** The end of one record. */
        REMOVE,
        /** A lease. */
        LEASE,
        /** A lease goes on. */
        RENEW,
        /** A lease ends with a write. */
        COMMIT,
        /** A lease ends without. */
        RELEASE
    }

    /** How many steps were taken. */
    public final AtomicInteger steps = new AtomicInteger();

    private final ConnectionStore store;
    private final KeyProvider keys;
    private final Map<Step, Runnable> next = new ConcurrentHashMap<>();
    private volatile int last = Integer.MAX_VALUE;
    private volatile boolean failing;
    private volatile boolean paused;

    /** Asks this store, sealed with these keys. */
    public SteppedStore(ConnectionStore store, KeyProvider keys) {
        this.store = store;
        this.keys = keys;
    }

    /** Lets something happen once, right before the next such step. */
    public void before(Step step, Runnable action) {
        next.put(step, action);
    }

    /** Lets the process die before it takes more than so many steps. */
    public void dieAfter(int most) {
        last = most;
    }

    /** Says whether nothing can be asked of it from now on. */
    public void failing(boolean next) {
        failing = next;
    }

    /** Lets no lease be renewed any more, as if the process stood still. */
    public void pause() {
        paused = true;
    }

    private ConnectionStore at(Step step) {
        if (failing) {
            throw new ConnectionStoreException("store_unavailable", "the store is down; start it", null);
        }
        if (steps.incrementAndGet() > last) {
            throw new Death();
        }
        Runnable action = next.remove(step);
        if (action != null) {
            action.run();
        }
        return store;
    }

    /** Nothing runs any more; nobody catches it. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<Versioned> find(Key key) {
        return at(Step.FIND).find(key);
    }

    @Override
    public List<Versioned> list(Query query) {
        return at(Step.LIST).list(query);
    }

    @Override
    public long count(Query query) {
        return at(Step.LIST).count(query);
    }

    @Override
    public boolean write(Versioned record, long expectedVersion) {
        return at(Step.WRITE).write(record, expectedVersion);
    }

    @Override
    public boolean delete(Key key, long expectedVersion) {
        return at(Step.REMOVE).delete(key, expectedVersion);
    }

    @Override
    public Optional<Versioned> take(Key key) {
        return at(Step.REMOVE).take(key);
    }

    @Override
    public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
        LeaseResult result = at(Step.LEASE).lease(key, expectedVersion, owner, intent);
        return result instanceof LeaseResult.Held held ? new SteppedLease(held) : result;
    }

    @Override
    public Optional<Instant> earliestDue(Query query) {
        return at(Step.LIST).earliestDue(query);
    }

    @Override
    public List<String> tenants(String after, int limit) {
        return at(Step.LIST).tenants(after, limit);
    }

    @Override
    public Instant now() {
        return store.now();
    }

    @Override
    public KeyProvider keys() {
        return keys;
    }

    private final class SteppedLease implements LeaseResult.Held {
        private final Held held;

        SteppedLease(Held held) {
            this.held = held;
        }

        private Held at(Step step) {
            ConnectionStore unused = SteppedStore.this.at(step);
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
            return paused || at(Step.RENEW).renew();
        }

        @Override
        public boolean commit(Versioned record) {
            return at(Step.COMMIT).commit(record);
        }

        @Override
        public void backOff(Duration wait, byte[] failure) {
            at(Step.RELEASE).backOff(wait, failure);
        }

        @Override
        public void close() {
            at(Step.RELEASE).close();
        }
    }
}
