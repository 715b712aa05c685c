package dev.connections.architecture.broken.internal;

import dev.connections.architecture.broken.store.MayMentionSql;
import javax.sql.DataSource;

/** Right: the internals implement what the leaves export. */
final class InMemory implements MayMentionSql {
    @Override
    public void store(DataSource source) {}
}
