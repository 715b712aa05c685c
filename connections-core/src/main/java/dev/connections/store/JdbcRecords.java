package dev.connections.store;

import dev.connections.internal.jdbc.JdbcStore;
import dev.connections.spi.KeyProvider;

/** The database store under its public name. */
final class JdbcRecords extends JdbcStore implements JdbcConnectionStore {
    JdbcRecords(JdbcBeginning beginning, KeyProvider keys) {
        super(beginning.source(), beginning.prefix(), keys, beginning.offset());
    }
}
