package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.token.StoredToken;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7009, section 2: how tokens are ended. */
class Rfc7009Section2Test {
    private static final OAuth2Strategy<?> ACME = Strategies.acme().withRevocationEndpoint(Strategies.REVOKE);
    private static final StoredToken STORED = Tokens.withRefreshToken(Secret.of("r-1-s3cr3t"));

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void endsTheRefreshTokenFirstAndThenTheAccessToken() {
        server.json(200, "").json(200, "");

        String answer = revoke(ACME, STORED);

        assertThat(answer).isEqualTo("refresh token revoked (HTTP 200), access token revoked (HTTP 200)");
        assertThat(server.calls()).extracting(call -> call.uri().toString()).containsOnly(Strategies.REVOKE);
        assertThat(server.calls())
                .extracting(ScriptedServer::form)
                .containsExactly(
                        Map.of("token", "r-1-s3cr3t", "token_type_hint", "refresh_token"),
                        Map.of("token", "a-1", "token_type_hint", "access_token"));
        assertThat(server.calls()).allSatisfy(call -> assertThat(call.headers()).containsKey("Authorization"));
    }

    @Test
    void endsTheAccessTokenAloneWhereThereIsNoOther() {
        server.json(200, "");

        assertThat(revoke(ACME, Tokens.withoutRefreshToken())).isEqualTo("access token revoked (HTTP 200)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_token", "token_revoked"})
    void takesADeadTokenForARevokedOne(String error) {
        server.json(400, "{\"error\":\"" + error + "\"}").json(200, "{\"ok\":false,\"error\":\"" + error + "\"}");

        assertThat(revoke(ACME, STORED)).contains("refresh token revoked", "access token revoked");
    }

    @Test
    void tellsThatTheTokenLivesOnWhereTheServerIsAway() {
        server.answering(503, Map.of("retry-after", List.of("60")), new byte[0]).json(200, "");

        assertThatThrownBy(() -> revoke(ACME, STORED))
                .isInstanceOfSatisfying(TransientConnectionException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("service_unavailable");
                    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(60));
                    assertThat(failure)
                            .hasMessageContaining("the revocation endpoint " + Strategies.REVOKE)
                            .hasMessageContaining("the revocation of the refresh token")
                            .hasMessageContaining("try again later");
                });
        assertThat(server.calls()).as("the access token is ended all the same").hasSize(2);
    }

    @Test
    void tellsThatATokenOfThisTypeCannotBeEnded() {
        server.json(400, "{\"error\":\"unsupported_token_type\"}").json(200, "");

        assertThatThrownBy(() -> revoke(ACME, STORED))
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, failure -> {
                    assertThat(failure.code()).isEqualTo("unsupported_token_type");
                    assertThat(failure).hasMessageContaining("the service's own pages");
                });
    }

    @Test
    void redactsTokensThatTheServerEchoes() {
        server.json(400, "{\"error\":\"nope\",\"error_description\":\"r-1-s3cr3t\"}")
                .json(200, "");

        assertThatThrownBy(() -> revoke(ACME, STORED))
                .isInstanceOf(ConnectionProtocolException.class)
                .hasMessageContaining("[redacted]")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void endsAnAccessTokenByItselfWhereTheServiceWantsIt() {
        OAuth2Strategy<?> strategy = Strategies.acme()
                .withRevocationByAccessToken("https://acme.example/2/auth/token/revoke")
                .withAuthorizationHeader("Acme {token}");
        server.json(200, "null");

        assertThat(revoke(strategy, STORED)).isEqualTo("access token revoked (HTTP 200)");
        assertThat(server.onlyCall().uri()).isEqualTo(URI.create("https://acme.example/2/auth/token/revoke"));
        assertThat(server.onlyCall().body()).isEmpty();
        assertThat(ScriptedServer.headers(server.onlyCall())).containsEntry("Authorization", "Acme a-1");
    }

    @Test
    void offersNoRevocationWithoutAnEndpoint() {
        assertThat(Strategies.acme().revoker()).isEmpty();
    }

    @Test
    void saysSoWhereTheMetadataNamesNoEndpoint() {
        OAuth2Strategy<?> strategy =
                OAuth2.authorizationCode().issuer("https://acme.example").publicClient("id");
        server.json(200, "{\"issuer\":\"https://acme.example\",\"token_endpoint\":\"https://acme.example/t\"}");

        assertThat(revoke(strategy, STORED)).contains("offers no revocation");
    }

    private String revoke(OAuth2Strategy<?> strategy, StoredToken token) {
        return strategy.revoker().orElseThrow().revoke(token, FakeContext.of(strategy, server));
    }
}
