package dev.connections.crash;

import dev.connections.ForwardingStore;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that break one promise each, for the test of the judge. */
final class BrokenStore {
    private BrokenStore() {}

    /** Gives everybody the lease. */
    static ConnectionStore withoutLock(ConnectionStore store) {
        return new ForwardingStore(store) {
            @Override
            public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
                Optional<Versioned> there = find(key).filter(record -> record.version() == expectedVersion);
                return there.isPresent() ? new Free(this, there.get()) : new LeaseResult.Moved(find(key));
            }

            @Override
            protected Held held(Held held) {
                return held;
            }
        };
    }

    private record Free(ConnectionStore store, ConnectionStore.Versioned record) implements Held {
        @Override
        public long fence() {
            return 1;
        }

        @Override
        public Optional<byte[]> previousIntent() {
            return Optional.empty();
        }

        @Override
        public boolean renew() {
            return true;
        }

        @Override
        public boolean commit(ConnectionStore.Versioned next) {
            return store.write(next, record.version());
        }

        @Override
        public void backOff(Duration wait, byte[] failure) {}

        @Override
        public void close() {}
    }

    /** Says that it has written, and would have done so later: its process dies first. */
    static ConnectionStore writingAfterReturn(ConnectionStore store) {
        return new ForwardingStore(store) {
            @Override
            protected Held held(Held held) {
                return new Lease(held) {
                    @Override
                    public boolean commit(Versioned next) {
                        return true;
                    }
                };
            }
        };
    }

    /** Writes over whatever is there. */
    static ConnectionStore withoutComparison(ConnectionStore store) {
        return new ForwardingStore(store) {
            @Override
            protected Held held(Held held) {
                return new Lease(held) {
                    @Override
                    public boolean commit(Versioned next) {
                        return super.commit(next) || forced(store(), next);
                    }
                };
            }
        };
    }

    /** The record as it would be after an update without a condition. */
    private static boolean forced(ConnectionStore store, ConnectionStore.Versioned next) {
        long there = store.find(next.key()).orElseThrow().version();
        boolean done = store.delete(next.key(), there);
        for (long version = 1; version <= next.version(); version++) {
            var record = new ConnectionStore.Versioned(
                    next.key(), version, next.format(), next.index(), next.sealed(), Optional.empty());
            done &= store.write(record, version - 1);
        }
        return done;
    }

    /** Lets whoever ends a lease end the lease of a successor: all stores of one map share their leases. */
    static ConnectionStore releasingWithoutOwner(ConnectionStore store, Map<ConnectionStore.Key, Held> latest) {
        return new ForwardingStore(store) {
            @Override
            protected Held held(Held held) {
                latest.put(held.record().key(), held);
                return new Loose(held, latest);
            }
        };
    }

    static Map<ConnectionStore.Key, Held> leases() {
        return new ConcurrentHashMap<>();
    }

    private static final class Loose extends ForwardingStore.Lease {
        private final Map<ConnectionStore.Key, Held> latest;

        Loose(Held held, Map<ConnectionStore.Key, Held> latest) {
            super(held);
            this.latest = latest;
        }

        @Override
        public void backOff(Duration wait, byte[] failure) {
            close();
        }

        @Override
        public void close() {
            Optional.ofNullable(latest.get(record().key())).ifPresent(Held::close);
        }
    }
}
