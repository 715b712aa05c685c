package dev.connections;

import dev.connections.spi.ConnectionStore;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts what is asked of it and can be made to fail. */
final class WatchedStore extends ForwardingStore {
    final AtomicInteger calls = new AtomicInteger();
    private volatile boolean readOnly;
    private volatile boolean down;

    WatchedStore(ConnectionStore store) {
        super(store);
    }

    void readOnly(boolean next) {
        readOnly = next;
    }

    void down(boolean next) {
        down = next;
    }

    @Override
    protected ConnectionStore store() {
        calls.incrementAndGet();
        if (down) {
            throw new ConnectionStoreException("store_unavailable", "the store is down; start it", null);
        }
        return super.store();
    }

    @Override
    protected ConnectionStore forWriting() {
        if (readOnly) {
            throw new ConnectionStoreException("store_read_only", "the store takes no writes; make room", null);
        }
        return store();
    }

    @Override
    protected LeaseResult.Held held(LeaseResult.Held held) {
        return new Lease(held) {
            @Override
            public boolean commit(Versioned next) {
                ConnectionStore unused = forWriting();
                return super.commit(next);
            }
        };
    }
}
