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
            + " next_allowed, failure, incarnation, " + joined("ix_", ", ");

    /** What is known of the attempt before the one that a lease begins; the last columns of a row. */
    private static final String BEFORE = ", prev_owner, prev_until, prev_intent";

    private static final String KEY = " WHERE tenant = ? AND kind = ? AND id = ?";
    private static final String HELD = KEY + " AND lease_owner = ? AND fence = ? AND intent IS NOT NULL";

    private final Dialect dialect;
    private final String table;
    private final String clock;

    Sql(Dialect dialect, String prefix) {
        this.dialect = dialect;
        this.table = prefix + "record";
        this.clock = "(" + dialect.now() + " + ?)";
    }

    private static String joined(String prefix, String separator) {
        return IndexText.NAMES.stream().map(prefix::concat).collect(Collectors.joining(separator));
    }

    String now() {
        return "SELECT " + clock;
    }

    String find() {
        return "SELECT " + RECORD + " FROM " + table + KEY;
    }

    String insert() {
        String marks = String.join(", ", Collections.nCopies(7 + IndexText.NAMES.size() + 1, "?"));
        return "INSERT INTO " + table + " (format, sealed, rest, searched, " + joined("ix_", ", ")
                + ", incarnation, tenant, kind, id, version, fence) VALUES (" + marks + ", 1, 0)"
                + dialect.onConflict();
    }

    /** Writes the next version, whoever created the row. */
    String update() {
        return "UPDATE " + table + " SET format = ?, sealed = ?, rest = ?, searched = ?, " + joined("ix_", " = ?, ")
                + " = ?, version = version + 1, lease_owner = NULL, lease_until = NULL, intent = NULL,"
                + " next_allowed = NULL, failure = NULL, prev_owner = NULL, prev_until = NULL, prev_intent = NULL" + KEY
                + " AND version = ?";
    }

    /** Writes the next version of the very row that was leased. */
    String commit() {
        return update() + " AND incarnation = ?";
    }

    String delete() {
        return "DELETE FROM " + table + KEY + " AND version = ?";
    }

    /** Deletes what was just read, and nothing that has been put in its place. */
    String deleteSeen() {
        return delete() + " AND incarnation = ?";
    }

    String deleteReturning() {
        return "DELETE FROM " + table + KEY + " RETURNING " + RECORD;
    }

    /** The parts of the attempt before move aside first: MariaDB assigns from left to right. */
    String lease() {
        return "UPDATE " + table + " SET prev_owner = lease_owner, prev_until = lease_until, prev_intent = intent,"
                + " lease_owner = ?, lease_until = " + clock + ", fence = fence + 1, intent = ?" + KEY
                + " AND version = ? AND (lease_until IS NULL OR lease_until <= " + clock
                + ") AND (next_allowed IS NULL OR next_allowed <= " + clock + ")";
    }

    String leaseReturning() {
        return lease() + " RETURNING " + RECORD + BEFORE;
    }

    /** A row with the attempt before and, last, the time. */
    String attempted() {
        return "SELECT " + RECORD + BEFORE + ", " + clock + " FROM " + table + KEY;
    }

    String renew() {
        return "UPDATE " + table + " SET lease_until = " + clock + HELD;
    }

    String backOff() {
        return "UPDATE " + table + " SET lease_until = " + clock + ", next_allowed = " + clock
                + ", failure = ?, intent = NULL" + HELD;
    }

    /** What is known of the last failure outlives the lease. */
    String release() {
        return "UPDATE " + table + " SET lease_owner = CASE WHEN failure IS NULL THEN NULL ELSE lease_owner END,"
                + " lease_until = CASE WHEN failure IS NULL THEN NULL ELSE " + clock + " END, intent = NULL" + HELD;
    }

    String list(Filter filter) {
        return "SELECT " + RECORD + " FROM " + table + filter.where() + " AND id > ? ORDER BY tenant, kind, id LIMIT ?";
    }

    String count(Filter filter) {
        return "SELECT COUNT(*) FROM " + table + filter.where();
    }

    /** An index gives the first one, where MIN would read them all on some databases. */
    String earliestDue(Filter filter) {
        return "SELECT ix_due FROM " + table + filter.where()
                + " AND ix_due IS NOT NULL ORDER BY tenant, kind, ix_due LIMIT 1";
    }

    String tenants() {
        return dialect.tenants(table);
    }
}
