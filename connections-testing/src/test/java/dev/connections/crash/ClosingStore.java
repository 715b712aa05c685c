package dev.connections.crash;

import dev.connections.ForwardingStore;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;

/** A store that takes its pool of connections with it when it is closed. */
class ClosingStore extends ForwardingStore implements AutoCloseable {
    ClosingStore(ConnectionStore store) {
        super(store);
    }

    @Override
    protected Held held(Held held) {
        return held;
    }

    @Override
    public void close() {
        Stores.close(store());
    }
}
