package dev.connections.architecture.broken.store;

import javax.sql.DataSource;

/** Right. */
public interface MayMentionSql {
    void store(DataSource source);
}
