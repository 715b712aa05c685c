package dev.connections.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** What the parts of the contract share: the store under test and short words for records. */
abstract class StoreFixture {
    static final String TENANT = "acme";

    private String name = "";

    /**
     * Opens a store.
     *
     * @param name which one: empty the first time, the same records every time
     */
    protected abstract ConnectionStore open(String name);

    /** Moves the clock of all stores that {@link #open} returned. */
    protected abstract void advance(Duration duration);

    @BeforeEach
    final void nameTheStore(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    /** {@return the store of this test; each call may open it again, as another process would} */
    final ConnectionStore store() {
        return open(name);
    }

    static ConnectionStore.Key key(String id) {
        return new ConnectionStore.Key(TENANT, ConnectionStore.Key.Kind.CREDENTIAL, id);
    }

    static Versioned record(String id, long version, String sealed) {
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
