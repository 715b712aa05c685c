package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.FakeContext.NOW;
import static dev.connections.oauth.Strategies.CALLBACK;
import static dev.connections.oauth.Strategies.acme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.RedirectFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRenewal;
import dev.connections.oauth.TokenRenewal.Rotation;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.oauth.internal.token.StoredTokenCodec;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How servers renew tokens otherwise than RFC 6749 says (QUIRKS, rows 7–10, 13, 17, 29, 39, 42). */
class RenewalTest {
    private static final String BOTH = """
            {"access_token": "a-1", "refresh_token": "r-1", "token_type": "bearer", "expires_in": 5184000}""";

    private final ScriptedServer server = new ScriptedServer();

    private OAuth2Token authorized(OAuth2Strategy<RedirectFlow> strategy, String response) {
        server.json(200, response);
        FakeContext context = FakeContext.of(strategy, server);
        String state = strategy.flow(context).begin(CALLBACK).state();
        strategy.flow(context).complete(URI.create(CALLBACK + "?code=c-1&state=" + state), state);
        return context.onlyGrant().tokens().get("default");
    }

    private Outcome<OAuth2Token> refresh(OAuth2Strategy<RedirectFlow> strategy, OAuth2Token token, Instant now) {
        return refresher(strategy)
                .refresh(token, FakeContext.of(strategy, server).at(now));
    }

    private static Refresher<OAuth2Token> refresher(OAuth2Strategy<RedirectFlow> strategy) {
        return strategy.refresher().orElseThrow();
    }

