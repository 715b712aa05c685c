package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus.Reason;
import dev.connections.SteppedStore.Step;
import dev.connections.internal.record.Vault;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.StrategyProvider;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A renewed token is never lost because its record was sealed anew while the service was asked. */
class RewrapDuringRefreshTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Duration EXPIRED = ScriptedStrategy.LIFETIME.plusSeconds(1);

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore records = InMemoryConnectionStore.create(clock);
    private final Rings rings = new Rings();
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    private final SteppedStore used = new SteppedStore(records, rings.before().withRetired("k2", rings.key(2)));
    private final SteppedStore rotated = new SteppedStore(records, rings.during());
    private final Connections one = owner(used);
    private final Connections other = owner(rotated);
    private Connection crm;

    private Connections owner(ConnectionStore store) {
        return Connections.builder()
                .clock(clock)
                .store(store)
                .strategies(StrategyProvider.of(strategy))
                .listener(event -> events.add(event.code()))
                .build();
    }

    @BeforeEach
    void authorize() {
        var declared = one.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("CRM primary"));
        var unused = declared.authorize().grant();
        crm = declared;
        assertThat(sent(crm)).isEqualTo("Bearer 1");
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    private static String sent(Connection connection) {
        return connection.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    private Versioned credential() {
        return records.list(Query.of("default", Kind.CREDENTIAL)).get(0);
    }

    private void rewrap() {
        while (other.rewrap(100) > 0) {
            assertThat(other).isNotNull();
        }
    }

    private void rewrapThoughTheLeaseRanOut() {
        used.pause();
        clock.advance(Held.LEASE);
        rewrap();
        assertThat(credential().index()).containsEntry(Index.KEY, "k2");
        assertThat(credential().version()).isEqualTo(2);
    }

    @Test
    void leavesACredentialAloneWhileItIsRefreshed() {
        strategy.refreshingBy((current, context) -> {
            rewrap();
            assertThat(credential().version()).isEqualTo(1);
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);

        assertThat(sent(crm)).isEqualTo("Bearer 2");
        assertThat(credential().version()).isEqualTo(2);
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 2");
    }

    @Test
    void savesTheRenewedTokenOnTopOfARecordThatWasSealedAnew() {
        strategy.refreshingBy((current, context) -> {
            rewrapThoughTheLeaseRanOut();
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);

        assertThat(sent(crm)).isEqualTo("Bearer 2");
        assertThat(credential().version()).isEqualTo(3);
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void savesItAlsoIfTheRecordIsSealedAnewBetweenReadingAndWriting() {
        strategy.refreshingBy((current, context) -> {
            rewrapThoughTheLeaseRanOut();
            used.before(Step.WRITE, this::writeAgain);
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);

        assertThat(sent(crm)).isEqualTo("Bearer 2");
        assertThat(credential().version()).isEqualTo(4);
    }

    /** The same document under the next version, as another node's rewrap leaves it. */
    private void writeAgain() {
        Versioned there = credential();
        var vault = new Vault(rotated);
        assertThat(records.write(vault.resealed(there), there.version())).isTrue();
    }

    @Test
    void leavesASuccessorThatSomebodyElseStored() {
        strategy.refreshingBy((current, context) -> {
            used.pause();
            clock.advance(Held.LEASE);
            strategy.refreshingBy((same, again) -> Outcome.Renewed.of(
                    new ScriptedStrategy.Token(7, clock.instant().plus(ScriptedStrategy.LIFETIME))));
            assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 7");
            rewrap();
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);

        assertThat(sent(crm)).isEqualTo("Bearer 7");
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 7");
    }

    @Test
    void leavesDeletedWhatWasDeletedMeanwhile() {
        strategy.refreshingBy((current, context) -> {
            rewrapThoughTheLeaseRanOut();
            assertThat(records.take(credential().key())).isPresent();
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sent(crm));

        assertThat(failure.code()).isEqualTo("credential_gone");
        assertThat(records.list(Query.of("default", Kind.CREDENTIAL))).isEmpty();
    }

    @Test
    void savesLateWhatTheStoreWouldNotTake() {
        strategy.refreshingBy((current, context) -> {
            used.failing(true);
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);
        assertThat(sent(crm)).isEqualTo("Bearer 2");
        Waiting.until(events, "unsaved");

        rewrapThoughTheLeaseRanOut();
        used.failing(false);
        one.close();

        Waiting.until(events, "saved_late");
        assertThat(sent(other.get("crm_primary"))).isEqualTo("Bearer 2");
    }

    @Test
    void asksForReauthorizationOnceAlthoughTheRecordWasSealedAnew() {
        strategy.refreshingBy((current, context) -> {
            rewrapThoughTheLeaseRanOut();
            return new Outcome.Rejected<>("invalid_grant", "");
        });
        clock.advance(EXPIRED);

        var first = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(crm));
        var second = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(crm));

        assertThat(first.reason()).isEqualTo(Reason.REVOKED);
        assertThat(second.reason()).isEqualTo(Reason.REVOKED);
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void keepsASecurityHoldAlthoughTheRecordWasSealedAnew() {
        strategy.failingVerification(this::rewrap);
        clock.advance(EXPIRED);

        var failure = catchThrowableOfType(ConnectionSecurityException.class, () -> sent(crm));
        var elsewhere = catchThrowableOfType(ConnectionSecurityException.class, () -> sent(other.get("crm_primary")));

        assertThat(failure.code()).isEqualTo("security_hold");
        assertThat(elsewhere.code()).isEqualTo("security_hold");
        assertThat(credential().version()).isEqualTo(4);
    }

    @Test
    void renewsATokenThatWasRefusedAlthoughItsRecordWasSealedAnew() {
        RequestCredentials refused = crm.credentialsFor(LEADS);
        refused.rejected();
        rewrap();

        assertThat(sent(crm)).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void takesARefusalOfTheSameTokenUnderItsFormerVersion() {
        RequestCredentials sentBefore = crm.credentialsFor(LEADS);
        rewrap();
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(false));
        clock.advance(ScriptedStrategy.LIFETIME.minusMinutes(1));
        assertThat(sent(crm)).isEqualTo("Bearer 1");
        Waiting.until(events, "refresh_failed");
        strategy.refreshingBy(strategy::renewed);
        clock.advance(Duration.ofSeconds(10));

        sentBefore.rejected();

        assertThat(sent(crm)).isEqualTo("Bearer 2");
    }

    @Test
    void refreshesOnceWhileTheRecordIsBeingSealedAnew() throws Exception {
        var busy = new CountDownLatch(1);
        var answer = new AtomicReference<CompletableFuture<String>>();
        clock.advance(EXPIRED);
        rotated.before(Step.COMMIT, () -> {
            used.before(Step.LEASE, busy::countDown);
            answer.set(CompletableFuture.supplyAsync(() -> sent(crm)));
            Waiting.until(busy);
        });

        rewrap();

        assertThat(answer.get().get()).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
        assertThat(credential().version()).isEqualTo(3);
    }
}
