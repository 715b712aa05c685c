package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.connections.Secret;
import dev.connections.spi.ConnectionStore;
import dev.connections.testing.ConnectionStoreContract;
import dev.connections.testing.MutableClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConnectionStoreTest extends ConnectionStoreContract {
    static final KeyRing KEYS = KeyRing.primary("test", Secret.of("rm4VHzl5FaJwnop6SAxk+tiNSxWrn0xqvAoBjlYA5Mg="));

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Map<String, FileRecords> stores = new ConcurrentHashMap<>();

    @TempDir
    private Path directory;

    @Override
    protected ConnectionStore open(String name) {
        return stores.computeIfAbsent(name, fresh -> FileRecords.open(directory.resolve(fresh), KEYS, clock));
    }

    @Override
    protected void advance(Duration duration) {
        clock.advance(duration);
    }

    @AfterEach
    void close() {
        stores.values().forEach(FileRecords::close);
    }

    @Test
    void runsByTheSystemClockUnlessToldOtherwise() {
        try (var store = FileConnectionStore.of(directory.resolve("own")).encryptedWith(KEYS)) {
            assertThat(store.now()).isCloseTo(Clock.systemUTC().instant(), within(1, ChronoUnit.MINUTES));
        }
        assertThat(store().now()).isEqualTo(clock.instant());
    }

    @Test
    void keepsItsRecordsWhenItIsClosed() {
        try (var store = FileConnectionStore.of(directory.resolve("own")).encryptedWith(KEYS)) {
            assertThat(store.write(record("a", 1, "first"), 0)).isTrue();
        }

        try (var again = FileConnectionStore.of(directory.resolve("own")).encryptedWith(KEYS)) {
            assertThat(again.find(key("a"))).get().usingRecursiveComparison().isEqualTo(record("a", 1, "first"));
            assertThat(again.tenants("", 10)).containsExactly(TENANT);
        }
    }

    @Test
    void saysThatItIsClosed() {
        var store = FileConnectionStore.of(directory.resolve("own")).encryptedWith(KEYS);
        store.close();

        store.close();

        assertThatIllegalStateException().isThrownBy(() -> store.find(key("a"))).withMessageContaining("is closed");
        assertThatIllegalStateException().isThrownBy(() -> store.write(record("a", 1, "first"), 0));
    }

    @Test
    void hasTheKeysItWasGiven() {
        assertThat(store().keys()).isSameAs(KEYS);
    }

    @Test
    void makesRoomForALongIntentAndFailure() {
        byte[] intent = new byte[5_000];
        byte[] failure = new byte[20_000];
        intent[4_999] = 1;
        failure[19_999] = 2;
        assertThat(store().write(record("a", 1, "first"), 0)).isTrue();

        try (var lease = (ConnectionStore.LeaseResult.Held) store().lease(key("a"), 1, "one", intent)) {
            lease.backOff(Duration.ZERO, failure);
        }

        var next = (ConnectionStore.LeaseResult.Held) store().lease(key("a"), 1, "two", intent);
        assertThat(next.record().attempt().flatMap(ConnectionStore.Attempt::failure))
                .contains(failure);
        assertThat(next.fence()).isEqualTo(2);
        advance(ConnectionStore.LeaseResult.Held.LEASE);
        var last = (ConnectionStore.LeaseResult.Held) store().lease(key("a"), 1, "three", new byte[0]);
        assertThat(last.previousIntent()).map(bytes -> bytes[4_999]).isEqualTo(Optional.of((byte) 1));
    }

    @Test
    void keepsNobodyWaitingForAClockThatWasPutBack() {
        assertThat(store().write(record("a", 1, "first"), 0)).isTrue();
        var unused = store().lease(key("a"), 1, "one", new byte[0]);

        clock.advanceWallOnly(Duration.ofHours(-1));

        assertThat(store().lease(key("a"), 1, "two", new byte[0])).isInstanceOf(ConnectionStore.LeaseResult.Held.class);
    }
}
