package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.store.JdbcConnectionStore;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;

class JdbcRowSwapTest extends RowSwapContract {
    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");

    @Override
    ConnectionStore open() {
        JdbcConnectionStore store = JdbcConnectionStore.of(pool).encryptedWith(new Rings().before());
        store.createSchema();
        return store;
    }

    @AfterEach
    void closePool() {
        pool.dispose();
    }
}
