package dev.connections.store;

import dev.connections.CheckReturnValue;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import javax.sql.DataSource;

/**
 * Records in PostgreSQL, MariaDB, H2 or SQLite, for any number of nodes (SQLite: for the processes of one host). MySQL 8
 * is given MariaDB's statements, untested. Thread-safe; blocks while the database works.
 *
 * <pre>{@code
 * JdbcConnectionStore store = JdbcConnectionStore.of(dataSource)
 *     .encryptedWith(KeyRing.primary("2026-02", Secret.fromFile(Path.of("/run/secrets/kek-2026-02"))));
 * store.createSchema();
 * }</pre>
 *
 * <p>Each operation is one or two short statements on a connection that is taken and returned at once: none is held
 * while a service is called, no transaction spans two statements, no state is left in a session. So a pooler may work by
 * the transaction; one that does not track prepared statements needs {@code prepareThreshold=0} in the URL of
 * PostgreSQL's driver, or statements of others would be executed. A connection that comes with autocommit off is
 * switched for the statement; one with uncommitted changes of its user is refused ({@code transaction_open}) where the
 * database tells: PostgreSQL, MariaDB and H2 do. Leases, back-off and pending flows are judged by the database's clock.
 * PostgreSQL and MariaDB have three seconds for an answer.
 *
 * <p>Failures are {@link dev.connections.ConnectionStoreException}s: {@code database_unsupported}; {@code schema_missing}
 * and {@code schema_outdated} (see {@link #createSchema}), {@code newer_schema} (this node is too old);
 * {@code store_read_only}, {@code store_full}, {@code record_too_large}; {@code store_unavailable} (it does not answer,
 * has no connection to spare, is locked, or broke: the message says whether the outcome is unknown); and
 * {@code store_failed} for the rest. Messages name the SQL state and the database's own code, never values.
 *
 * <p>A commit is as durable as the database makes it: with asynchronous replication or commit, a failover can lose the
 * last rotated token, which then shows as {@code LOST_ROTATION}. H2 acknowledges up to half a second of commits that a
 * killed process loses ({@code WRITE_DELAY}), and was seen to lose one even without that delay: it suits tests.
 */
public interface JdbcConnectionStore extends ConnectionStore {
    /**
     * Begins a store. Nothing is connected before it is first used.
     *
     * @param dataSource where connections come from; best a pool that gives up within a few seconds. It is not closed
     * @return what asks for the keys
     */
    static NeedsKeys of(DataSource dataSource) {
        return new JdbcBeginning(dataSource);
    }

    /**
     * Makes the tables that are not there yet. May be called at every start, by several nodes at once.
     *
     * <p>Who prefers a migration tool gives it the files {@code V1__….sql} of the class path folder
     * {@code dev/connections/store/schema/} {@code postgresql}, {@code mariadb}, {@code mysql}, {@code h2} or
     * {@code sqlite}; they never change, and later ones get higher numbers. They name the tables without a prefix of
     * yours: {@code connections_record} and {@code connections_meta}.
     *
     * @throws dev.connections.ConnectionStoreException if the database refuses, or if a newer release made the tables
     *     ({@code newer_schema})
     */
    void createSchema();

    /**
     * Allows records of the newest format that this release knows, after every node runs it. There is only format 1 so
     * far. The number is kept in the table {@code connections_meta}, in the row {@code format}.
     *
     * @return the newest format that may be written to this store now
     * @throws dev.connections.ConnectionStoreException if the tables are missing or of another version
     */
    long upgrade();

    /** Asks for the keys: what leaves memory is sealed. Immutable. */
    interface NeedsKeys {
        /**
         * Returns a copy with other table names, for a database that several applications share.
         *
         * @param prefix what names begin with, {@code connections_} by default: a letter, then letters, digits or
         *     {@code _}, 30 at most
         * @return the copy
         * @throws dev.connections.ConnectionConfigurationException if it has another shape
         *     ({@code table_prefix_malformed})
         */
        @CheckReturnValue
        NeedsKeys withTablePrefix(String prefix);

        /**
         * Returns the store.
         *
         * @param keys what its records are sealed with
         * @return the store
         */
        JdbcConnectionStore encryptedWith(KeyProvider keys);
    }
}
