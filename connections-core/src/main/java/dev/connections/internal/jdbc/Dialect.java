package dev.connections.internal.jdbc;

import dev.connections.ConnectionStoreException;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one kind of database says differently from the others. Immutable. */
abstract class Dialect {
    private final String folder;
    private final SqlFailures failures;

    Dialect(String folder, Map<Integer, Trouble> vendorCodes) {
        this.folder = folder;
        this.failures = new SqlFailures(vendorCodes);
    }

    /**
     * Finds the dialect of a database.
     *
     * @throws ConnectionStoreException if there is none ({@code database_unsupported})
     */
    static Dialect of(DatabaseMetaData database) throws SQLException {
        String name = database.getDatabaseProductName();
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "postgresql" -> new PostgreSqlDialect();
            case "mariadb" -> new MariaDbDialect("mariadb");
            // A driver made for MySQL names both so.
            case "mysql" ->
                new MariaDbDialect(database.getDatabaseProductVersion().contains("MariaDB") ? "mariadb" : "mysql");
            case "h2" -> new H2Dialect();
            case "sqlite" -> new SqliteDialect();
            default ->
                throw new ConnectionStoreException(
                        "database_unsupported",
                        "the DataSource leads to the database \"" + name
                                + "\"; give the store one of PostgreSQL, MariaDB, MySQL, H2 or SQLite",
                        null);
        };
    }

    /** The folder of its scripts below {@link Script#ROOT}. */
    final String folder() {
        return folder;
    }

    final SqlFailures failures() {
        return failures;
    }

    /** An expression: microseconds since 1970 in UTC, by the database's clock. */
    abstract String now();

    /** A condition with one parameter: the column contains that text. */
    abstract String contains(String column);

    /** What makes an insertion of a row that is there already change nothing; empty if it must fail. */
    String onConflict() {
        return "";
    }

    /** Whether a changed or deleted row can be returned by the statement that does it. */
    boolean returning() {
        return false;
    }

    /** Whether a broken network or a stopped server can keep a statement waiting for ever. */
    boolean remote() {
        return false;
    }

    /** Whether one connection at a time can write, so that it is faster to queue for it than to collide. */
    boolean oneAtATime() {
        return false;
    }

    /** A query whose one number is not zero while the connection has changes that are not committed. */
    Optional<String> uncommitted() {
        return Optional.empty();
    }

    /** Lists tenants behind the one that is the first parameter, as many as the second says. */
    String tenants(String table) {
        return "SELECT DISTINCT tenant FROM " + table + " WHERE tenant > ? ORDER BY tenant LIMIT ?";
    }

    /** Makes a connection ready. */
    void settle(Session session) throws SQLException {}

    /** Binds a text that is compared by character code. */
    void bindKey(PreparedStatement statement, int parameter, @Nullable String value) throws SQLException {
        statement.setString(parameter, value);
    }

    /** Reads what {@link #bindKey} bound. */
    @Nullable
    String key(ResultSet result, int column) throws SQLException {
        return result.getString(column);
    }
}
