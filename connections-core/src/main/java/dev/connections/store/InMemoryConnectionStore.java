package dev.connections.store;

import dev.connections.spi.ConnectionStore;
import java.time.Clock;

/**
 * Records in memory, sealed with a key of its own: gone when the process ends, and invisible to other processes.
 * Thread-safe.
 */
public interface InMemoryConnectionStore extends ConnectionStore {
    /**
     * Creates an empty store that judges leases, back-off and pending flows by the system clock.
     *
     * @return the store
     */
    static InMemoryConnectionStore create() {
        return create(Clock.systemUTC());
    }

    /**
     * Creates an empty store for a test that moves time itself.
     *
     * @param clock by what leases, back-off and pending flows are judged
     * @return the store
     */
    static InMemoryConnectionStore create(Clock clock) {
        return new InMemoryRecords(clock);
    }
}
