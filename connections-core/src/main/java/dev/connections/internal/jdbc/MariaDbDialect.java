package dev.connections.internal.jdbc;

import java.util.Map;
import java.util.Optional;

/**
 * MariaDB, and MySQL 8 by the same statements.
 *
 * @see <a href="https://mariadb.com/kb/en/mariadb-error-code-reference/">MariaDB's error codes</a>
 */
final class MariaDbDialect extends Dialect {
    private static final Map<Integer, Trouble> CODES = Map.ofEntries(
            Map.entry(1062, Trouble.DUPLICATE),
            Map.entry(1213, Trouble.BUSY), // deadlock
            Map.entry(1205, Trouble.BUSY), // lock wait timeout
            Map.entry(1020, Trouble.BUSY), // the row has changed since the snapshot
            Map.entry(1290, Trouble.READ_ONLY), // --read-only
            Map.entry(1792, Trouble.READ_ONLY),
            Map.entry(1036, Trouble.READ_ONLY),
            Map.entry(1021, Trouble.FULL),
            Map.entry(1114, Trouble.FULL),
            Map.entry(1153, Trouble.TOO_LARGE), // max_allowed_packet
            Map.entry(1406, Trouble.TOO_LARGE),
            Map.entry(1317, Trouble.UNAVAILABLE), // the query was killed
            Map.entry(1969, Trouble.UNAVAILABLE), // max_statement_time
            Map.entry(3024, Trouble.UNAVAILABLE), // max_execution_time of MySQL
            Map.entry(1053, Trouble.LOST), // shutdown
            Map.entry(1927, Trouble.LOST)); // the connection was killed

    MariaDbDialect(String folder) {
        super(folder, CODES);
    }

    /** Not {@code UNIX_TIMESTAMP}, which takes local time and so counts one hour twice each autumn. */
    @Override
    String now() {
        return "TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(6))";
    }

    @Override
    String contains(String column) {
        return "LOCATE(?, " + column + ") > 0";
    }

    @Override
    boolean remote() {
        return true;
    }

    /** MySQL has no such variable. */
    @Override
    Optional<String> uncommitted() {
        return folder().equals("mariadb") ? Optional.of("SELECT @@in_transaction") : Optional.empty();
    }
}