    private static StoredToken renewed(Outcome<OAuth2Token> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Renewed.class);
        return StoredTokenCodec.of(((Outcome.Renewed<OAuth2Token>) outcome).credential());
    }

    private static OAuth2Strategy<RedirectFlow> instagram() {
        return acme().withRenewal(TokenRenewal.byAccessToken().withEarliestAge(Duration.ofHours(24)))
                .withRefreshRequest(TokenRequestFormat.form()
                        .withEndpoint("https://graph.acme.example/refresh_access_token")
                        .withoutClientSecret()
                        .omitting("client_id")
                        .withParameter("grant_type", "ig_refresh_token")
                        .renaming("refresh_token", "access_token"));
    }

    @Test
    void exchangesTheAccessTokenItself() {
        OAuth2Token token = authorized(instagram(), "{\"access_token\": \"a-1\", \"expires_in\": 5184000}");
        server.json(200, "{\"access_token\": \"a-2\", \"expires_in\": 5184000}");

        StoredToken renewed = renewed(refresh(instagram(), token, NOW.plus(Duration.ofDays(50))));

        assertThat(renewed.access().orElseThrow().reveal()).isEqualTo("a-2");
        assertThat(renewed.refresh()).isEmpty();
        assertThat(ScriptedServer.form(server.calls().get(1)))
                .containsOnlyKeys("grant_type", "access_token")
                .containsEntry("access_token", "a-1");
    }

    @Test
    void renewsWhatNothingElseCanRenewWhileATenthOfItsLifeIsLeftAndNotBeforeItsAge() {
        OAuth2Token token = authorized(instagram(), "{\"access_token\": \"a-1\", \"expires_in\": 5184000}");

        var validity = refresher(instagram()).validity(token);

        assertThat(validity.margin()).contains(Duration.ofDays(6));
        assertThat(validity.earliestAge()).isEqualTo(Duration.ofHours(24));
        assertThat(refresher(instagram()).rotates(token)).isFalse();
        assertThat(refresher(instagram()).keepAliveBy(token)).contains(NOW.plus(Duration.ofDays(7)));
        assertThat(refresher(instagram()).lastsUntil(token)).contains(NOW.plus(Duration.ofDays(60)));
    }

    @Test
    void keepsAnAccessTokenThatRenewsItselfWhenAnAnswerHoldsARefreshTokenAlone() {
        OAuth2Token token = authorized(instagram(), "{\"access_token\": \"a-1\", \"expires_in\": 5184000}");
        server.json(200, "{\"refresh_token\": \"r-2\"}");

        var outcome = refresh(instagram(), token, NOW.plus(Duration.ofDays(50)));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed<OAuth2Token>) outcome).failure().code()).isEqualTo("token_missing");
    }

    @Test
    void keepsATokenThatIsOnlyExtendedWhenAnAnswerHoldsAnUnusableOne() {
        OAuth2Strategy<RedirectFlow> coros = acme().withRenewal(TokenRenewal.extendingBy(Duration.ofDays(30)));
        OAuth2Token token = authorized(coros, BOTH);
        server.json(200, "{\"access_token\": \"not\\nusable\", \"refresh_token\": \"r-2\"}");

        var outcome = refresh(coros, token, NOW.plus(Duration.ofDays(29)));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void takesALongerLifeForAnAnswerWithoutToken() {
        OAuth2Strategy<RedirectFlow> coros = acme().withRenewal(TokenRenewal.extendingBy(Duration.ofDays(30)))
                .withTokenResponse(TokenResponseFormat.standard().withSuccessAt("/result", "0000"));
        OAuth2Token token =
                authorized(coros, "{\"result\": \"0000\", \"access_token\": \"a-1\", \"refresh_token\": \"r-1\"}");
        server.json(200, "{\"result\": \"0000\", \"message\": \"OK\"}");
        Instant later = NOW.plus(Duration.ofDays(29));

        StoredToken extended = renewed(refresh(coros, token, later));

        assertThat(refresher(coros).validity(token).expiresAt()).contains(NOW.plus(Duration.ofDays(30)));
        assertThat(extended.access().orElseThrow().reveal()).isEqualTo("a-1");
        assertThat(extended.refresh().orElseThrow().reveal()).isEqualTo("r-1");
        assertThat(extended.expiresAt()).contains(later.plus(Duration.ofDays(30)));
        assertThat(refresher(coros).rotates(token)).isFalse();
    }

    @Test
    void extendsNothingWhereTheServerSaysNo() {
        OAuth2Strategy<RedirectFlow> coros = acme().withRenewal(TokenRenewal.extendingBy(Duration.ofDays(30)))
                .withTokenResponse(TokenResponseFormat.standard()
                        .withSuccessAt("/result", "0000")
                        .withErrorAt("/result")
                        .withErrorMeaning("1019", "invalid_grant"));
        server.json(200, "{\"result\": \"1019\", \"message\": \"token is invalid\"}");

        var outcome = refresh(coros, Tokens.withRefreshToken(dev.connections.Secret.of("r-1")), NOW);

        assertThat(outcome).isEqualTo(new Outcome.Rejected<OAuth2Token>("invalid_grant", "token is invalid"));
    }

    @Test
    void usesNoRefreshTokenOfAServerThatRenewsNothing() {
        OAuth2Strategy<RedirectFlow> never = acme().withRenewal(TokenRenewal.none());
        OAuth2Token token = authorized(never, BOTH);

        var outcome = refresh(never, token, NOW);

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected<OAuth2Token>) outcome).code()).isEqualTo(Refresher.NO_REFRESH_TOKEN);
        assertThat(server.calls()).hasSize(1);
        assertThat(refresher(never).validity(token).margin()).contains(Duration.ZERO);
        assertThat(refresher(never).keepAliveBy(token)).isEmpty();
    }

    @Test
    void repeatsTheRefreshOfATokenThatStays() {
        OAuth2Strategy<RedirectFlow> figma =
                acme().withRenewal(TokenRenewal.byRefreshToken().withRotation(Rotation.NEVER));

        assertThat(refresher(figma).rotates(authorized(figma, BOTH))).isFalse();
        assertThat(refresher(acme()).rotates(authorized(acme(), BOTH))).isTrue();
    }

    @Test
    void knowsWhenARefreshTokenEndsWhereNoResponseSaysIt() {
        OAuth2Strategy<RedirectFlow> books =
                acme().withRenewal(TokenRenewal.byRefreshToken().withRefreshTokenLifetime(Duration.ofDays(100)));
        OAuth2Token token = authorized(books, BOTH);
        server.json(200, BOTH.replace("r-1", "r-2")).json(200, BOTH.replace("r-1", "r-2"));
        Instant later = NOW.plus(Duration.ofDays(10));

        StoredToken renewed = renewed(refresh(books, token, later));
        StoredToken again = renewed(refresh(books, renewed, later.plus(Duration.ofDays(1))));

        assertThat(refresher(books).lastsUntil(token)).contains(NOW.plus(Duration.ofDays(100)));
        assertThat(refresher(books).lastsUntil(renewed)).contains(later.plus(Duration.ofDays(100)));
        assertThat(refresher(books).lastsUntil(again)).contains(later.plus(Duration.ofDays(100)));
    }

    @Test
    void letsNewRefreshTokensEndWithTheConsent() {
        OAuth2Strategy<RedirectFlow> linkedIn =
                acme().withRenewal(TokenRenewal.byRefreshToken().withConsentLifetime(Duration.ofDays(365)));
        OAuth2Token token = authorized(linkedIn, BOTH);
        server.json(200, BOTH.replace("r-1", "r-2"));

        StoredToken renewed = renewed(refresh(linkedIn, token, NOW.plus(Duration.ofDays(50))));

        assertThat(refresher(linkedIn).lastsUntil(renewed)).contains(NOW.plus(Duration.ofDays(365)));
    }

    @Test
    void renewsAgainstNoEndThatRenewingDoesNotMove() {
        OAuth2Strategy<RedirectFlow> linkedIn =
                acme().withRenewal(TokenRenewal.byRefreshToken().withConsentLifetime(Duration.ofDays(365)));
        OAuth2Token token = authorized(linkedIn, BOTH);
        server.json(200, BOTH.replace("r-1", "r-2")).json(200, BOTH.replace("r-1", "r-3"));
        Instant last = NOW.plus(Duration.ofDays(364));
        Instant past = NOW.plus(Duration.ofDays(366));

        StoredToken late = renewed(refresh(linkedIn, token, last));
        StoredToken over = renewed(refresh(linkedIn, late, past));

        assertThat(refresher(linkedIn).keepAliveBy(late)).contains(last.plus(Duration.ofDays(7)));
        assertThat(refresher(linkedIn).keepAliveBy(over)).contains(past.plus(Duration.ofDays(7)));
    }

    @Test
    void believesTheResponseFirst() {
        OAuth2Strategy<RedirectFlow> books =
                acme().withRenewal(TokenRenewal.byRefreshToken().withRefreshTokenLifetime(Duration.ofDays(100)));

        OAuth2Token token = authorized(
                books, "{\"access_token\": \"a\", \"refresh_token\": \"r\", \"x_refresh_token_expires_in\": 86400}");

        assertThat(refresher(books).lastsUntil(token)).contains(NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void refusesRulesThatCannotBe() {
        assertThat(code(() -> TokenRenewal.extendingBy(Duration.ZERO))).isEqualTo("duration_malformed");
        assertThat(code(() -> Strategies.robot().withRenewal(TokenRenewal.none())))
                .isEqualTo("option_not_applicable");
        assertThat(code(() -> acme().withScopeToken("graph", "x").withRenewal(TokenRenewal.byAccessToken())))
                .isEqualTo("option_not_applicable");
        assertThat(code(() -> TokenRenewal.byRefreshToken().withEarliestAge(Duration.ofHours(-1))))
                .isEqualTo("duration_malformed");
        assertThat(code(() -> TokenRenewal.byRefreshToken().withConsentLifetime(Duration.ZERO)))
                .isEqualTo("duration_malformed");
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ConnectionConfigurationException.class, call)
                .code();
    }
}
