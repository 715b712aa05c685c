package dev.connections.internal.jdbc;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.BackedOff;
import dev.connections.spi.ConnectionStore.LeaseResult.Busy;
import dev.connections.spi.ConnectionStore.LeaseResult.Moved;
import dev.connections.spi.ConnectionStore.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of records. Immutable.
 *
 * @param record the record with its attempt
 * @param fence counts the leases of the record
 * @param incarnation a random number that the row was created with: one that was deleted and created again differs
 */
record Row(Versioned record, long fence, long incarnation) {
    private static final int INDEX = 12;
    private static final int BEFORE = INDEX + IndexText.NAMES.size();
    private static final int TIME = BEFORE + 3;

    /** Reads the columns of {@link Sql#find} and of all that begin like it. */
    static Row read(String tenant, ConnectionStore.Key.Kind kind, Dialect dialect, ResultSet from) throws SQLException {
        long fence = from.getLong(8);
        var record = new Versioned(
                new ConnectionStore.Key(tenant, kind, text(dialect, from, 1)),
                from.getLong(2),
                from.getInt(3),
                index(dialect, from),
                present(from.getBytes(4)),
                attempt(dialect.key(from, 6), instant(from, 7), fence, from));
        return new Row(record, fence, from.getLong(11));
    }

    private static Map<String, String> index(Dialect dialect, ResultSet from) throws SQLException {
        var index = new HashMap<String, String>();
        for (int i = 0; i < IndexText.NAMES.size(); i++) {
            String value = dialect.key(from, INDEX + i);
            if (value != null) {
                index.put(IndexText.NAMES.get(i), value);
            }
        }
        String rest = from.getString(5);
        if (rest != null) {
            IndexText.read(rest, index);
        }
        return index;
    }

    private static Optional<Attempt> attempt(
            @Nullable String owner, @Nullable Instant until, long fence, ResultSet from) throws SQLException {
        if (owner == null || until == null) {
            return Optional.empty();
        }
        Instant next = instant(from, 9);
        Optional<byte[]> failure = Optional.ofNullable(from.getBytes(10));
        return Optional.of(new Attempt(owner, until, fence, next == null ? Instant.EPOCH : next, failure));
    }

    private static @Nullable Instant instant(ResultSet from, int column) throws SQLException {
        long micros = from.getLong(column);
        return from.wasNull() ? null : Micros.instant(micros);
    }

    /** Reads a key that is never empty. */
    static String text(Dialect dialect, ResultSet from, int column) throws SQLException {
        return present(dialect.key(from, column));
    }

    private static <T> T present(@Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("a column that is never empty is empty");
        }
        return value;
    }

    /** A row under a lease that has just begun, and what was known before. */
    record Leased(Row row, Optional<Attempt> before, Optional<byte[]> previousIntent) {
        static Leased read(Row row, Dialect dialect, ResultSet from) throws SQLException {
            return new Leased(
                    row,
                    attempt(dialect.key(from, BEFORE), instant(from, BEFORE + 1), row.fence() - 1, from),
                    Optional.ofNullable(from.getBytes(BEFORE + 2)));
        }

        /** The record as the lease found it. */
        Versioned found() {
            Versioned now = row.record();
            return new Versioned(now.key(), now.version(), now.format(), now.index(), now.sealed(), before);
        }
    }

    /** A row at a time of the database's clock. */
    record Seen(Leased leased, Instant now) {
        static Seen read(Leased leased, ResultSet from) throws SQLException {
            return new Seen(leased, Micros.instant(from.getLong(TIME)));
        }

        boolean isLeasedBy(String owner) {
            return attempt().filter(each -> each.owner().equals(owner)).isPresent();
        }

        private Optional<Attempt> attempt() {
            return leased.row().record().attempt();
        }

        /** Why the record cannot be leased, empty if it can be tried again. */
        Optional<LeaseResult> refusal(long expectedVersion) {
            Versioned record = leased.row().record();
            return record.version() == expectedVersion
                    ? attempt().flatMap(this::refusal)
                    : Optional.of(new Moved(Optional.of(record)));
        }

        private Optional<LeaseResult> refusal(Attempt attempt) {
            if (now.isBefore(attempt.leaseUntil())) {
                return Optional.of(new Busy(attempt));
            }
            return now.isBefore(attempt.nextAllowedAt())
                    ? Optional.of(new BackedOff(attempt.nextAllowedAt(), attempt.failure()))
                    : Optional.empty();
        }
    }
}
