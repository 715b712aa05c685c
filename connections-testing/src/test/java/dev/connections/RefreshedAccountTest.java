package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.Refresher.Outcome.Renewed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refresh may change more than the token: its account follows, on every store (RELIABILITY F-T26, F-T27, L3). */
class RefreshedAccountTest extends OnEveryStore {
    private static final URI OLD_HOME = URI.create("https://api.example.com/leads");
    private static final URI NEW_HOME = URI.create("https://api.example.eu/leads");

    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final Queue<Map<String, String>> drifts = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean accountsFail = new AtomicBoolean();
    private Connections site;
    private ManagedConnection<UnattendedFlow> sales;

    @BeforeEach
    void authorize() {
        site = owner();
        sales = site.shared(definition());
        strategy.granting("read", "write");
        var unused = sales.authorize().grant();
    }

    @AfterEach
    void closeSite() {
        site.close();
    }

    private ConnectionDefinition<UnattendedFlow> definition() {
        return Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("Sales")
                .withScopes("read", "write");
    }

    private Connections owner() {
        return Connections.builder()
                .store(new AccountsFail(store, accountsFail))
                .clock(clock)
                .listener(event -> {
                    if (event.code().equals("scopes_drifted")) {
                        drifts.add(event.details());
                    }
                })
                .build();
    }

    private void refreshing(URI home, UnaryOperator<Renewed<ScriptedStrategy.Token>> news) {
        strategy.refreshingBy(
                (current, context) -> news.apply((Renewed<ScriptedStrategy.Token>) strategy.renewed(current, context)));
        clock.advance(ScriptedStrategy.LIFETIME.plusSeconds(1));
        var unused = sales.credentialsFor(home);
    }

    private Authorization restarted() {
        try (Connections later = owner()) {
            return later.shared(definition()).authorization();
        }
    }

