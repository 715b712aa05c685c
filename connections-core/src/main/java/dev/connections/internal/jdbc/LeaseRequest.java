package dev.connections.internal.jdbc;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import java.time.Duration;

/** Who wants to do what with which version of a record. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and not kept
record LeaseRequest(ConnectionStore.Key key, long version, String owner, byte[] intent) {
    static final Duration LENGTH = Held.LEASE;
}
