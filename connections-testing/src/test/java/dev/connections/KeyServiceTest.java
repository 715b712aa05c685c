package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus.Reason;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.StrategyProvider;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys in a service of their own, which fails or is slow: nothing is lost, and it is told clearly. */
class KeyServiceTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore records = InMemoryConnectionStore.create(clock);
    private final Rings rings = new Rings();
    private final KeyService keys = new KeyService(rings.before());
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    private final List<Connections> owners = new ArrayList<>();
    private final Connections owner = owner();
    private ManagedConnection<UnattendedFlow> crm;

    @BeforeEach
    void authorize() {
        crm = declared(owner);
        var unused = crm.authorize().grant();
    }

    @AfterEach
    void close() {
        owners.forEach(Connections::close);
    }

    private Connections owner() {
        return owner(keys);
    }

    private Connections owner(KeyService service) {
        Connections made = Connections.builder()
                .clock(clock)
                .store(new SteppedStore(records, service))
                .strategies(StrategyProvider.of(strategy))
                .listener(event -> events.add(event.code()))
                .build();
        owners.add(made);
        return made;
    }

    private ManagedConnection<UnattendedFlow> declared(Connections at) {
        return at.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("CRM primary"));
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    private static ConnectionStoreException refusal(Connection connection) {
        return catchThrowableOfType(ConnectionStoreException.class, () -> sent(connection));
    }

    private void expire() {
        clock.advance(ScriptedStrategy.LIFETIME.plusSeconds(1));
    }

    @Test
    void isNotAskedWhileATokenIsFresh() {
        String first = sent(crm);
        int before = keys.calls.get();
        keys.failing(true);

        for (int i = 0; i < 100; i++) {
            assertThat(sent(owner.get("crm_primary"))).isEqualTo(first);
        }

        assertThat(keys.calls).hasValue(before);
    }

    @Test
    void isToldApartFromAKeyThatIsGone() {
        keys.failing(true);
        Connections cold = owner();

        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> cold.get("crm_primary"));
        var listing = catchThrowableOfType(ConnectionStoreException.class, cold::all);

        assertThat(failure.code()).isEqualTo("key_provider_failed");
        assertThat(failure)
                .hasMessageContaining("nothing was changed, try again when it works")
                .hasRootCauseMessage("connection refused");
        assertThat(listing.code()).isEqualTo("key_provider_failed");
        keys.failing(false);
        assertThat(sent(cold.get("crm_primary"))).isEqualTo("Bearer 1");
    }

    @Test
    void costsNoRefreshThatCouldNotBeSealed() {
        assertThat(sent(crm)).isEqualTo("Bearer 1");
        expire();
        keys.failing(true);

        assertThat(refusal(crm).code()).isEqualTo("key_provider_failed");
        assertThat(strategy.refreshes).hasValue(0);

        keys.failing(false);
        assertThat(sent(crm)).isEqualTo("Bearer 2");
    }

    @Test
    void losesNoTokenWhenItFailsAfterTheServiceHasAnswered() {
        assertThat(sent(crm)).isEqualTo("Bearer 1");
        expire();
        strategy.refreshingBy((current, context) -> {
            keys.failing(true);
            return strategy.renewed(current, context);
        });

        assertThat(sent(crm)).isEqualTo("Bearer 2");
        Waiting.until(events, "unsaved");
        keys.failing(false);
        owner.close();

        Waiting.until(events, "saved_late");
        assertThat(sent(owner().get("crm_primary"))).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void forgetsNoLostAnswerWhenItFailsBeforeTheNextTry() {
        assertThat(sent(crm)).isEqualTo("Bearer 1");
        var credential = records.list(Query.of("default", Kind.CREDENTIAL)).get(0);
        var dead = records.lease(credential.key(), 1, "dead", "refresh".getBytes(StandardCharsets.UTF_8));
        assertThat(dead).isInstanceOf(LeaseResult.Held.class);
        expire();
        var store = new SteppedStore(records, keys);
        store.before(SteppedStore.Step.LEASE, () -> keys.failing(true));
        try (Connections second = Connections.builder()
                .clock(clock)
                .store(store)
                .strategies(StrategyProvider.of(strategy))
                .build()) {
            assertThat(refusal(second.get("crm_primary")).code()).isEqualTo("key_provider_failed");
        }
        keys.failing(false);
        clock.advance(LeaseResult.Held.LEASE);
        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", ""));

        var failure = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(crm));

        assertThat(failure.reason()).isEqualTo(Reason.LOST_ROTATION);
    }

    @Test
    void mayTakeLongerThanALeaseWhileRecordsAreSealedAnew() {
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(true));
        expire();
        assertThat(catchThrowableOfType(TransientConnectionException.class, () -> sent(crm)))
                .isNotNull();
        expire();
        var slow = new KeyService(rings.during());
        slow.slowly(() -> clock.advance(LeaseResult.Held.LEASE));
        Connections second = owner(slow);

        while (second.rewrap(1) > 0) {
            assertThat(slow.calls.get()).isPositive();
        }

        assertThat(records.list(Query.of("default", Kind.CREDENTIAL)).get(0).index())
                .containsEntry(Index.KEY, "k2");
    }
}
