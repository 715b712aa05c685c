package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.connections.spi.ConnectionStore;
import dev.connections.testing.ConnectionStoreContract;
import dev.connections.testing.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class InMemoryConnectionStoreTest extends ConnectionStoreContract {
    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Map<String, ConnectionStore> stores = new ConcurrentHashMap<>();

    @Override
    protected ConnectionStore open(String name) {
        return stores.computeIfAbsent(name, fresh -> InMemoryConnectionStore.create(clock));
    }

    @Override
    protected void advance(Duration duration) {
        clock.advance(duration);
    }

    @Test
    void runsByTheSystemClockUnlessToldOtherwise() {
        assertThat(InMemoryConnectionStore.create().now())
                .isCloseTo(Clock.systemUTC().instant(), within(1, ChronoUnit.MINUTES));
        assertThat(store().now()).isEqualTo(clock.instant());
    }

    @Test
    void hasAKeyThatNoOtherStoreHas() {
        var one = InMemoryConnectionStore.create().keys();
        var other = InMemoryConnectionStore.create().keys();
        String id = one.current("acme");
        byte[] wrapped = one.wrap(id, new byte[32], new byte[0]);

        assertThat(failureOf(() -> other.unwrap(id, wrapped, new byte[0]))).isEqualTo("key_mismatch");
    }

    private static String failureOf(Runnable action) {
        try {
            action.run();
            return "none";
        } catch (dev.connections.ConnectionStoreException e) {
            return e.code();
        }
    }

    @Test
    void keepsTheRecordsOfTwoStoresApart() {
        InMemoryConnectionStore.create(clock).write(record("a", 1, "first"), 0);

        assertThat(InMemoryConnectionStore.create(clock).find(key("a"))).isEmpty();
    }
}
