package dev.connections;

import dev.connections.spi.ConnectionStore;
import dev.connections.store.EveryStore;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the tests of a class on every store, with a clock that stands still and Zoho's roles. */
@ParameterizedClass
@EnumSource(EveryStore.class)
abstract class OnEveryStore {
    static final Actor ADMIN = Actor.superAdmin("admin-1");
    static final Subject ALICE = Subject.of("alice")
            .withName("Alice Ng")
            .withEmail("alice@example.com")
            .withType("admin");
    static final Subject BOB =
            Subject.of("bob").withName("Bob Wu").withEmail("bob@example.com").withType("client");

    final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Parameter
    EveryStore kind;

    @TempDir
    Path directory;

    ConnectionStore store;
    Connections connections;

    @BeforeEach
    void open() throws IOException {
        store = kind.open(directory, clock);
        connections = another();
    }

    /** Another process on the same store. */
    final Connections another() {
        return Connections.builder()
                .store(store)
                .clock(clock)
                .policy(dev.connections.spi.AccessPolicy.zohoRoles())
                .listener(event -> heard.add(event.code()))
                .build();
    }

    @AfterEach
    void close() {
        connections.close();
    }

    /** A service whose credentials are typed in, at an API that is never called. */
    static Service<DirectFlow<ApiKeyCredential>> crm() {
        return Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Api-Key"));
    }

    static Authorization authorize(AuthorizedConnection<DirectFlow<ApiKeyCredential>> connection, String key) {
        return connection.authorize().with(ApiKeyCredential.of(Secret.of(key)));
    }
}