    @Test
    void followsReducedScopesAndAsksNobodyAgain() {
        refreshing(OLD_HOME, renewed -> renewed.withGrantedScopes(Set.of("read")));

        Authorization now = sales.authorization();
        assertThat(now.grantedScopes()).containsExactly("read");
        assertThat(now.missingScopes()).containsExactly("write");
        assertThat(now.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(now.notices()).extracting(Notice::code).containsExactly(Notice.SCOPES_NARROWER_THAN_REQUESTED);
        assertThat(restarted().missingScopes()).containsExactly("write");
        assertThat(told()).isEqualTo(Map.of("removed", "write", "missing", "write"));
    }

    @Test
    void tellsExpandedScopesAndNeedsNoMore() {
        refreshing(OLD_HOME, renewed -> renewed.withGrantedScopes(Set.of("read", "write", "admin")));

        Authorization now = sales.authorization();
        assertThat(now.grantedScopes()).containsExactly("admin", "read", "write");
        assertThat(now.requestedScopes()).containsExactly("read", "write");
        assertThat(now.missingScopes()).isEmpty();
        assertThat(now.notices()).isEmpty();
        assertThat(told()).isEqualTo(Map.of("added", "admin"));
    }

    @Test
    void takesNoScopesForNone() {
        refreshing(OLD_HOME, renewed -> renewed.withGrantedScopes(Set.of()));

        assertThat(sales.authorization().missingScopes()).containsExactly("read", "write");
        assertThat(restarted().missingScopes()).containsExactly("read", "write");
        assertThat(told()).containsEntry("removed", "read write");
    }

    @Test
    void leavesScopesAndPlaceAloneWhereARefreshTellsNothing() {
        refreshing(
                OLD_HOME,
                renewed ->
                        renewed.withGrantedScopes(Set.of("read")).withCaptured(Map.of("api_domain", "eu"), List.of()));
        refreshing(OLD_HOME, renewed -> renewed);

        assertThat(sales.authorization().grantedScopes()).containsExactly("read");
        assertThat(sales.authorization().account().orElseThrow().captured()).containsEntry("api_domain", "eu");
        assertThat(told()).containsEntry("removed", "write");
        assertThat(drifts).isEmpty();
    }

    @Test
    void sendsTokensWhereTheAccountLivesNow() {
        refreshing(
                NEW_HOME,
                renewed -> renewed.withCaptured(Map.of("api_domain", "eu"), List.of("https://api.example.eu")));

        assertThat(sales.credentialsFor(NEW_HOME).revealHeaders()).containsEntry("Authorization", "Bearer 2");
        assertThat(failure(sales, OLD_HOME).code()).isEqualTo("origin_not_allowed");
        assertThat(sales.authorization().account().orElseThrow().captured()).containsEntry("api_domain", "eu");
        try (Connections later = owner()) {
            var again = later.shared(definition());
            assertThat(again.credentialsFor(NEW_HOME).revealHeaders()).containsEntry("Authorization", "Bearer 2");
            assertThat(failure(again, OLD_HOME).code()).isEqualTo("origin_not_allowed");
        }
    }

    private static ConnectionSecurityException failure(Connection connection, URI target) {
        return catchThrowableOfType(ConnectionSecurityException.class, () -> connection.credentialsFor(target));
    }

    @Test
    void keepsThePlaceWhereAStrategyNamesOneThatCannotBe() {
        refreshing(
                OLD_HOME,
                renewed -> renewed.withCaptured(Map.of("api_domain", "eu"), List.of("http://plain.example.com")));

        assertThat(sales.credentialsFor(OLD_HOME).revealHeaders()).containsEntry("Authorization", "Bearer 2");
        assertThat(sales.authorization().account().orElseThrow().captured()).isEmpty();
    }

    @Test
    void makesUpForAnAccountThatCouldNotBeWritten() {
        accountsFail.set(true);
        refreshing(
                NEW_HOME,
                renewed -> renewed.withGrantedScopes(Set.of("read"))
                        .withCaptured(Map.of("api_domain", "eu"), List.of("https://api.example.eu")));
        assertThat(sales.credentialsFor(NEW_HOME).revealHeaders()).containsEntry("Authorization", "Bearer 2");
        assertThat(sales.authorization().grantedScopes()).containsExactly("read", "write");
        refreshing(NEW_HOME, renewed -> renewed);
        accountsFail.set(false);

        try (Connections later = owner()) { // as after a crash between the two writes
            var again = later.shared(definition());
            var unused = again.credentialsFor(NEW_HOME);
            assertThat(again.authorization().grantedScopes()).containsExactly("read");
            assertThat(again.authorization().account().orElseThrow().captured()).containsEntry("api_domain", "eu");
        }
        assertThat(told()).containsEntry("removed", "write");
        assertThat(drifts).isEmpty();
    }

    @Test
    void givesTheLastWordToAReconnect() {
        refreshing(
                NEW_HOME,
                renewed -> renewed.withGrantedScopes(Set.of("read"))
                        .withCaptured(Map.of("api_domain", "eu"), List.of("https://api.example.eu")));
        clock.advance(Duration.ofMinutes(1));

        var unused = sales.reconnect().grant();

        assertThat(sales.authorization().grantedScopes()).containsExactly("read", "write");
        assertThat(sales.authorization().account().orElseThrow().captured()).isEmpty();
        assertThat(sales.credentialsFor(OLD_HOME).revealHeaders()).containsEntry("Authorization", "Bearer 1");
    }

    @Test
    void offersTheAccountForNoScopeThatItLost() {
        refreshing(OLD_HOME, renewed -> renewed.withGrantedScopes(Set.of("read")));
        Account account = sales.authorization().account().orElseThrow();
        var support = site.shared(definition().withScopes("write").withLinkName("support"));

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> support.switchTo(account));

        assertThat(failure.code()).isEqualTo("scopes_not_covered");
        assertThat(failure).hasMessageContaining("[write]").hasMessageContaining("reconnect()");
    }

    /** Listeners are told on a worker. */
    private Map<String, String> told() {
        Waiting.until("nobody was told of the scopes", () -> !drifts.isEmpty());
        return drifts.remove();
    }

    /** A store that takes no accounts for a while. */
    private static final class AccountsFail extends ForwardingStore {
        private final AtomicBoolean failing;

        AccountsFail(ConnectionStore store, AtomicBoolean failing) {
            super(store);
            this.failing = failing;
        }

        @Override
        public boolean write(Versioned next, long expectedVersion) {
            if (next.key().kind() == Kind.ACCOUNT && failing.get()) {
                throw new ConnectionStoreException("store_unavailable", "the store is down; start it", null);
            }
            return super.write(next, expectedVersion);
        }

        @Override
        protected LeaseResult.Held held(LeaseResult.Held held) {
            return held;
        }
    }
}
