package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.store.InMemoryConnectionStore;

class RowSwapTest extends RowSwapContract {
    @Override
    ConnectionStore open() {
        return InMemoryConnectionStore.create();
    }
}
