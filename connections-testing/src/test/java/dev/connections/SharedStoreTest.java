package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.internal.record.AuthorizationKey;
import dev.connections.internal.record.AuthorizationRecord;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.StrategyProvider;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What several owners see of one store, and what a failing store costs. */
class SharedStoreTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Duration EXPIRED = ScriptedStrategy.LIFETIME.plusSeconds(1);

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final WatchedStore store = new WatchedStore(InMemoryConnectionStore.create(clock));
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    private final Connections one = owner(strategy);
    private final Connections other = owner(strategy);

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private Connections owner(ScriptedStrategy known) {
        return Connections.builder()
                .clock(clock)
                .store(store)
                .strategies(StrategyProvider.of(known))
                .listener(event -> events.add(event.code()))
                .build();
    }

    private ManagedConnection<UnattendedFlow> declared(Connections owner) {
        return owner.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("CRM primary"));
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    @Test
    void asksTheStoreNothingWhileATokenIsFresh() {
        var crm = declared(one);
        var unused = crm.authorize().grant();
        String first = sent(crm);
        int before = store.calls.get();

        for (int i = 0; i < 1_000; i++) {
            assertThat(sent(one.get("crm_primary"))).isEqualTo(first);
        }

        assertThat(store.calls).hasValue(before);
    }

    @Test
    void letsAnotherOwnerUseWhatOneDeclaredAndAuthorized() {
        var unused = declared(one).authorize().grant();

        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 1");
        assertThat(other.find("crm_primary"))
                .get()
                .extracting(found -> found.definition().name())
                .isEqualTo("CRM primary");
        assertThat(other.all()).hasSize(1);
    }

    @Test
    void refreshesOnceAcrossOwners() throws Exception {
        var unused = declared(one).authorize().grant();
        var crm = one.get("crm_primary");
        var same = other.get("crm_primary");
        assertThat(sent(crm)).isEqualTo(sent(same));
        var running = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        strategy.refreshingBy((current, context) -> {
            running.countDown();
            Waiting.until(end);
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);

        var threads = Executors.newFixedThreadPool(2);
        var first = threads.submit(() -> sent(crm));
        running.await();
        var second = threads.submit(() -> sent(same));
        end.countDown();

        assertThat(first.get()).isEqualTo("Bearer 2");
        assertThat(second.get()).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
        threads.shutdown();
    }

    @Test
    void usesWhatAnotherOwnerRefreshedBeforeIt() {
        var unused = declared(one).authorize().grant();
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 1");
        clock.advance(EXPIRED);

        assertThat(sent(one.get("crm_primary"))).isEqualTo("Bearer 2");
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void servesARenewedTokenThatCouldNotBeSavedAndSavesItWhenTheStoreIsBack() {
        var crm = declared(one);
        var unused = crm.authorize().grant();
        clock.advance(EXPIRED);
        strategy.refreshingBy((current, context) -> {
            store.readOnly(true);
            return strategy.renewed(current, context);
        });

        assertThat(sent(crm)).isEqualTo("Bearer 2");
        Waiting.until(events, "unsaved");
        store.readOnly(false);
        one.close();

        Waiting.until(events, "saved_late");
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 2");
    }

    /** A failover to a replica, or a backup, may have lost the last commit (F-P16). */
    @Test
    void goesOnWithTheOlderTokenOfAStoreThatWentBack() {
        var crm = declared(one);
        var unused = crm.authorize().grant();
        assertThat(sent(crm)).isEqualTo("Bearer 1");
        Query credentials = Query.of("default", ConnectionStore.Key.Kind.CREDENTIAL);
        Versioned backup = store.list(credentials).get(0);
        clock.advance(EXPIRED);
        assertThat(sent(crm)).isEqualTo("Bearer 2");

        assertThat(store.delete(backup.key(), backup.version() + 1)).isTrue();
        assertThat(store.write(backup, 0)).isTrue();
        clock.advance(EXPIRED);

        assertThat(sent(crm)).isEqualTo("Bearer 2"); // renewed from the first token, the only one the store knows
        assertThat(strategy.refreshes).hasValue(2);
    }

    @Test
    void spendsNoRefreshThatItCannotSave() {
        var crm = declared(one);
        var unused = crm.authorize().grant();
        clock.advance(EXPIRED);
        store.readOnly(true);

        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> sent(crm));

        assertThat(failure.code()).isEqualTo("store_read_only");
        assertThat(strategy.refreshes).hasValue(0);
    }

    @Test
    void saysThatARotationWasLostAfterAnOwnerDiedInTheMiddle() {
        var crm = declared(one);
        var unused = crm.authorize().grant();
        Versioned credential = store.list(Query.of("default", ConnectionStore.Key.Kind.CREDENTIAL))
                .get(0);
        LeaseResult dead =
                store.lease(credential.key(), credential.version(), "dead", "refresh".getBytes(StandardCharsets.UTF_8));
        assertThat(dead).isInstanceOf(LeaseResult.Held.class);
        clock.advance(EXPIRED);
        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", ""));

        var failure = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(crm));

        assertThat(failure.reason()).isEqualTo(AuthorizationStatus.Reason.LOST_ROTATION);
        assertThat(failure).hasMessageContaining("its answer was lost").hasMessageContaining("reconnect()");
    }

    @Test
    void listsADefinitionOfAnUnknownTypeAsInvalidAndLeavesItAsItIs() {
        var unused = declared(one).authorize().grant();
        try (Connections stranger =
                Connections.builder().clock(clock).store(store).build()) {
            var found = (ManagedConnection<?>) stranger.find("crm_primary").orElseThrow();

            assertThat(found.authorization().status()).isEqualTo(AuthorizationStatus.INVALID);
            var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sent(found));
            assertThat(failure.code()).isEqualTo("unknown_authentication_type");
            assertThat(failure).hasMessageContaining("builder().strategies(…)");
        }
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 1");
    }

    @Test
    void endsTheAccountWithItsLastAuthorization() {
        var service =
                Service.custom("CRM").resourceServers("https://api.example.com").authentication(strategy);
        var crm = one.shared(service.connection("CRM primary"));
        var unused = crm.authorize().grant();

        Revocation last = crm.revoke();

        assertThat(last.accountLivesOn()).isFalse();
        assertThat(last.providerAnswer()).isEmpty();
        assertThat(crm.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(store.count(Query.of("default", ConnectionStore.Key.Kind.ACCOUNT)))
                .isZero();
        assertThat(store.count(Query.of("default", ConnectionStore.Key.Kind.CREDENTIAL)))
                .isZero();
    }

    @Test
    void keepsTheAccountWhileAnotherConnectionUsesIt() {
        var service =
                Service.custom("CRM").resourceServers("https://api.example.com").authentication(strategy);
        var sales = one.shared(service.connection("Sales"));
        var support = one.shared(service.connection("Support"));
        var unused = sales.authorize().grant();
        share("sales", "support");

        Revocation revocation = sales.revoke();

        assertThat(revocation.accountLivesOn()).isTrue();
        assertThat(sent(support)).isEqualTo("Bearer 1");
    }

    /** Lets a second connection use the first one's account, as switching will. */
    private void share(String from, String to) {
        var vault = new Vault(store);
        var there = vault.list(AuthorizationRecord.TYPE, Query.of("default", ConnectionStore.Key.Kind.AUTHORIZATION))
                .get(0)
                .value();
        assertThat(there.key().linkName()).isEqualTo(from);
        var key = new AuthorizationKey(to, Optional.empty(), Optional.empty());
        var shared = AuthorizationRecord.untested(key, there.accountId(), there.consent(), there.authorized());
        assertThat(vault.create(AuthorizationRecord.TYPE, "default", key.id(), shared))
                .isTrue();
    }

    @Test
    void givesEachConnectionAnAccountOfItsOwn() {
        strategy.identifiedAs("42");
        var service =
                Service.custom("CRM").resourceServers("https://api.example.com").authentication(strategy);

        Authorization sales =
                one.shared(service.connection("Sales")).authorize().grant();
        Authorization support =
                one.shared(service.connection("Support")).authorize().grant();
        Authorization again =
                one.shared(service.connection("Support")).authorize().grant();

        assertThat(support.account().orElseThrow().id())
                .isNotEqualTo(sales.account().orElseThrow().id())
                .isEqualTo(again.account().orElseThrow().id());
    }

    @Test
    void seesAReconnectThatAnotherOwnerMade() {
        var crm = declared(one);
        var unused = crm.authorize().grant();
        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", ""));
        clock.advance(EXPIRED);
        var dead = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(crm));

        unused = declared(other).reconnect().grant();

        assertThat(dead.code()).isEqualTo("reauthorization_required");
        assertThat(sent(crm)).isEqualTo("Bearer 1");
    }

    @Test
    void givesNobodyAnExpiredTokenThatAnotherOwnerLeft() {
        var unused = declared(one).authorize().grant();
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 1");
        clock.advance(EXPIRED);
        assertThat(sent(one.get("crm_primary"))).isEqualTo("Bearer 2");
        clock.advance(EXPIRED);

        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 3");
    }

    @Test
    void changesNothingWhenAReconnectComesBackAsAnotherAccount() {
        strategy.identifiedAs("42");
        var crm = declared(one);
        Authorization before = crm.authorize().grant();
        strategy.identifiedAs("43");

        var failure = catchThrowableOfType(
                ConnectionConflictException.class, () -> crm.reconnect().grant());

        assertThat(failure.code()).isEqualTo("account_differs");
        assertThat(failure).hasMessageContaining("Sign in as that account");
        assertThat(crm.authorization().account().orElseThrow().id())
                .isEqualTo(before.account().orElseThrow().id());
    }

    @Test
    void numbersAccountsOnceAndForAll() {
        var crm = declared(one);

        String first = crm.authorize().grant().account().orElseThrow().name();
        var unused = crm.revoke();
        String second = crm.authorize().grant().account().orElseThrow().name();

        assertThat(first).isEqualTo("CRM Account 1");
        assertThat(second).isEqualTo("CRM Account 2");
    }
}
