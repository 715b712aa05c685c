package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.StrategyProvider;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renewed tokens that the store could not take survive the end of their process, sealed (F-P14, RULES S20). */
class SpillTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Duration EXPIRED = ScriptedStrategy.LIFETIME.plusSeconds(1);

    @TempDir
    Path folder;

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final WatchedStore store = new WatchedStore(InMemoryConnectionStore.create(clock));
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

    private Connections node() {
        return Connections.builder()
                .clock(clock)
                .store(store)
                .strategies(StrategyProvider.of(strategy))
                .listener(event -> events.add(event.code()))
                .spill(folder.resolve("spill"))
                .build();
    }

    private static ManagedConnection<UnattendedFlow> declared(Connections node, ScriptedStrategy strategy) {
        return node.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("CRM primary"));
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    /** A node whose store fails right after the service has answered, and stays so until the node is gone. */
    private void diesUnsaved() {
        try (Connections node = node()) {
            servesUnsaved(node);
        }
    }

    private void servesUnsaved(Connections node) {
        var crm = declared(node, strategy);
        var unused = crm.authorize().grant();
        strategy.refreshingBy((current, context) -> {
            store.readOnly(true);
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);
        assertThat(sent(crm)).isEqualTo("Bearer 2");
        Waiting.until(events, "unsaved");
    }

    private List<Path> spilled() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void storesAtTheNextStartWhatTheLastProcessCouldNot() {
        diesUnsaved();
        store.readOnly(false);

        try (Connections next = node()) {
            assertThat(sent(next.get("crm_primary"))).isEqualTo("Bearer 2");
        }

        assertThat(strategy.refreshes).hasValue(1);
        assertThat(spilled()).isEmpty();
    }

    @Test
    void keepsItWhileTheStoreStillFailsAndStoresItLater() {
        diesUnsaved();

        try (Connections stillDown = node()) {
            assertThat(stillDown).isNotNull();
        }
        assertThat(spilled()).hasSize(1);
        store.readOnly(false);
        try (Connections next = node()) {
            assertThat(sent(next.get("crm_primary"))).isEqualTo("Bearer 2");
        }
    }

    @Test
    void removesItOnceItIsStored() {
        try (Connections node = node()) {
            servesUnsaved(node);
            assertThat(spilled()).hasSize(1);
            store.readOnly(false);
        }

        Waiting.until(events, "saved_late");
        assertThat(spilled()).isEmpty();
    }

    @Test
    void writesItSealedAndForItsOwnerOnly() throws IOException {
        diesUnsaved();

        Path file = spilled().get(0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("spill"))))
                .isEqualTo("rwx------");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .contains("memory") // the name of the key
                .doesNotContain("expires_at");
    }

    @Test
    void dropsItWhenSomebodyAuthorizedAnewMeanwhile() {
        diesUnsaved();
        store.readOnly(false);
        try (Connections other = Connections.builder()
                .clock(clock)
                .store(store)
                .strategies(StrategyProvider.of(strategy))
                .build()) {
            var unused = declared(other, strategy).reconnect().grant();
        }

        try (Connections next = node()) {
            assertThat(sent(next.get("crm_primary"))).isEqualTo("Bearer 1");
        }
        assertThat(spilled()).isEmpty();
    }

    @Test
    void leavesABrokenFileAloneAndStoresTheOthers() throws IOException {
        diesUnsaved();
        store.readOnly(false);
        Path broken = Files.writeString(folder.resolve("spill").resolve("broken.spill"), "not a record");

        try (Connections next = node()) {
            assertThat(sent(next.get("crm_primary"))).isEqualTo("Bearer 2");
        }

        assertThat(spilled()).containsExactly(broken);
    }

    @Test
    void makesNoDirectoryBeforeThereIsSomethingToKeep() {
        try (Connections node = node()) {
            var unused = declared(node, strategy).authorize().grant();
        }

        assertThat(folder.resolve("spill")).doesNotExist();
    }
}
