package dev.connections.store;

import dev.connections.internal.store.MemoryStore;
import java.time.Clock;

/** The store in memory under its public name; the front door's default is the same store without it. */
final class InMemoryRecords extends MemoryStore implements InMemoryConnectionStore {
    InMemoryRecords(Clock clock) {
        super(clock);
    }
}
