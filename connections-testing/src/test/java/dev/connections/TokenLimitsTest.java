package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Services that limit tokens are asked for no more than they give, and the wait is told (RULES S14). */
class TokenLimitsTest {
    private static final TokenLimits THREE_IN_TEN_MINUTES = new TokenLimits(3, Duration.ofMinutes(10), 15, 20);
    private static final URI API = URI.create("https://api.example.com/");

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore store = InMemoryConnectionStore.create(clock);
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final List<Connections> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Connections::close);
    }

    private ManagedConnection<UnattendedFlow> connection() {
        var connections = Connections.builder().store(store).clock(clock).build();
        opened.add(connections);
        return connections.shared(Service.custom("Frugal")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .withLimits(THREE_IN_TEN_MINUTES)
                .connection("Frugal"));
    }

    /** Uses up three tokens: at 0, 2 and 4 minutes; a fourth is due at 6. */
    private ManagedConnection<UnattendedFlow> exhausted() {
        strategy.living(Duration.ofMinutes(2));
        var frugal = connection();
        frugal.authorize().grant();
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(2));
            frugal.credentialsFor(API);
        }
        clock.advance(Duration.ofMinutes(2));
        return frugal;
    }

    private TransientConnectionException refused(Connection connection) {
        return catchThrowableOfType(TransientConnectionException.class, () -> connection.credentialsFor(API));
    }

    private void refusing(Duration retryAfter) {
        strategy.refreshingBy((current, context) -> new Outcome.Failed<>(
                new TransientConnectionException(
                        "temporarily_unavailable", "it refused (Access Denied)", retryAfter, false, null),
                false));
    }

    @Test
    void makeNoRequestThatTheServiceWouldRefuse() {
        var frugal = exhausted();

        var refused = refused(frugal);

        assertThat(strategy.refreshes).hasValue(2);
        assertThat(refused.code()).isEqualTo("token_limit_reached");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(4)); // the first one was made 6 minutes ago
        assertThat(refused)
                .hasMessageContaining("3 access tokens in 10 minutes for one refresh token")
                .hasMessageContaining("may be made at 2026-01-01T00:10:00Z");
        assertThat(frugal.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void letOneMoreThroughWhenTheFirstCountsNoMore() {
        var frugal = exhausted();
        assertThat(refused(frugal)).isNotNull();
        clock.advance(Duration.ofMinutes(4));

        assertThat(frugal.credentialsFor(API).revealHeaders()).containsEntry("Authorization", "Bearer 4");
        assertThat(strategy.refreshes).hasValue(3);
    }

    @Test
    void areCountedForAllProcesses() {
        exhausted();

        var elsewhere = refused(connection());

        assertThat(strategy.refreshes).hasValue(2);
        assertThat(elsewhere.retryAfter()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void tellWhatRemainsOfTheWindowWhenTheServiceRefuses() {
        strategy.living(Duration.ofMinutes(2));
        var frugal = connection();
        frugal.authorize().grant();
        clock.advance(Duration.ofMinutes(3));
        refusing(Duration.ZERO);

        var refused = refused(frugal);

        assertThat(refused.code()).isEqualTo("token_limit_reached");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(7));
        assertThat(refused).hasMessageContaining("Access Denied").hasMessageContaining("until 2026-01-01T00:10:00Z");
    }

    @Test
    void tellTheWholeWindowWhenOthersMadeTheTokens() {
        var frugal = connection();
        frugal.authorize().grant();
        clock.advance(Duration.ofHours(2));
        refusing(Duration.ZERO);

        assertThat(refused(frugal).retryAfter()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void leaveTheServicesOwnWordAlone() {
        var frugal = connection();
        frugal.authorize().grant();
        clock.advance(Duration.ofHours(2));
        refusing(Duration.ofSeconds(30));

        var refused = refused(frugal);

        assertThat(refused.code()).isEqualTo("temporarily_unavailable");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void beginAnewWithAnotherAuthorization() {
        var frugal = exhausted();
        assertThat(refused(frugal)).isNotNull();
        frugal.reconnect().grant();
        clock.advance(Duration.ofMinutes(2));

        frugal.credentialsFor(API);

        assertThat(strategy.refreshes).hasValue(3);
    }

    @Test
    void areWrittenAndReadAgain() {
        var service = Service.custom("Frugal")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .withLimits(THREE_IN_TEN_MINUTES);

        assertThat(Service.fromJson(service.toJson(), Map.of()).limits()).contains(THREE_IN_TEN_MINUTES);
        assertThat(THREE_IN_TEN_MINUTES.inWords())
                .contains("3 access tokens in 10 minutes", "15 work at a time", "20 times");
        assertThat(new TokenLimits(1, Duration.ofSeconds(30), 0, 0).inWords())
                .isEqualTo("1 access token in 30 seconds for one refresh token");
    }

    @Test
    void refuseWhatIsNoLimit() {
        var none = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> new TokenLimits(0, Duration.ofMinutes(1), 0, 0));
        var negative = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> new TokenLimits(1, Duration.ofMinutes(1), -1, 0));

        assertThat(none.code()).isEqualTo("limits_malformed");
        assertThat(none).hasMessageContaining("10 in PT10M");
        assertThat(negative).hasMessageContaining("state 0 if nobody says");
    }
}
