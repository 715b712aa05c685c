package dev.connections.examples.backend;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.connections.store.JdbcConnectionStore;
import dev.connections.store.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The database and the key that seals what is secret in it.
 *
 * @param pool the connections to the database
 * @param store the store in it
 */
record Database(HikariDataSource pool, JdbcConnectionStore store) implements AutoCloseable {
    private static final String USER = "CONNECTIONS_DATABASE_USER";
    private static final String PASSWORD = "CONNECTIONS_DATABASE_PASSWORD";

    /** A request that waits longer for the database is better told so. */
    private static final long LONGEST_WAIT_MILLIS = 3_000;

    /** Opens what the options name and makes the tables that are missing. */
    static Database open(Options options, Map<String, String> environment) {
        Path folder = folder(options.data());
        var settings = new HikariConfig();
        settings.setJdbcUrl(options.database().orElseGet(() -> h2(folder)));
        settings.setConnectionTimeout(LONGEST_WAIT_MILLIS);
        settings.setPoolName("connections");
        if (options.database().isPresent()) {
            settings.setUsername(environment.get(USER));
            settings.setPassword(environment.get(PASSWORD));
        }
        return opened(pool(settings), folder);
    }

    /** The address is not repeated: somebody may have written a password into it. */
    private static HikariDataSource pool(HikariConfig settings) {
        try {
            return new HikariDataSource(settings);
        } catch (RuntimeException unreachable) {
            throw new IllegalArgumentException(
                    "the database cannot be opened; check --database, " + USER + " and " + PASSWORD
                            + ", and that it runs",
                    unreachable);
        }
    }

    private static Database opened(HikariDataSource pool, Path folder) {
        try {
            // For one machine: servers keep the key apart from the data, see KeyRing.primary.
            JdbcConnectionStore store =
                    JdbcConnectionStore.of(pool).encryptedWith(KeyRing.file(folder.resolve("connections.key")));
            store.createSchema();
            return new Database(pool, store);
        } catch (RuntimeException unusable) {
            pool.close();
            throw unusable;
        }
    }

    /** H2 would close before this backend has ended what is under way. */
    private static String h2(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("connections") + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    private static Path folder(Path data) {
        try {
            return Files.createDirectories(data).toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the folder " + data + " cannot be made; name another one with --data", failure);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
