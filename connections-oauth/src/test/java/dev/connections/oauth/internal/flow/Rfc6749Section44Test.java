package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.Capture;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 6749, section 4.4: client credentials, where renewing is asking again. */
class Rfc6749Section44Test {
    private final ScriptedServer server = new ScriptedServer();

    @Test
    void asksInTheClientsNameForTheDeclaredScopes() {
        FakeContext context =
                FakeContext.of(Strategies.robot(), server.json(200, "{\"access_token\":\"a-1\"}"), "read", "write");

        Strategies.robot().flow(context).grant();

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("grant_type", "client_credentials", "scope", "read write"));
        assertThat(ScriptedServer.headers(server.onlyCall())).containsKey("Authorization");
        assertThat(((StoredToken) context.onlyGrant().tokens().get("default")).access())
                .contains(Secret.of("a-1"));
    }

    @Test
    void sendsNoScopeWhereNoneIsDeclared() {
        FakeContext context = FakeContext.of(Strategies.robot(), server.json(200, "{\"access_token\":\"a-1\"}"));

        Strategies.robot().flow(context).grant();

        assertThat(ScriptedServer.form(server.onlyCall())).doesNotContainKey("scope");
    }

    @Test
    void asksAgainInsteadOfUsingARefreshToken() {
        server.json(200, "{\"access_token\":\"a-2\",\"expires_in\":60}");

        var outcome = refresh(Tokens.withoutRefreshToken());

        assertThat(((StoredToken) ((Outcome.Renewed<OAuth2Token>) outcome).credential()).access())
                .contains(Secret.of("a-2"));
        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("grant_type", "client_credentials");
    }

    @Test
    void mayAskAsOftenAsItLikes() {
        Refresher<OAuth2Token> refresher = Strategies.robot().refresher().orElseThrow();

        assertThat(refresher.rotates(Tokens.withRefreshToken(Secret.of("r-1")))).isFalse();
        assertThat(refresher.validity(Tokens.withoutRefreshToken()).margin()).isEmpty();
    }

    @Test
    void losesNothingByAnAnswerThatNeverCame() {
        server.answering(500, "text/html", "<p>");

        assertThat(((Outcome.Failed<OAuth2Token>) refresh(Tokens.withoutRefreshToken())).outcomeUnknown())
                .isFalse();
    }

    @Test
    void takesNoRefusalForTheEndOfAConnection() {
        server.json(400, "{\"error\":\"invalid_grant\"}");

        assertThat(refresh(Tokens.withoutRefreshToken())).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void saysWhatToCheckWhereTheClientIsRefused() {
        server.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"client-s3cr3t is wrong\"}");
        FakeContext context = FakeContext.of(Strategies.robot(), server, "read");

        assertThatThrownBy(() -> Strategies.robot().flow(context).grant())
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("invalid_client");
                    assertThat(refused)
                            .hasMessageContaining("refused the client credentials")
                            .hasMessageContaining("check the client id and client secret")
                            .hasMessageNotContaining("s3cr3t");
                });
        assertThat(context.grants()).isEmpty();
    }

    @Test
    void capturesFromItsResponse() {
        OAuth2Strategy<UnattendedFlow> strategy = Strategies.robot()
                .withCapture(Capture.fromTokenResponse("/instance_url")
                        .withHost("*.acme.example")
                        .withResourceServer());
        FakeContext context = FakeContext.of(
                strategy, server.json(200, "{\"access_token\":\"a\",\"instance_url\":\"https://na1.acme.example\"}"));

        strategy.flow(context).grant();

        assertThat(context.onlyGrant().resourceServers()).containsExactly("https://na1.acme.example");
    }

    private Outcome<OAuth2Token> refresh(StoredToken token) {
        return Strategies.robot().refresher().orElseThrow().refresh(token, FakeContext.of(Strategies.robot(), server));
    }
}
