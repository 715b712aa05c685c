package dev.connections.crash;

import dev.connections.spi.ConnectionStore;
import dev.connections.testing.KillNineContract;

/** Opens stores whose records the contract makes: their keys seal nothing. */
public final class OpensStores implements KillNineContract.Opener {
    @Override
    public ConnectionStore open(String place) {
        return new ClosingStore(Stores.open(place, Stores.UNUSED_KEY));
    }
}
