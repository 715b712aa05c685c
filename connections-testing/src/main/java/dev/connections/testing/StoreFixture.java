package dev.connections.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** What the parts of the contract share: the store under test and short words for records. */
abstract class StoreFixture {
    /** The tenant of {@link #key}. */
    protected static final String TENANT = "acme";

    private static final AtomicLong COUNT = new AtomicLong();

    private String name = "";

    /**
     * Opens a store.
     *
     * @param name which one: empty the first time, the same records every time; letters, digits and {@code _}
     * @return the store; the same one or another one on the same records
     */
    protected abstract ConnectionStore open(String name);

    /**
     * Moves the clock of all stores that {@link #open} returned.
     *
     * @param duration how far ahead
     */
    protected abstract void advance(Duration duration);

    @BeforeEach
    final void nameTheStore(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName() + '_' + COUNT.incrementAndGet();
    }

    /** {@return the store of this test; each call may open it again, as another process would} */
    protected final ConnectionStore store() {
        return open(name);
    }

    /**
     * Names a credential of {@link #TENANT}.
     *
     * @param id its id
     * @return its name
     */
    protected static ConnectionStore.Key key(String id) {
        return new ConnectionStore.Key(TENANT, ConnectionStore.Key.Kind.CREDENTIAL, id);
    }

    /**
     * Makes a credential of {@link #TENANT} without index values.
     *
     * @param id its id
     * @param version its version
     * @param sealed what it says
     * @return the record
     */
    protected static Versioned record(String id, long version, String sealed) {
        return record(id, version, sealed, Map.of());
    }

    static Versioned record(String id, long version, String sealed, Map<String, String> index) {
        return new Versioned(key(id), version, 1, index, sealed.getBytes(UTF_8), Optional.empty());
    }

    final Versioned created(String id) {
        return created(id, Map.of());
    }

    final Versioned created(String id, Map<String, String> index) {
        Versioned record = record(id, 1, "first", index);
        assertThat(store().write(record, 0)).isTrue();
        return record;
    }

    final Versioned found(String id) {
        return store().find(key(id)).orElseThrow();
    }

    static String text(Versioned record) {
        return new String(record.sealed(), UTF_8);
    }

    static List<String> ids(List<Versioned> records) {
        return records.stream().map(record -> record.key().id()).toList();
    }
}
