package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Several tokens of one account, by resource, at a server that forgives no second use of a refresh token (RFC 8707; QUIRKS §1.19).
 */
class DerivedTokensTest extends OnEveryStore {
    private static final Duration EXPIRED = MockService.DEFAULT_TOKEN_LIFETIME.plusSeconds(1);

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final AtomicBoolean derivedFail = new AtomicBoolean();
    private Connections site;
    private ManagedConnection<RedirectFlow> sales;

    @BeforeEach
    void authorize() {
        crm.timedBy(clock).rotatingRefreshTokens(Duration.ZERO);
        site = owner();
        sales = declared(site, strategy().withResourceToken("graph", "https://graph.example.com", "files"));
        crm.approve(sales, "alice");
    }

    @AfterEach
    void closeSite() {
        crm.close();
        site.close();
    }

    private Connections owner() {
        return Connections.builder()
                .store(new DerivedFail(store, derivedFail))
                .clock(clock)
                .ticker(clock)
                .build();
    }

    private OAuth2Strategy<RedirectFlow> strategy() {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(crm.endpoint(Endpoint.AUTHORIZATION).toString())
                .tokenEndpoint(crm.endpoint(Endpoint.TOKEN).toString())
                .client(crm.clientId(), crm.clientSecret());
    }

    private ManagedConnection<RedirectFlow> declared(Connections in, OAuth2Strategy<RedirectFlow> strategy) {
        return in.shared(Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(crm.resource("").toString())
                .authentication(strategy)
                .connection("Sales")
                .withScopes("read", "files"));
    }

    private String sent(Connection connection) {
        return connection.credentialsFor(crm.resource("leads")).revealHeaders().get("Authorization");
    }

    private List<TokenRequest> requests() {
        return crm.tokenRequests();
    }

    private void nobodyWasRefused() {
        assertThat(requests()).extracting(TokenRequest::accepted).containsOnly(true);
    }

    @Test
    void makesATokenForAnotherResourceOnce() {
        String main = sent(sales);

        String graph = sent(sales.token("graph"));

        assertThat(graph).isNotEqualTo(main).isEqualTo(sent(sales.token("graph")));
        assertThat(sent(sales)).isEqualTo(main);
        assertThat(requests()).hasSize(2);
        assertThat(requests().get(1).parameters())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("resource", "https://graph.example.com")
                .containsEntry("scope", "files");
        try (Connections later = owner()) {
            var again = declared(later, strategy().withResourceToken("graph", "https://graph.example.com", "files"));
            assertThat(sent(again.token("graph"))).isEqualTo(graph);
            assertThat(requests()).hasSize(2);
        }
    }

    @Test
    void givesTheRotatedRefreshTokenToTheMainOne() {
        sent(sales.token("graph"));
        clock.advance(EXPIRED);

        String main = sent(sales);
        String graph = sent(sales.token("graph"));

        assertThat(main).isNotEqualTo(graph);
        assertThat(requests()).hasSize(4);
        nobodyWasRefused();
    }

    @Test
    void servesNoDeadMainTokenAfterMakingAnother() {
        String first = sent(sales);
        clock.advance(EXPIRED);
        sent(sales.token("graph"));

        assertThat(sent(sales)).isNotEqualTo(first);
    }

    @Test
    void spendsNoRefreshTokenTwiceWhenEveryTokenIsWantedAtOnce() throws Exception {
        sent(sales.token("graph"));
        clock.advance(EXPIRED);
        var gate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var all = IntStream.range(0, 8)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> {
                                Waiting.until(gate);
                                return sent(n % 2 == 0 ? sales : sales.token("graph"));
                            },
                            threads))
                    .toList();
            gate.countDown();

            assertThat(Stream.of(all.toArray(CompletableFuture<?>[]::new)).map(CompletableFuture::join))
                    .doesNotContainNull();
        } finally {
            threads.shutdownNow();
        }
        assertThat(requests()).hasSize(4);
        nobodyWasRefused();
    }

    @Test
    void makesATokenAgainThatCouldNotBeStored() {
        derivedFail.set(true);
        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> sent(sales.token("graph")));
        derivedFail.set(false);

        try (Connections later = owner()) { // as after a crash between the two writes
            var again = declared(later, strategy().withResourceToken("graph", "https://graph.example.com", "files"));
            assertThat(sent(again.token("graph"))).isNotEmpty();
            clock.advance(EXPIRED);
            assertThat(sent(again)).isNotEmpty();
        }
        assertThat(failure.code()).isEqualTo("store_unavailable");
        nobodyWasRefused();
    }

    @Test
    void makesATokenAnewWhenItsDescriptionChanged() {
        String files = sent(sales.token("graph"));
        try (Connections later = owner()) {
            var changed = declared(later, strategy().withResourceToken("graph", "https://graph.example.com", "read"));

            assertThat(sent(changed.token("graph"))).isNotEqualTo(files);
        }
        assertThat(requests().get(2).parameters()).containsEntry("scope", "read");
        nobodyWasRefused();
    }

    @Test
    void makesATokenAnewAfterAReconnect() {
        String before = sent(sales.token("graph"));

        crm.approve(sales.reconnect(), "alice");

        assertThat(sent(sales.token("graph"))).isNotEqualTo(before);
        nobodyWasRefused();
    }

    @Test
    void tellsThatTheUserMustReconnectWhereTheMainTokenIsDead() {
        crm.revokeAtService("alice");

        var failure = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(sales.token("graph")));

        assertThat(failure.reason()).isEqualTo(AuthorizationStatus.Reason.REVOKED);
        assertThat(failure).hasMessageContaining("reconnect()");
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void leavesTheMainTokenAloneWhereAnotherIsRefused() {
        try (Connections later = owner()) {
            var greedy = declared(later, strategy().withResourceToken("graph", "https://graph.example.com", "admin"));

            var failure =
                    catchThrowableOfType(ConnectionConfigurationException.class, () -> sent(greedy.token("graph")));

            assertThat(failure.code()).isEqualTo("invalid_scope");
            assertThat(failure).hasMessageContaining("for the token \"graph\"").hasMessageContaining("admin");
            clock.advance(EXPIRED);
            assertThat(sent(greedy)).isNotEmpty(); // at once: the main token is not backed off
            assertThat(greedy.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        }
    }

    @Test
    void knowsNoTokenThatIsNotDescribed() {
        var failure = catchThrowableOfType(ConnectionConfigurationException.class, () -> sent(sales.token("calendar")));

        assertThat(failure.code()).isEqualTo("token_unknown");
        assertThat(requests()).hasSize(1);
    }

    @Test
    void showsTheAuthorizationActiveWithAndWithoutThem() {
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        sent(sales.token("graph"));

        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(sales.authorization().grantedScopes()).containsExactly("files", "read");
    }

    @Test
    void endsThemWithTheAccount() {
        sent(sales.token("graph"));

        var unused = sales.revoke();

        assertThat(store.count(ConnectionStore.Query.of("default", Kind.CREDENTIAL)))
                .isZero();
    }

    /** A store that takes no derived token for a while. */
    private static final class DerivedFail extends ForwardingStore {
        private final AtomicBoolean failing;

        DerivedFail(ConnectionStore store, AtomicBoolean failing) {
            super(store);
            this.failing = failing;
        }

        @Override
        public boolean write(Versioned next, long expectedVersion) {
            if (failing.get()
                    && next.key().kind() == Kind.CREDENTIAL
                    && next.key().id().endsWith(".graph")) {
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
