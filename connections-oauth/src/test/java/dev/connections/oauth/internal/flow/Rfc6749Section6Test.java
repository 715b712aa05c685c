package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionProtocolException;
import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749, section 6: what a refresh sends, and what it keeps of the answer. */
class Rfc6749Section6Test {
    private static final StoredToken STORED = Tokens.withRefreshToken(Secret.of("r-1"));

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void sendsTheRefreshTokenAndNoScope() {
        refresh("{\"access_token\":\"a-2\"}");

        assertThat(server.onlyCall().uri()).isEqualTo(URI.create(Strategies.TOKEN));
        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("grant_type", "refresh_token", "refresh_token", "r-1"));
        assertThat(server.onlyCall().headers()).containsKey("Authorization");
    }

    @ParameterizedTest(name = "F-T25 {0}")
    @ValueSource(
            strings = {
                "{\"access_token\":\"a-2\"}",
                "{\"access_token\":\"a-2\",\"refresh_token\":\"\"}",
                "{\"access_token\":\"a-2\",\"refresh_token\":null}",
                "{\"access_token\":\"a-2\",\"refresh_token\":\"r-1\"}"
            })
    void keepsTheOldRefreshTokenWhenTheResponseOmitsIt(String body) {
        assertThat(renewed(body).refresh()).contains(Secret.of("r-1"));
    }

    @Test
    void takesTheNewRefreshTokenWhenTheServerRotatesIt() {
        StoredToken token = renewed("{\"access_token\":\"a-2\",\"refresh_token\":\"r-2\",\"expires_in\":60}");

        assertThat(token.refresh()).contains(Secret.of("r-2"));
        assertThat(token.access()).contains(Secret.of("a-2"));
        assertThat(token.obtainedAt()).isEqualTo(FakeContext.NOW);
        assertThat(token.expiresAt()).contains(FakeContext.NOW.plusSeconds(60));
    }

    @Test
    void forgetsTheOldExpiryWhenTheResponseOmitsIt() {
        assertThat(renewed("{\"access_token\":\"a-2\"}").expiresAt()).isEmpty();
    }

    @ParameterizedTest(name = "F-T26 {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"access_token\":\"a\"}|read write",
                "{\"access_token\":\"a\",\"scope\":\"read\"}|read",
                "{\"access_token\":\"a\",\"scope\":\"\"}|~~",
                "{\"access_token\":\"a\",\"scope\":\"read all\"}|read all"
            })
    void keepsTheScopeThatHoldsNow(String body, String scope) {
        assertThat(renewed(body).scope()).contains(scope);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void takesAnySuccessForSuccess(int status) {
        server.json(status, "{\"access_token\":\"a-2\"}");

        assertThat(outcome(Strategies.acme())).isInstanceOf(Outcome.Renewed.class);
    }

    @ParameterizedTest(name = "F-T28/30 {0}")
    @ValueSource(
            strings = {
                "{\"access_token\":\"a\\r\\nb\",\"refresh_token\":\"r-2\"}",
                "{\"access_token\":42,\"refresh_token\":\"r-2\"}",
                "{\"access_token\":\"a\",\"access_token\":\"b\",\"refresh_token\":\"r-2\"}",
                "{\"refresh_token\":\"r-2\"}"
            })
    void savesTheRotatedRefreshTokenOfAnAnswerThatIsOtherwiseUseless(String body) {
        StoredToken token = renewed(body);

        assertThat(token.refresh()).contains(Secret.of("r-2"));
        assertThat(token.access()).isEmpty();
        assertThat(token.expiresAt()).contains(FakeContext.NOW.plusSeconds(30));
    }

    @ParameterizedTest(name = "F-T28/30 {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"access_token\":\"a\\r\\nb\"}|unusable_token",
                "{\"access_token\":\"a\",\"access_token\":\"b\"}|unusable_token",
                "{\"access_token\":\"\",\"refresh_token\":\"r-1\"}|unusable_token",
                "{\"token_type\":\"Bearer\"}|token_missing",
                "{}|token_missing"
            })
    void knowsNotTheOutcomeOfAnAnswerWithoutTokens(String body, String code) {
        var failed = (Outcome.Failed<OAuth2Token>) refresh(body);

        assertThat(failed.outcomeUnknown()).isTrue();
        assertThat(failed.failure()).isInstanceOf(ConnectionProtocolException.class);
        assertThat(failed.failure().code()).isEqualTo(code);
        assertThat(failed.failure()).hasMessageContaining("; ").hasMessageNotContaining("r-1");
    }

    @Test
    void storesATokenOfUnknownTypeThatItWillNotUse() {
        StoredToken token = renewed("{\"access_token\":\"a-2\",\"token_type\":\"mac\",\"refresh_token\":\"r-2\"}");

        assertThat(token.refresh()).contains(Secret.of("r-2"));
        assertThat(token.type()).isEqualTo("mac");
    }

    @Test
    void writesRefreshRequestsInTheirOwnFormat() {
        OAuth2Strategy<?> strategy = Strategies.acme()
                .withTokenRequest(TokenRequestFormat.form().withParameter("leg", "code"))
                .withRefreshRequest(TokenRequestFormat.form().withParameter("leg", "refresh"));
        server.json(200, "{\"access_token\":\"a-2\"}");

        outcome(strategy);

        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("leg", "refresh");
    }

    @Test
    void writesRefreshRequestsLikeTokenRequestsUnlessToldOtherwise() {
        OAuth2Strategy<?> strategy =
                Strategies.acme().withTokenRequest(TokenRequestFormat.form().renaming("refresh_token", "token"));
        server.json(200, "{\"access_token\":\"a-2\"}");

        outcome(strategy);

        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("token", "r-1");
    }

    @Test
    void rejectsWithoutACallWhereThereIsNoRefreshToken() {
        var outcome = Strategies.acme()
                .refresher()
                .orElseThrow()
                .refresh(Tokens.withoutRefreshToken(), FakeContext.of(Strategies.acme(), server));

        assertThat(((Outcome.Rejected<OAuth2Token>) outcome).code()).isEqualTo(Refresher.NO_REFRESH_TOKEN);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void knowsThatARefreshTokenIsSentOnce() {
        Refresher<OAuth2Token> refresher = Strategies.acme().refresher().orElseThrow();

        assertThat(refresher.rotates(STORED)).isTrue();
        assertThat(refresher.rotates(Tokens.withoutRefreshToken())).isFalse();
    }

    @Test
    void leavesTheMarginToTheSdkUnlessTheDefinitionStatesOne() {
        assertThat(validity(Strategies.acme(), STORED).margin()).isEmpty();
        assertThat(validity(Strategies.acme().withRefreshMargin(Duration.ofMinutes(1)), STORED)
                        .margin())
                .contains(Duration.ofMinutes(1));
    }

    @Test
    void neverRenewsATokenAllTheTime() {
        OAuth2Strategy<?> strategy = Strategies.acme().withRefreshMargin(Duration.ofHours(5));

        assertThat(validity(strategy, STORED).margin()).contains(Duration.ofMinutes(30));
    }

    @Test
    void usesATokenThatCannotBeRenewedToItsEnd() {
        OAuth2Strategy<?> strategy = Strategies.acme().withRefreshMargin(Duration.ofMinutes(1));

        assertThat(validity(strategy, Tokens.withoutRefreshToken()).margin()).contains(Duration.ZERO);
    }

    @Test
    void refreshesANamedTokenFromWhereverTheServerPutsIt() {
        OAuth2Strategy<?> strategy = Strategies.acme()
                .withTokenResponse(TokenResponseFormat.standard().withToken("user", "/authed_user/access_token"));
        StoredToken user = new StoredToken(
                "user",
                STORED.access(),
                STORED.refresh(),
                "",
                FakeContext.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        server.json(200, "{\"access_token\":\"top\",\"authed_user\":{\"id\":\"U1\"}}");
        server.json(200, "{\"access_token\":\"bot\",\"authed_user\":{\"access_token\":\"nested\"}}");

        assertThat(access(strategy, user)).isEqualTo("top");
        assertThat(access(strategy, user)).isEqualTo("nested");
    }

    private String access(OAuth2Strategy<?> strategy, StoredToken token) {
        var outcome = strategy.refresher().orElseThrow().refresh(token, FakeContext.of(strategy, server));
        return ((StoredToken) ((Outcome.Renewed<OAuth2Token>) outcome).credential())
                .access()
                .orElseThrow()
                .reveal();
    }

    private static Refresher.Validity validity(OAuth2Strategy<?> strategy, StoredToken token) {
        return strategy.refresher().orElseThrow().validity(token);
    }

    private StoredToken renewed(String body) {
        return (StoredToken) ((Outcome.Renewed<OAuth2Token>) refresh(body)).credential();
    }

    private Outcome<OAuth2Token> refresh(String body) {
        server.json(200, body);
        return outcome(Strategies.acme());
    }

    private Outcome<OAuth2Token> outcome(OAuth2Strategy<?> strategy) {
        return strategy.refresher().orElseThrow().refresh(STORED, FakeContext.of(strategy, server));
    }
}
