package dev.connections.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A PostgreSQL server as a process of the test, with a database for each run; ends with the test's virtual machine. */
final class Postgres {
    private static final String USER = "postgres";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    private static final class Shared {
        static final EmbeddedPostgres SERVER = started();

        private Shared() {}
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes an empty database; returns its address. */
    static String database() {
        String name = "crash_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(address(USER));
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("CREATE DATABASE " + name);
            return address(name);
        } catch (SQLException failure) {
            throw new AssertionError("no database " + name, failure);
        }
    }

    private static String address(String database) {
        return Shared.SERVER.getJdbcUrl(USER, database);
    }

    /** Returns every value of every row of every table. */
    static String dump(String address) {
        var dump = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    values(rows, dump);
                }
            }
        } catch (SQLException failure) {
            throw new AssertionError("the database cannot be read", failure);
        }
        return dump.toString();
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private static void values(ResultSet rows, StringBuilder dump) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                dump.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : value)
                        .append('\n');
            }
        }
    }
}
