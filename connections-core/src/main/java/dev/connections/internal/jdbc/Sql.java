package dev.connections.internal.jdbc;

import java.util.Collections;
import java.util.stream.Collectors;

/**
 * The statements of one store. The order of their parameters is that of the question marks. Immutable.
 *
 * <p>Every {@code clock} is the database's clock plus one parameter, which is how a lease is given its length and a test
 * moves time.
 */
final class Sql {
    /** What {@link Row} reads, in its order. */
    private static final String RECORD = "id, version, format, sealed, rest, lease_owner, lease_until, fence,"
            + " next_allowed, failure, incarnation, " + joined(", ");

    /**
     * What is known of the attempt before the one that a lease begins; the last columns of a row. They mean something
     * right after the lease was taken, and nothing at any other time.
     */
    private static final String BEFORE = ", prev_owner, prev_until, prev_intent";

    private static final String KEY = " WHERE tenant = ? AND kind = ? AND id = ?";
    private static final String HELD = KEY + " AND lease_owner = ? AND fence = ? AND intent IS NOT NULL";

    final String now;
    final String find;
    final String insert;
    /** Writes the next version, whoever created the row. */
    final String update;
    /** Writes the next version of the very row that was leased. */
    final String commit;

    final String delete;
    /** Deletes what was just read, and nothing that has been put in its place. */
    final String deleteSeen;

    final String deleteReturning;
    final String lease;
    final String leaseReturning;
    /** A row with the attempt before and, last, the time. */
    final String attempted;

    final String renew;
    final String backOff;
    final String release;
    /** Lists tenants behind the first parameter, as many as the second says. */
    final String tenants;

    private final String from;

    Sql(Dialect dialect, String prefix) {
        String table = prefix + "record";
        String clock = "(" + dialect.now() + " + ?)";
        from = " FROM " + table;
        now = "SELECT " + clock;
        find = "SELECT " + RECORD + from + KEY;
        insert = "INSERT INTO " + table + inserted() + dialect.onConflict();
        update = "UPDATE " + table + " SET " + written() + KEY + " AND version = ?";
        commit = update + " AND incarnation = ?";
        delete = "DELETE" + from + KEY + " AND version = ?";
        deleteSeen = delete + " AND incarnation = ?";
        deleteReturning = "DELETE" + from + KEY + " RETURNING " + RECORD;
        lease = "UPDATE " + table + " SET " + leased(clock);
        leaseReturning = lease + " RETURNING " + RECORD + BEFORE;
        attempted = "SELECT " + RECORD + BEFORE + ", " + clock + from + KEY;
        renew = "UPDATE " + table + " SET lease_until = " + clock + HELD;
        backOff = "UPDATE " + table + " SET lease_until = " + clock + ", next_allowed = " + clock
                + ", failure = ?, intent = NULL" + HELD;
        release = "UPDATE " + table + " SET " + released(clock) + HELD;
        tenants = dialect.tenants(table);
    }

    private static String joined(String separator) {
        return IndexText.NAMES.stream().map("ix_"::concat).collect(Collectors.joining(separator));
    }

    private static String inserted() {
        String marks = String.join(", ", Collections.nCopies(8 + IndexText.NAMES.size(), "?"));
        return " (format, sealed, rest, searched, " + joined(", ")
                + ", incarnation, tenant, kind, id, version, fence) VALUES (" + marks + ", 1, 0)";
    }

    private static String written() {
        return "format = ?, sealed = ?, rest = ?, searched = ?, " + joined(" = ?, ") + " = ?, version = version + 1,"
                + " lease_owner = NULL, lease_until = NULL, intent = NULL, next_allowed = NULL, failure = NULL";
    }

    /** The parts of the attempt before move aside first: MariaDB assigns from left to right. */
    private static String leased(String clock) {
        return "prev_owner = lease_owner, prev_until = lease_until, prev_intent = intent, lease_owner = ?,"
                + " lease_until = " + clock + ", fence = fence + 1, intent = ?" + KEY
                + " AND version = ? AND (lease_until IS NULL OR lease_until <= " + clock
                + ") AND (next_allowed IS NULL OR next_allowed <= " + clock + ")";
    }

    /** What is known of the last failure outlives the lease. */
    private static String released(String clock) {
        return "lease_owner = CASE WHEN failure IS NULL THEN NULL ELSE lease_owner END,"
                + " lease_until = CASE WHEN failure IS NULL THEN NULL ELSE " + clock + " END, intent = NULL";
    }

    String list(Filter filter) {
        return "SELECT " + RECORD + from + filter.where() + " AND id > ? ORDER BY tenant, kind, id LIMIT ?";
    }

    String count(Filter filter) {
        return "SELECT COUNT(*)" + from + filter.where();
    }

    /** An index gives the first one, where MIN would read them all on some databases. */
    String earliestDue(Filter filter) {
        return "SELECT ix_due" + from + filter.where()
                + " AND ix_due IS NOT NULL ORDER BY tenant, kind, ix_due LIMIT 1";
    }
}
