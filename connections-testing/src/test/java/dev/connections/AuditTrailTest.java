package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.internal.record.AuditRecord;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who did what and when, in the store for good and told to listeners. */
class AuditTrailTest {
    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final InMemoryConnectionStore store = InMemoryConnectionStore.create(clock);
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final Connections connections = Connections.builder()
            .clock(clock)
            .store(store)
            .listener(event -> heard.add(event.tenant() + ":" + event.code()))
            .build();
    private final Service<DirectFlow<ApiKeyCredential>> service = Service.custom("CRM")
            .resourceServers("https://api.example.com")
            .authentication(ApiKey.inHeader("X-Api-Key"));

    @AfterEach
    void close() {
        connections.close();
    }

    private List<AuditRecord> trail(String tenant) {
        return new Vault(store)
                .list(AuditRecord.TYPE, Query.of(tenant, Kind.AUDIT)).stream()
                        .map(stored -> stored.value())
                        .toList();
    }

    @Test
    void keepsWhoDidWhatInTheOrderOfTime() {
        var sales = connections.by(Actor.superAdmin("42")).shared(service.connection("Sales"));
        var first = sales.authorize().with(ApiKeyCredential.of(Secret.of("first-key")));
        clock.advance(Duration.ofMinutes(1));
        var second = sales.authorize().with(ApiKeyCredential.of(Secret.of("second-key")));
        clock.advance(Duration.ofMinutes(1));
        sales.switchTo(first.account().orElseThrow());
        clock.advance(Duration.ofMinutes(1));
        sales.access().disable("orders");
        clock.advance(Duration.ofMinutes(1));
        var unused = sales.delete();

        assertThat(second.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(trail("default"))
                .extracting(AuditRecord::code)
                .startsWith("created", "authorized", "authorized", "switched", "disabled")
                .containsOnlyOnce("deleted");
        assertThat(trail("default")).allSatisfy(record -> {
            assertThat(record.done().by().id()).isEqualTo("42");
            assertThat(record.key().linkName()).isEqualTo("sales");
        });
    }

    @Test
    void keepsTheTrailOfEachTenantApart() {
        var sales = connections.forTenant("acme").shared(service.connection("Sales"));
        var unused = sales.authorize().with(ApiKeyCredential.of(Secret.of("first-key")));

        assertThat(trail("acme")).extracting(AuditRecord::code).containsExactly("created", "authorized");
        assertThat(trail("default")).isEmpty();
        Waiting.until(heard, "acme:authorized");
    }

    @Test
    void holdsNoSecret() {
        var sales = connections.shared(service.connection("Sales"));
        var unused = sales.authorize().with(ApiKeyCredential.of(Secret.of("CANARY-key")));

        assertThat(trail("default").toString()).doesNotContain("CANARY");
    }
}
