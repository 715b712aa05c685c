package dev.connections.store;

import static dev.connections.store.JdbcFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on MariaDB; skipped where the machine has none. */
class JdbcMariaDbIT extends JdbcStoreContract {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static JdbcMariaDbServer server;
    private static HikariDataSource pool;

    private final String prefix = "t" + COUNT.incrementAndGet() + "_";

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = JdbcMariaDbServer.start();
        pool = JdbcPostgreSqlServer.pooled(server.source("user"), 12);
    }

    @AfterAll
    static void end() throws IOException {
        if (server != null) {
            pool.close();
            server.close();
        }
    }

    @Override
    DataSource source(String name) {
        return pool;
    }

    @Override
    String prefix(String name) {
        return prefix;
    }

    @Test
    void refusesAConnectionWithChangesOfACaller() throws SQLException {
        refusesOpenTransactions();
    }

    @Test
    void readsButDoesNotWriteWhileTheServerIsReadOnly() throws SQLException {
        store().write(record("a", 1, "first"), 0);

        asAdmin("SET GLOBAL read_only = 1");
        try {
            assertThat(store().find(key("a"))).isPresent();
            assertFails(() -> store().write(record("a", 2, "second"), 1), "store_read_only");
        } finally {
            asAdmin("SET GLOBAL read_only = 0");
        }
    }

    private static void asAdmin(String sql) throws SQLException {
        try (Connection admin = server.source("admin").getConnection();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
