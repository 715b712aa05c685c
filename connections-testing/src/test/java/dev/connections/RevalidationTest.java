package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one owner does to a connection, another one obeys within the bound, off its hot path (RULES F12). */
class RevalidationTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final WatchedStore store = new WatchedStore(InMemoryConnectionStore.create(clock));
    private final Connections here = owner();
    private final Connections elsewhere = owner();
    private final Service<DirectFlow<ApiKeyCredential>> service = Service.custom("CRM")
            .resourceServers("https://api.example.com")
            .authentication(ApiKey.inHeader("X-Api-Key"));
    private ManagedConnection<DirectFlow<ApiKeyCredential>> used;
    private ManagedConnection<DirectFlow<ApiKeyCredential>> managed;

    private Connections owner() {
        return Connections.builder().clock(clock).store(store).build();
    }

    @BeforeEach
    void useIt() {
        used = here.shared(service.connection("Sales"));
        managed = elsewhere.shared(service.connection("Sales"));
        var unused = managed.authorize().with(ApiKeyCredential.of(Secret.of("first-key")));
        assertThat(sent()).isEqualTo("first-key");
    }

    @AfterEach
    void close() {
        here.close();
        elsewhere.close();
    }

    private String sent() {
        return used.credentialsFor(LEADS).revealHeaders().get("X-Api-Key");
    }

    private Account anotherAccount() {
        return elsewhere
                .shared(service.connection("Support"))
                .authorize()
                .with(ApiKeyCredential.of(Secret.of("second-key")))
                .account()
                .orElseThrow();
    }

    private void becomes(String key) {
        Waiting.until("the key " + key + " is not served", () -> sent().equals(key));
    }

    @Test
    void servesTheAccountThatAnotherOwnerSwitchedTo() {
        managed.switchTo(anotherAccount());
        clock.advance(BOUND);

        assertThat(sent()).isIn("first-key", "second-key");
        becomes("second-key");
    }

    @Test
    void asksTheStoreNothingBeforeTheBound() {
        managed.switchTo(anotherAccount());
        clock.advance(BOUND.minusMillis(1));
        int before = store.calls.get();

        assertThat(sent()).isEqualTo("first-key");
        assertThat(store.calls).hasValue(before);
    }

    @Test
    void comparesOnceForManyUses() {
        clock.advance(BOUND);
        int before = store.calls.get();

        for (int i = 0; i < 1_000; i++) {
            assertThat(sent()).isEqualTo("first-key");
        }
        int definitionAuthorizationAccountAndCredential = 4;
        Waiting.until("no comparison", () -> store.calls.get() - before >= definitionAuthorizationAccountAndCredential);
        assertThat(sent()).isEqualTo("first-key");

        assertThat(store.calls.get() - before).isEqualTo(definitionAuthorizationAccountAndCredential);
    }

    @Test
    void servesWhatItHasWhileTheStoreIsDown() {
        managed.switchTo(anotherAccount());
        store.down(true);
        clock.advance(BOUND);

        assertThat(sent()).isEqualTo("first-key");
        store.down(false);
        clock.advance(BOUND);
        becomes("second-key");
    }

    @Test
    void servesTheKeyOfAReconnectElsewhere() {
        var unused = managed.reconnect().with(ApiKeyCredential.of(Secret.of("renewed-key")));
        clock.advance(BOUND);

        becomes("renewed-key");
    }

    @Test
    void stopsWhenAnotherOwnerRevoked() {
        var unused = managed.revoke();
        clock.advance(BOUND);

        becomesRefused("not_authorized");
    }

    @Test
    void stopsWhenAnotherOwnerDisabledItAndGoesOnWhenItIsEnabled() {
        managed.access().disable();
        clock.advance(BOUND);
        becomesRefused("connection_disabled");

        managed.access().enable();
        clock.advance(BOUND);
        Waiting.until("it stays disabled", () -> refusal().isEmpty());
        assertThat(sent()).isEqualTo("first-key");
    }

    @Test
    void stopsWhenAnotherOwnerDeletedItAndSaysSo() {
        var unused = managed.delete();
        clock.advance(BOUND);

        becomesRefused("connection_deleted");
        assertThatThrownBy(this::sent)
                .isInstanceOf(ConnectionConfigurationException.class)
                .hasMessageContaining("declare it again");
    }

    @Test
    void usesWhatWasDeclaredAgainUnderTheSameLinkName() {
        Connection held = here.get("sales");
        var unused = managed.delete();
        clock.advance(BOUND);
        becomesRefused("connection_deleted");
        var again = elsewhere.shared(service.connection("Sales"));
        unused = null;
        var authorized = again.authorize().with(ApiKeyCredential.of(Secret.of("new-key")));

        assertThat(authorized.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(here.get("sales").credentialsFor(LEADS).revealHeaders()).containsEntry("X-Api-Key", "new-key");
        assertThatThrownBy(() -> held.credentialsFor(LEADS)).hasMessageContaining("it was deleted");
    }

    @Test
    void sendsWhatAnotherOwnerEditedInTheService() {
        var unused = elsewhere.shared(service.withHeader("X-Region", "eu").connection("Sales"));
        clock.advance(BOUND);

        Waiting.until(
                "the new header is not sent",
                () -> used.credentialsFor(LEADS).revealHeaders().containsKey("X-Region"));
    }

    @Test
    void comparesAgainWhenTheClockWasSetBack() {
        managed.switchTo(anotherAccount());
        clock.advanceWallOnly(Duration.ofDays(-1));

        becomes("second-key");
    }

    @Test
    void refusesABoundThatIsNoTime() {
        assertThatThrownBy(() -> Connections.builder().withRevalidation(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least a millisecond");
    }

    @Test
    void renewsATokenThatIsOlderThanAClockSetBackTells() {
        var strategy = new ScriptedStrategy();
        var events = new ConcurrentLinkedQueue<String>();
        try (Connections owner = Connections.builder()
                .clock(clock)
                .listener(event -> events.add(event.code()))
                .build()) {
            var crm = owner.shared(Service.custom("CRM")
                    .resourceServers("https://api.example.com")
                    .authentication(strategy)
                    .connection("CRM primary"));
            var unused = crm.authorize().grant();
            assertThat(token(crm)).isEqualTo("Bearer 1");
            clock.advance(ScriptedStrategy.LIFETIME.plusSeconds(1));
            clock.advanceWallOnly(ScriptedStrategy.LIFETIME.multipliedBy(-1));
            clock.advance(BOUND);

            List<String> served = List.of(token(crm));
            Waiting.until("no refresh", () -> token(crm).equals("Bearer 2"));

            assertThat(served).containsAnyOf("Bearer 1", "Bearer 2");
            assertThat(strategy.refreshes).hasValue(1);
        }
    }

    @Test
    void goesOnWithTheNewerTokenWhenTheStoreWentBack() {
        var strategy = new ScriptedStrategy();
        try (Connections owner = Connections.builder().clock(clock).store(store).build()) {
            var crm = owner.shared(Service.custom("Back office")
                    .resourceServers("https://api.example.com")
                    .authentication(strategy)
                    .connection("Back office"));
            Account account = crm.authorize().grant().account().orElseThrow();
            assertThat(token(crm)).isEqualTo("Bearer 1");
            var key =
                    new ConnectionStore.Key("default", ConnectionStore.Key.Kind.CREDENTIAL, account.id() + ".default");
            Versioned backup = store.find(key).orElseThrow();
            clock.advance(ScriptedStrategy.LIFETIME.plusSeconds(1));
            assertThat(token(crm)).isEqualTo("Bearer 2");
            assertThat(store.delete(key, 2) && store.write(backup, 0)).isTrue();
            int before = store.calls.get();
            clock.advance(BOUND);

            assertThat(token(crm)).isEqualTo("Bearer 2");
            Waiting.until("no comparison", () -> store.calls.get() - before >= 4);
            assertThat(token(crm)).isEqualTo("Bearer 2");
        }
    }

    private static String token(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    private void becomesRefused(String code) {
        Waiting.until("it is not refused with " + code, () -> refusal().equals(code));
    }

    private String refusal() {
        try {
            var unused = sent();
            return "";
        } catch (ConnectionException e) {
            return e.code();
        }
    }
}
