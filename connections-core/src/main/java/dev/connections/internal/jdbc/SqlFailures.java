package dev.connections.internal.jdbc;

import dev.connections.ConnectionStoreException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an {@code SQLException} means, by the database's own codes first, then by the SQL state, then by its type.
 *
 * @param vendorCodes the codes of the database, as its manual lists them
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's SQL states</a>
 */
record SqlFailures(Map<Integer, Trouble> vendorCodes) {
    private static final Map<String, Trouble> STATES = Map.ofEntries(
            Map.entry("40001", Trouble.BUSY), // serialization failure
            Map.entry("40P01", Trouble.BUSY), // deadlock
            Map.entry("55P03", Trouble.BUSY), // lock not available
            Map.entry("26000", Trouble.POOLER), // another server connection than the one that prepared the statement
            Map.entry("42P05", Trouble.POOLER), // or one on which somebody else has prepared that name
            Map.entry("08P01", Trouble.POOLER), // or whose statement of that name has other parameters
            Map.entry("57P01", Trouble.LOST), // ended by an administrator
            Map.entry("57P02", Trouble.LOST),
            Map.entry("57P03", Trouble.UNAVAILABLE), // starting up
            Map.entry("57014", Trouble.UNAVAILABLE), // statement_timeout
            Map.entry("53300", Trouble.UNAVAILABLE), // too many connections
            Map.entry("25006", Trouble.READ_ONLY),
            Map.entry("53100", Trouble.FULL),
            Map.entry("42P01", Trouble.SCHEMA_MISSING),
            Map.entry("42S02", Trouble.SCHEMA_MISSING),
            Map.entry("42S04", Trouble.SCHEMA_MISSING),
            Map.entry("22001", Trouble.TOO_LARGE));
    private static final String CONNECTION_EXCEPTION = "08";
    private static final int LONGEST_CHAIN = 20;

    SqlFailures {
        vendorCodes = Map.copyOf(vendorCodes);
    }

    Trouble kind(SQLException failure) {
        Trouble byCode = vendorCodes.get(failure.getErrorCode());
        if (byCode != null) {
            return byCode;
        }
        if (caused(failure, SqlFailures::isFullDisk)) {
            return Trouble.FULL;
        }
        String state = state(failure);
        if (state.isEmpty() && String.valueOf(failure.getMessage()).contains("no such table")) {
            return Trouble.SCHEMA_MISSING; // SQLite has neither a state nor a code for it
        }
        Trouble byState = STATES.get(state);
        if (byState != null) {
            return byState;
        }
        return state.startsWith(CONNECTION_EXCEPTION) ? Trouble.LOST : byType(failure);
    }

    private static Trouble byType(SQLException failure) {
        if (failure instanceof SQLTimeoutException) {
            return Trouble.UNAVAILABLE;
        }
        boolean lost = failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
        return lost ? Trouble.LOST : Trouble.OTHER;
    }

    private static boolean isFullDisk(Throwable cause) {
        return cause instanceof IOException
                && String.valueOf(cause.getMessage()).contains("No space left");
    }

    /** Whether the connection was given up because no answer came in time. */
    static boolean timedOut(SQLException failure) {
        return caused(failure, SocketTimeoutException.class::isInstance);
    }

    private static boolean caused(SQLException failure, Predicate<Throwable> wanted) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .anyMatch(wanted);
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    /** The failure of a statement. */
    ConnectionStoreException failed(Task task, SQLException failure) {
        Trouble trouble = kind(failure);
        String unknown = trouble == Trouble.LOST && !task.repeatable()
                ? "; whether it was done is not known, so read again before writing again"
                : "";
        return failed(trouble, task, failure, unknown);
    }

    /** No connection could be had, so that nothing can have happened. */
    static ConnectionStoreException unconnected(Task task, Exception failure) {
        return failed(Trouble.UNAVAILABLE, task, failure, "; nothing was changed");
    }

    private static ConnectionStoreException failed(Trouble trouble, Task task, Exception failure, String more) {
        return new ConnectionStoreException(
                trouble.code(),
                "the database store could not " + task.doing() + " (" + codes(failure) + "): " + trouble.problem()
                        + "; " + trouble.fix() + more,
                withoutValues(failure));
    }

    static String codes(Exception failure) {
        return failure instanceof SQLException sql
                ? "SQL state " + (state(sql).isEmpty() ? "none" : state(sql)) + ", vendor code " + sql.getErrorCode()
                : failure.getClass().getName();
    }

    /** Data and constraint violations (classes 22 and 23) quote the values of the row: only their codes travel on. */
    private static @Nullable Exception withoutValues(Exception failure) {
        boolean quotes = failure instanceof SQLException sql
                && (state(sql).startsWith("22") || state(sql).startsWith("23"));
        return quotes ? null : failure;
    }
}
