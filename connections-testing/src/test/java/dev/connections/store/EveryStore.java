package dev.connections.store;

import dev.connections.Secret;
import dev.connections.spi.ConnectionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** Every store of the SDK, empty, for tests that must hold on all of them. */
public enum EveryStore {
    MEMORY {
        @Override
        public ConnectionStore open(Path directory, Clock clock) {
            return InMemoryConnectionStore.create(clock);
        }
    },
    FILES {
        @Override
        public ConnectionStore open(Path directory, Clock clock) throws IOException {
            return FileConnectionStore.of(Files.createTempDirectory(directory, "store"))
                    .encryptedWith(ring());
        }
    },
    H2 {
        @Override
        public ConnectionStore open(Path directory, Clock clock) {
            return tables(JdbcH2Test.database(""));
        }
    },
    SQLITE {
        @Override
        public ConnectionStore open(Path directory, Clock clock) throws IOException {
            var source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + Files.createTempFile(directory, "store", ".db"));
            source.setSynchronous("OFF");
            return tables(source);
        }
    },
    POSTGRESQL {
        @Override
        public ConnectionStore open(Path directory, Clock clock) {
            return tables(JdbcPostgreSqlServer.shared().pool());
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int KEY_BYTES = 32;

    /**
     * Opens an empty one.
     *
     * @param directory where it may keep files
     * @param clock its clock, where it has none of its own
     */
    public abstract ConnectionStore open(Path directory, Clock clock) throws IOException;

    private static KeyRing ring() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return KeyRing.primary("test", Secret.of(Base64.getEncoder().encodeToString(key)));
    }

    private static ConnectionStore tables(DataSource source) {
        JdbcConnectionStore store = JdbcConnectionStore.of(source)
                .withTablePrefix("every" + COUNT.incrementAndGet() + "_")
                .encryptedWith(ring());
        store.createSchema();
        return store;
    }
}
