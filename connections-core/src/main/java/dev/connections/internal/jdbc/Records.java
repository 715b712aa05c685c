package dev.connections.internal.jdbc;

import dev.connections.internal.jdbc.Row.Leased;
import dev.connections.internal.jdbc.Row.Seen;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The statements of a store with their parameters and results. Thread-safe.
 *
 * @param sql the statements
 * @param dialect the database's
 * @param offset microseconds that are added to the database's clock, other than zero in tests only
 */
record Records(Sql sql, Dialect dialect, LongSupplier offset) {
    static Records of(Dialect dialect, String prefix, LongSupplier offset) {
        return new Records(new Sql(dialect, prefix), dialect, offset);
    }

    /** A row that somebody wants to change, and how it must be. */
    record Claim(ConnectionStore.Key key, String owner, long fence) {
        Parameters bind(Parameters to) throws SQLException {
            return bound(to, key).key(owner).number(fence);
        }
    }

    static Parameters bound(Parameters to, ConnectionStore.Key key) throws SQLException {
        return to.key(key.tenant()).key(key.kind().name()).key(key.id());
    }

    Optional<Row> find(Session on, ConnectionStore.Key key) throws SQLException {
        return on.first(sql.find, to -> bound(to, key), reading(key));
    }

    Session.Reading<Row> reading(ConnectionStore.Key key) {
        return from -> Row.read(key.tenant(), key.kind(), dialect, from);
    }

    boolean insert(Session on, Versioned next, long incarnation) throws SQLException {
        return on.update(sql.insert, to -> bound(content(to, next).number(incarnation), next.key())) == 1;
    }

    boolean update(Session on, Versioned next) throws SQLException {
        return on.update(sql.update, to -> bound(content(to, next), next.key()).number(next.version() - 1)) == 1;
    }

    boolean commit(Session on, Versioned next, long incarnation) throws SQLException {
        return on.update(
                        sql.commit,
                        to -> bound(content(to, next), next.key())
                                .number(next.version() - 1)
                                .number(incarnation))
                == 1;
    }

    private static Parameters content(Parameters to, Versioned next) throws SQLException {
        Map<String, String> index = next.index();
        Parameters all = to.number(next.format())
                .bytes(next.sealed())
                .text(IndexText.rest(index))
                .text(IndexText.searched(index));
        for (String name : IndexText.NAMES) {
            String value = index.get(name);
            all = all.key(value != null && IndexText.hasColumn(name, value) ? value : null);
        }
        return all;
    }

    boolean delete(Session on, ConnectionStore.Key key, long version) throws SQLException {
        return on.update(sql.delete, to -> bound(to, key).number(version)) == 1;
    }

    /** Without RETURNING a record is read first; whoever deletes the very row that was read has it. */
    Optional<Versioned> take(Session on, ConnectionStore.Key key) throws SQLException {
        if (dialect.returning()) {
            return on.first(sql.deleteReturning, to -> bound(to, key), reading(key))
                    .map(Row::record);
        }
        while (true) {
            Optional<Row> seen = find(on, key);
            if (seen.isEmpty() || deleteSeen(on, seen.get())) {
                return seen.map(Row::record);
            }
        }
    }

    private boolean deleteSeen(Session on, Row seen) throws SQLException {
        Versioned record = seen.record();
        return on.update(
                        sql.deleteSeen,
                        to -> bound(to, record.key()).number(record.version()).number(seen.incarnation()))
                == 1;
    }

    /** Takes a lease; whether it was taken. */
    boolean lease(Session on, LeaseRequest request) throws SQLException {
        return on.update(sql.lease, to -> bind(to, request)) == 1;
    }

    /** Takes a lease and returns the row under it, in one statement; empty if it was not taken. */
    Optional<Leased> leaseReturning(Session on, LeaseRequest request) throws SQLException {
        return on.first(sql.leaseReturning, to -> bind(to, request), from -> leased(request.key(), from));
    }

    private void bind(Parameters to, LeaseRequest request) throws SQLException {
        Parameters attempt = to.key(request.owner())
                .number(at(Micros.of(LeaseRequest.LENGTH)))
                .bytes(request.intent());
        var unused = bound(attempt, request.key())
                .number(request.version())
                .number(at(0))
                .number(at(0));
    }

    private Leased leased(ConnectionStore.Key key, ResultSet from) throws SQLException {
        return Leased.read(reading(key).row(from), dialect, from);
    }

    /** The row as it is now, with the attempt before. */
    Optional<Seen> attempted(Session on, ConnectionStore.Key key) throws SQLException {
        return on.first(sql.attempted, to -> bound(to.number(at(0)), key), from -> Seen.read(leased(key, from), from));
    }

    boolean renew(Session on, Claim claim) throws SQLException {
        return on.update(sql.renew, to -> claim.bind(to.number(at(Micros.of(LeaseRequest.LENGTH))))) == 1;
    }

    boolean backOff(Session on, Claim claim, long wait, byte[] failure) throws SQLException {
        return on.update(
                        sql.backOff,
                        to -> claim.bind(to.number(at(0)).number(at(wait)).bytes(failure)))
                == 1;
    }

    boolean release(Session on, Claim claim) throws SQLException {
        return on.update(sql.release, to -> claim.bind(to.number(at(0)))) == 1;
    }

    long now(Session on) throws SQLException {
        return on.first(sql.now, to -> to.number(at(0)), from -> from.getLong(1))
                .orElseThrow();
    }

    List<String> tenants(Session on, String after, int limit) throws SQLException {
        return on.list(sql.tenants, to -> to.key(after).number(limit), from -> Row.text(dialect, from, 1));
    }

    /** What is added to the database's clock for a time so many microseconds away. */
    private long at(long micros) {
        return offset.getAsLong() + micros;
    }
}
