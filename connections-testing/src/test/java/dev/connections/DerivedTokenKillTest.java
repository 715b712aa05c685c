package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.oauth.OAuth2;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A process that dies at any step of making a token leaves an account that works: at a service that forgives a second use of a
 * refresh token for a minute, as many do, nothing is lost at all (RELIABILITY §5.4).
 */
class DerivedTokenKillTest {
    private static final Duration LONGEST_LEASE = Duration.ofSeconds(16);
    private static final Duration EXPIRED = MockService.DEFAULT_TOKEN_LIFETIME.plusSeconds(1);
    private static final int MOST_STEPS = 60;

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final InMemoryConnectionStore store = InMemoryConnectionStore.create(clock);
    private final Connections first = owner(new SteppedStore(store, store.keys()));

    @AfterEach
    void close() {
        first.close();
    }

    private Connections owner(SteppedStore stepped) {
        return Connections.builder().store(stepped).clock(clock).ticker(clock).build();
    }

    private ManagedConnection<RedirectFlow> declared(Connections in) {
        return in.shared(Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(crm.resource("").toString())
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .authorizationEndpoint(
                                crm.endpoint(Endpoint.AUTHORIZATION).toString())
                        .tokenEndpoint(crm.endpoint(Endpoint.TOKEN).toString())
                        .client(crm.clientId(), crm.clientSecret())
                        .withResourceToken("graph", "https://graph.example.com"))
                .connection("Sales")
                .withScopes("read"));
    }

    private String sent(Connection connection) {
        return connection.credentialsFor(crm.resource("leads")).revealHeaders().get("Authorization");
    }

    @Test
    void leavesAnAccountThatWorksWhereverTheProcessDies() {
        crm.timedBy(clock).rotatingRefreshTokens(Duration.ofMinutes(1));
        crm.approve(declared(first), "alice");
        boolean died = true;
        int deaths = 0;

        for (int step = 1; died && step < MOST_STEPS; step++) {
            clock.advance(EXPIRED);
            died = diesAt(step);
            deaths += died ? 1 : 0;
            clock.advance(LONGEST_LEASE);
            try (Connections next = owner(new SteppedStore(store, store.keys()))) {
                var sales = declared(next);
                assertThat(sent(sales.token("graph")))
                        .as("after a death at step " + step)
                        .isNotEmpty();
                assertThat(sent(sales)).isNotEmpty();
                assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
            }
        }

        assertThat(died).as("a try that nobody killed").isFalse();
        assertThat(deaths).isGreaterThan(5);
        assertThat(crm.tokenRequests()).extracting(TokenRequest::accepted).containsOnly(true);
    }

    private boolean diesAt(int step) {
        var stepped = new SteppedStore(store, store.keys());
        Connections mortal = owner(stepped); // never closed: the dead close nothing
        Connection graph = declared(mortal).token("graph");
        stepped.dieAfter(stepped.steps.get() + step);
        try {
            sent(graph);
            return false;
        } catch (SteppedStore.Death | RuntimeException dead) {
            return true;
        }
    }
}
