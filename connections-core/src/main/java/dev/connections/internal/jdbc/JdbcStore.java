package dev.connections.internal.jdbc;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.KeyProvider;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Records in one table of a database. Thread-safe; blocks while the database works. Each operation is one or two short
 * statements in autocommit mode on a connection that is taken for it and given back.
 */
public class JdbcStore implements ConnectionStore {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tables tables;
    private final KeyProvider keys;

    /**
     * Creates a store; it connects when it is first used.
     *
     * @param source where the database is
     * @param prefix what the names of its tables begin with
     * @param keys what its records are sealed with
     * @param offset microseconds to add to the database's clock
     */
    protected JdbcStore(DataSource source, String prefix, KeyProvider keys, LongSupplier offset) {
        this.tables = new Tables(new Database(source), prefix, offset);
        this.keys = keys;
    }

    /** Makes the tables that are not there. */
    public final void createSchema() {
        tables.schema().create();
    }

    /** Allows the newest format of records. */
    public final long upgrade() {
        return tables.schema().upgrade();
    }

    @Override
    public Optional<Versioned> find(Key key) {
        return tables.run(Task.read("read a record"), (records, on) -> records.find(on, checked(key)))
                .map(Row::record);
    }

    @Override
    public List<Versioned> list(Query query) {
        return tables.run(Task.read("list records"), (records, on) -> {
            Filter filter = Filter.of(query, records.dialect());
            return on.list(
                    records.sql().list(filter),
                    to -> {
                        filter.bind(to);
                        var unused = to.key(query.after().orElse("")).number(query.limit());
                    },
                    from -> Row.read(query.tenant(), query.kind(), records.dialect(), from)
                            .record());
        });
    }

    @Override
    public long count(Query query) {
        return tables.run(Task.read("count records"), (records, on) -> {
            Filter filter = Filter.of(query, records.dialect());
            return on.first(records.sql().count(filter), filter, from -> from.getLong(1))
                    .orElseThrow();
        });
    }

    @Override
    public boolean write(Versioned next, long expectedVersion) {
        checkVersions(next, expectedVersion);
        Key unused = checked(next.key());
        return expectedVersion == 0
                ? created(next)
                : tables.run(Task.change("write a record"), (records, on) -> records.update(on, next));
    }

    private boolean created(Versioned next) {
        long incarnation = RANDOM.nextLong();
        return tables.run(Task.change("create a record"), (records, on) -> {
            try {
                return records.insert(on, next, incarnation);
            } catch (SQLException e) {
                if (records.dialect().failures().kind(e) == Trouble.DUPLICATE) {
                    return false;
                }
                throw e;
            }
        });
    }

    static void checkVersions(Versioned next, long expectedVersion) {
        if (expectedVersion < 0 || next.version() != expectedVersion + 1) {
            throw new IllegalArgumentException(
                    "version " + next.version() + " does not follow version " + expectedVersion);
        }
    }

    @Override
    public boolean delete(Key key, long expectedVersion) {
        return tables.run(
                Task.change("delete a record"), (records, on) -> records.delete(on, checked(key), expectedVersion));
    }

    @Override
    public Optional<Versioned> take(Key key) {
        return tables.run(Task.change("take a record"), (records, on) -> records.take(on, checked(key)));
    }

    @Override
    public LeaseResult lease(Key key, long expectedVersion, String owner, byte[] intent) {
        var request = new LeaseRequest(checked(key), expectedVersion, owner, intent);
        var attempt = new LeaseAttempt(request, leased -> new JdbcLease(tables, leased, owner));
        return tables.run(Task.change("lease a record"), attempt);
    }

    @Override
    public Optional<Instant> earliestDue(Query query) {
        return tables.run(Task.read("find what is due"), (records, on) -> {
            Filter filter = Filter.of(query, records.dialect());
            return on.first(records.sql().earliestDue(filter), filter, from -> Row.text(records.dialect(), from, 1))
                    .map(Instant::parse);
        });
    }

    @Override
    public List<String> tenants(String after, int limit) {
        return tables.run(Task.read("list tenants"), (records, on) -> records.tenants(on, after, limit));
    }

    @Override
    public Instant now() {
        return Micros.instant(tables.run(Task.read("read its clock"), Records::now));
    }

    @Override
    public KeyProvider keys() {
        return keys;
    }

    /** No two tenants may become one where a database replaces what it cannot hold. */
    private static Key checked(Key key) {
        if (!IndexText.storable(key.tenant())) {
            throw new IllegalArgumentException("a tenant's id is well-formed Unicode text without NUL");
        }
        return key;
    }
}
