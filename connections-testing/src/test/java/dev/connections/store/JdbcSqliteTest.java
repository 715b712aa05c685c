package dev.connections.store;

import static dev.connections.store.JdbcFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class JdbcSqliteTest extends JdbcStoreContract {
    @TempDir
    Path directory;

    @Override
    DataSource source(String name) {
        return database();
    }

    private SQLiteDataSource database() {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("store.db"));
        source.setSynchronous("OFF"); // what survives a crash of the machine is not asked here
        return source;
    }

    private ConnectionStore on(SQLiteDataSource source) {
        return store(source, prefix(""));
    }

    @Test
    void saysThatTheFileIsReadOnly() {
        store().write(record("a", 1, "first"), 0);
        SQLiteDataSource readOnly = database();
        readOnly.setReadOnly(true);

        assertThat(on(readOnly).find(key("a"))).isPresent();
        assertFails(() -> on(readOnly).write(record("a", 2, "second"), 1), "store_read_only");
    }

    @Test
    void saysThatTheFileIsFull() {
        store().write(record("a", 1, "first"), 0);
        SQLiteDataSource full = database();
        full.setMaxPageCount(30);

        assertFails(() -> on(full).write(large(2), 1), "store_full").hasMessageContaining("make room");

        assertThat(store().find(key("a")).orElseThrow().version()).isEqualTo(1);
    }

    private static Versioned large(long version) {
        return new Versioned(key("a"), version, 1, Map.of(), new byte[1 << 20], Optional.empty());
    }

    @Test
    void saysThatTheFileCannotBeOpened() {
        var nowhere = new SQLiteDataSource();
        nowhere.setUrl("jdbc:sqlite:" + directory.resolve("no/such/folder/store.db"));

        assertFails(() -> on(nowhere).find(key("a")), "store_unavailable").hasMessageContaining("nothing was changed");
    }

    @Test
    void waitsForAnotherProcessThatWrites() throws Exception {
        store().write(record("a", 1, "first"), 0);
        SQLiteDataSource impatient = database();
        impatient.setBusyTimeout(0);
        var source = new JdbcHooks(impatient);
        var asked = new CountDownLatch(1);
        source.before = sql -> {
            if (sql.startsWith("UPDATE")) {
                asked.countDown();
            }
        };

        try (Connection other = database().getConnection()) {
            execute(other, "BEGIN IMMEDIATE");
            var written = CompletableFuture.supplyAsync(
                    () -> store(source, prefix("")).write(record("a", 2, "second"), 1));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            execute(other, "COMMIT");

            assertThat(written.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
