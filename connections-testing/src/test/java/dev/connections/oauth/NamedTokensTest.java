package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.Connection;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.TransientConnectionException;
import dev.connections.spi.ConnectionStore;
import dev.connections.store.EveryStore;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slack's two tokens with rotation: 12 hours each, and a refresh token each that works once (QUIRKS, row 1). */
class NamedTokensTest {
    private static final String INSTALLED = """
            {"ok": true, "access_token": "bot-1", "refresh_token": "bot-r1", "expires_in": 43200, "token_type": "bot",
             "authed_user": {"access_token": "user-1", "refresh_token": "user-r1", "expires_in": 43200,
                             "token_type": "user", "scope": "search:read"}}""";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    @TempDir
    private Path directory;

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final OddProvider slack = new OddProvider();
    private Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        slack.close();
        connections.close();
    }

    private Service<RedirectFlow> service() {
        return Service.custom("Slack")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(slack.origin())
                .authentication(slack.withCodes()
                        .client("id", canary.secret())
                        .withTokenResponse(TokenResponseFormat.standard()
                                .withToken("user", "/authed_user/access_token")
                                .withTokenTypes("bot", "user")
                                .withSuccessAt("/ok", "true")
                                .withErrorMeaning("invalid_refresh_token", "invalid_grant")));
    }

    private Connections over(ConnectionStore store) {
        return Connections.builder().store(store).clock(clock).ticker(clock).build();
    }

    private ManagedConnection<RedirectFlow> installed(Connections over) {
        var connection = over.shared(service().connection("Slack"));
        slack.answer(INSTALLED);
        var unused = OddProvider.complete(connection, "");
        slack.received();
        return connection;
    }

    private String sent(Connection connection) {
        return connection
                .credentialsFor(slack.at("/api/chat.postMessage"))
                .revealHeaders()
                .get("Authorization");
    }

    private static String renewed(String kind, int generation) {
        return """
                {"ok": true, "access_token": "%1$s-%2$d", "refresh_token": "%1$s-r%2$d", "expires_in": 43200,
                 "token_type": "%1$s"}""".formatted(kind, generation);
    }

    @ParameterizedTest
    @EnumSource(EveryStore.class)
    void renewsEachTokenWithItsOwnRefreshTokenAndKeepsBothAcrossARestart(EveryStore store) throws IOException {
        ConnectionStore records = store.open(directory, clock);
        try (Connections first = over(records)) {
            var connection = installed(first);
            clock.advance(Duration.ofHours(13));
            slack.answer(renewed("user", 2)).answer(renewed("bot", 2));

            assertThat(sent(connection.token("user"))).isEqualTo("Bearer user-2");
            assertThat(sent(connection)).isEqualTo("Bearer bot-2");
        }
        assertThat(slack.received().form()).containsEntry("refresh_token", "user-r1");
        assertThat(slack.received().form()).containsEntry("refresh_token", "bot-r1");
        clock.advance(Duration.ofHours(13));
        slack.answer(renewed("bot", 3)).answer(renewed("user", 3));

        try (Connections second = over(records)) {
            var connection = second.shared(service().connection("Slack"));

            assertThat(sent(connection)).isEqualTo("Bearer bot-3");
            assertThat(sent(connection.token("user"))).isEqualTo("Bearer user-3");
        }
        assertThat(slack.received().form()).containsEntry("refresh_token", "bot-r2");
        assertThat(slack.received().form()).containsEntry("refresh_token", "user-r2");
    }

    @ParameterizedTest
    @EnumSource(EveryStore.class)
    void leavesTheOtherTokenAliveWhereOneIsDead(EveryStore store) throws IOException {
        connections = over(store.open(directory, clock));
        var connection = installed(connections);
        clock.advance(Duration.ofHours(13));
        slack.answer("{\"ok\": false, \"error\": \"invalid_refresh_token\"}").answer(renewed("bot", 2));

        var dead = catchThrowableOfType(ReauthorizationRequiredException.class, () -> sent(connection.token("user")));

        assertThat(dead.reason()).isEqualTo(Reason.REVOKED);
        assertThat(dead).hasMessageContaining("reconnect()");
        assertThat(sent(connection)).isEqualTo("Bearer bot-2");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(EveryStore.class)
    void backsOffForTheTokenWhoseRefreshFailedAlone(EveryStore store) throws IOException {
        connections = over(store.open(directory, clock));
        var connection = installed(connections);
        clock.advance(Duration.ofHours(13));
        slack.answer(503, "").answer(renewed("bot", 2));

        var away = catchThrowableOfType(TransientConnectionException.class, () -> sent(connection.token("user")));

        assertThat(away.code()).isEqualTo("service_unavailable");
        assertThat(sent(connection)).isEqualTo("Bearer bot-2");
    }

    @Test
    void renewsBothThroughMaintenance() {
        connections = Connections.builder().clock(clock).ticker(clock).build();
        var unused = installed(connections);
        clock.advance(Duration.ofDays(6).plusHours(23));
        assertThat(connections.refreshDue(10)).isZero();
        clock.advance(Duration.ofHours(2));
        slack.answer(renewed("bot", 2)).answer(renewed("user", 2));

        assertThat(connections.refreshDue(10)).isEqualTo(2);
    }

    @Test
    void letsTheUsersTokenOfAUserOnlyInstallationRenewItselfAtItsPlace() {
        connections = Connections.builder().clock(clock).ticker(clock).build();
        var connection = connections.shared(service().connection("Slack"));
        slack.answer("""
                {"ok": true, "authed_user": {"access_token": "user-1", "refresh_token": "user-r1", "expires_in": 43200,
                                             "token_type": "user"}}""");
        var unused = OddProvider.complete(connection, "");
        slack.received();
        clock.advance(Duration.ofHours(13));
        slack.answer(renewed("user", 2));

        assertThat(sent(connection)).isEqualTo("Bearer user-2");
        assertThat(slack.received().form())
                .containsAllEntriesOf(Map.of("grant_type", "refresh_token", "refresh_token", "user-r1"));
    }

    @Test
    void neverTakesTheOthersTokenOutOfARefreshResponse() {
        connections = Connections.builder().clock(clock).ticker(clock).build();
        var connection = installed(connections);
        clock.advance(Duration.ofHours(13));
        slack.answer(INSTALLED.replace("user-1", "user-2").replace("user-r1", "user-r2"));

        assertThat(sent(connection.token("user"))).isEqualTo("Bearer user-2");
    }
}
