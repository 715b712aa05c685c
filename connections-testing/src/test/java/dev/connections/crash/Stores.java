package dev.connections.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.connections.Secret;
import dev.connections.spi.ConnectionStore;
import dev.connections.store.FileConnectionStore;
import dev.connections.store.JdbcConnectionStore;
import dev.connections.store.KeyRing;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the stores under test by an address, which travels to other processes. */
final class Stores {
    /** For stores whose records somebody else has made. */
    static final Secret UNUSED_KEY = Secret.of("whI01B2DhNtmZOJJz7ozJPnEh1DngEEczby/166uaPk=");

    private static final String FILE = "file:";
    private static final int MOST_CONNECTIONS = 8;
    private static final Map<ConnectionStore, HikariDataSource> POOLS = new ConcurrentHashMap<>();

    private Stores() {}

    static String file(Path directory) {
        return FILE + directory;
    }

    static ConnectionStore open(String address, Secret key) {
        var keys = KeyRing.primary("crash", key);
        if (address.startsWith(FILE)) {
            return FileConnectionStore.of(Path.of(address.substring(FILE.length())))
                    .encryptedWith(keys);
        }
        HikariDataSource pool = pool(address);
        JdbcConnectionStore store = JdbcConnectionStore.of(pool).encryptedWith(keys);
        store.createSchema(); // as every node of an application may do when it starts
        POOLS.put(store, pool);
        return store;
    }

    private static HikariDataSource pool(String address) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(address);
        settings.setMaximumPoolSize(MOST_CONNECTIONS);
        settings.setMinimumIdle(1);
        return new HikariDataSource(settings);
    }

    /** Closes a store, or its pool. */
    static void close(ConnectionStore store) {
        Optional.ofNullable(POOLS.remove(store)).ifPresent(HikariDataSource::close);
        if (store instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new AssertionError("the store does not close", e);
            }
        }
    }
}
