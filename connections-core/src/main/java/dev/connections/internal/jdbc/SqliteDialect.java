package dev.connections.internal.jdbc;

import java.sql.SQLException;
import java.util.Map;

/**
 * SQLite, for the processes of one host, whose clock it is.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite's result codes</a>
 */
final class SqliteDialect extends Dialect {
    private static final Map<Integer, Trouble> CODES = Map.of(
            5, Trouble.BUSY,
            6, Trouble.BUSY,
            8, Trouble.READ_ONLY,
            13, Trouble.FULL,
            14, Trouble.UNAVAILABLE, // the file cannot be opened
            18, Trouble.TOO_LARGE);

    SqliteDialect() {
        super("sqlite", CODES);
    }

    /** In milliseconds, as SQLite's clock; a Julian day as a number is too coarse for more. */
    @Override
    String now() {
        return "CAST(ROUND((julianday('now') - 2440587.5) * 86400000.0) AS INTEGER) * 1000";
    }

    @Override
    String contains(String column) {
        return "instr(" + column + ", ?) > 0";
    }

    @Override
    String onConflict() {
        return " ON CONFLICT (tenant, kind, id) DO NOTHING";
    }

    @Override
    boolean oneAtATime() {
        return true;
    }

    /** Without it a statement fails at once while another connection writes. */
    @Override
    void settle(Session session) throws SQLException {
        long wanted = Patience.LIMIT.toMillis();
        long waits = session.first("PRAGMA busy_timeout", Parameters.Binding.NONE, row -> row.getLong(1))
                .orElse(0L);
        if (waits < wanted) {
            session.execute("PRAGMA busy_timeout = " + wanted);
        }
    }
}
