package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static dev.connections.oauth.Strategies.acme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionProtocolException;
import dev.connections.RedirectFlow;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.RecordedRequest;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.Refresher.Outcome;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that name and place things otherwise than RFC 6749 (QUIRKS, rows 8, 11, 31–39, 48, 52). */
class DialectTest {
    private static final String TOKENS = """
            {"access_token": "a-1", "refresh_token": "r-1", "token_type": "bearer", "expires_in": 3600}""";

    private final ScriptedServer server = new ScriptedServer();

    private URI begin(AuthorizationRequestFormat format) {
        OAuth2Strategy<RedirectFlow> strategy = acme().withAuthorizationRequest(format);
        return strategy.flow(FakeContext.of(strategy, server, "a:read", "b"))
                .begin(CALLBACK)
                .uri();
    }

    private FakeContext complete(OAuth2Strategy<RedirectFlow> strategy, String query) {
        FakeContext context = FakeContext.of(strategy, server);
        String state = strategy.flow(context).begin(CALLBACK).state();
        strategy.flow(context).complete(URI.create(CALLBACK + "?" + query + "&state=" + state), state);
        return context;
    }

    private static ConnectionConfigurationException refused(ThrowingCallable call) {
        return catchThrowableOfType(ConnectionConfigurationException.class, call);
    }

    @Test
    void namesWhatTheServerNamesInAnotherWay() {
        URI uri = begin(AuthorizationRequestFormat.standard()
                .renaming("client_id", "appKey")
                .renaming("response_type", "responseType")
                .renaming("redirect_uri", "redirectUri")
                .renaming("scope", "advanced_scopes")
                .renaming("state", "customField")
                .renaming("code_challenge", "challenge"));

        assertThat(uri.getRawQuery())
                .startsWith("responseType=code&appKey=client-id&redirectUri=https%3A%2F%2Fapp.example.com%2Fcallback"
                        + "&advanced_scopes=a%3Aread%20b&customField=state-1&challenge=");
    }

    @Test
    void leavesOutWhatTheServerDoesNotWant() {
        URI uri = begin(AuthorizationRequestFormat.standard().omitting("response_type", "scope", "redirect_uri"));

        assertThat(uri.getRawQuery()).startsWith("client_id=client-id&state=state-1&code_challenge=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "client_id", "code_challenge"})
    void leavesInWithoutWhatNoRequestIsSafe(String name) {
        var refusal = refused(() -> AuthorizationRequestFormat.standard().omitting(name));

        assertThat(refusal.code()).isEqualTo("parameter_reserved");
        assertThat(refusal).hasMessageContaining("[redirect_uri, response_type, scope]");
    }

    @ParameterizedTest
    @CsvSource({"tenant, x", "client_id, ' '"})
    void renamesStandardParametersAlone(String standard, String actual) {
        var refusal = refused(() -> AuthorizationRequestFormat.standard().renaming(standard, actual));

        assertThat(refusal.code()).isEqualTo("parameter_unknown");
        assertThat(refusal).hasMessageContaining("rename one of [client_id,");
    }

    @Test
    void writesScopesAsTheyAreButForSignsThatWouldEndThem() {
        OAuth2Strategy<RedirectFlow> strategy = acme().withScopeDelimiter("+")
                .withAuthorizationRequest(AuthorizationRequestFormat.standard().withRawScopes());

        URI uri = strategy.flow(FakeContext.of(strategy, server, "a:read", "b&c"))
                .begin(CALLBACK)
                .uri();

        assertThat(uri.getRawQuery()).contains("&scope=a:read+b%26c&");
    }

    @Test
    void endsInAFragmentOrLetsThePagesRouterReadIt() {
        assertThat(begin(AuthorizationRequestFormat.standard().withFragment("wechat_redirect")))
                .hasFragment("wechat_redirect");
        assertThat(begin(AuthorizationRequestFormat.standard().withFragment("/oauth/authorize"))
                        .toString())
                .startsWith(Strategies.AUTHORIZE + "#/oauth/authorize?response_type=code&client_id=client-id&");
        assertThat(refused(() -> AuthorizationRequestFormat.standard().withFragment("a?b"))
                        .code())
                .isEqualTo("endpoint_malformed");
    }

    @Test
    void readsTheCodeUnderTheServersNameAndNoOther() {
        OAuth2Strategy<RedirectFlow> strategy = acme().withAuthorizationRequest(
                        AuthorizationRequestFormat.standard().receiving("code", "auth_code"));
        server.json(200, TOKENS);

        FakeContext context = complete(strategy, "auth_code=c-1&code=of-somebody-else");

        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("code", "c-1");
        assertThat(context.grants()).hasSize(1);
        assertThat(catchThrowableOfType(ConnectionProtocolException.class, () -> complete(strategy, "code=c-2"))
                        .code())
                .isEqualTo("code_missing");
    }

    @Test
    void sendsTheTokenInTheServicesOwnHeader() {
        OAuth2Strategy<RedirectFlow> strategy = acme().withTokenHeader("X-Shop-Token", "{token}");
        server.json(200, TOKENS);
        OAuth2Token token = complete(strategy, "code=c-1").onlyGrant().tokens().get("default");
        var request = new RecordedRequest();

        strategy.apply(token, request);

        assertThat(request.headers()).containsExactly(Map.entry("X-Shop-Token", "a-1"));
        assertThat(refused(() -> acme().withTokenHeader("Host", "{token}")).code())
                .isEqualTo("header_malformed");
        assertThat(refused(() -> acme().withTokenHeader("X-Shop-Token", "token"))
                        .code())
                .isEqualTo("header_malformed");
    }

    @Test
    void refreshesAtAnEndpointOfItsOwn() {
        OAuth2Strategy<RedirectFlow> strategy =
                acme().withRefreshRequest(TokenRequestFormat.form().withEndpoint("https://acme.example/refresh"));

        Call refresh = refreshed(strategy);

        assertThat(refresh.uri()).hasToString("https://acme.example/refresh");
        assertThat(ScriptedServer.form(refresh)).containsEntry("refresh_token", "r-1");
    }

    private Call refreshed(OAuth2Strategy<RedirectFlow> strategy) {
        server.json(200, TOKENS);
        server.json(200, TOKENS);
        FakeContext context = complete(strategy, "code=c-1");
        OAuth2Token token = context.onlyGrant().tokens().get("default");

        assertThat(strategy.refresher().orElseThrow().refresh(token, context)).isInstanceOf(Outcome.Renewed.class);
        return server.calls().get(server.calls().size() - 1);
    }

    @Test
    void redeemsCodesAtTheTokenEndpointAlone() {
        var elsewhere = refused(
                () -> acme().withTokenRequest(TokenRequestFormat.form().withEndpoint("https://acme.example/t")));
        var plain = refused(
                () -> acme().withRefreshRequest(TokenRequestFormat.form().withEndpoint("http://acme.example/refresh")));

        assertThat(elsewhere.code()).isEqualTo("option_not_applicable");
        assertThat(elsewhere).hasMessageContaining("withRefreshRequest");
        assertThat(plain.code()).isEqualTo("endpoint_not_https");
    }

    @Test
    void putsParametersIntoTheQueryOnlyWithAReason() {
        OAuth2Strategy<RedirectFlow> strategy = acme().withTokenRequest(TokenRequestFormat.form()
                .withDeviationGet("the token endpoint takes GET alone", "https://docs.acme.example"));
        server.json(200, TOKENS);

        complete(strategy, "code=c-1");

        Call call = server.onlyCall();
        assertThat(call.method()).isEqualTo("GET");
        assertThat(call.body()).isEmpty();
        assertThat(call.uri().toString()).startsWith(Strategies.TOKEN + "?").contains("&code=c-1&");
        assertThat(call.toString()).doesNotContain("c-1");
        assertThat(refused(() -> TokenRequestFormat.form().withDeviationGet(" ", "x"))
                        .code())
                .isEqualTo("deviation_unexplained");
    }

    @Test
    void exchangesAShortLivedTokenAtOnceAndRenewsTheLongLivedOneByItself() {
        OAuth2Strategy<RedirectFlow> strategy = acme().withTokenUpgrade(TokenRequestFormat.form()
                        .withEndpoint("https://graph.acme.example/access_token")
                        .withParameter("grant_type", "long_token")
                        .renaming("refresh_token", "access_token"))
                .withTokenResponse(TokenResponseFormat.standard()
                        .renaming("refresh_token", "access_token")
                        .withAccountId("/user_id"));
        server.json(200, "{\"access_token\": \"short\", \"user_id\": \"u-1\"}");
        server.json(200, "{\"access_token\": \"long\", \"expires_in\": 5184000}");
        server.json(200, "{\"access_token\": \"longer\", \"expires_in\": 5184000}");

        FakeContext context = complete(strategy, "code=c-1");
        OAuth2Token token = context.onlyGrant().tokens().get("default");
        var unused = strategy.refresher().orElseThrow().refresh(token, context);

        assertThat(ScriptedServer.form(server.calls().get(1)))
                .containsEntry("grant_type", "long_token")
                .containsEntry("access_token", "short");
        assertThat(ScriptedServer.form(server.calls().get(2))).containsEntry("refresh_token", "long");
        assertThat(context.onlyGrant().accountId()).contains("u-1");
    }

    @Test
    void storesNothingOfATokenThatCouldNotBeExchanged() {
        OAuth2Strategy<RedirectFlow> strategy = acme().withTokenUpgrade(TokenRequestFormat.form()
                .withEndpoint("https://graph.acme.example/access_token")
                .withParameter("grant_type", "long_token"));
        server.json(200, TOKENS);
        server.json(400, "{\"error\": \"invalid_client\"}");
        FakeContext context = FakeContext.of(strategy, server);
        String state = strategy.flow(context).begin(CALLBACK).state();

        var refusal = refused(
                () -> strategy.flow(context).complete(URI.create(CALLBACK + "?code=c-1&state=" + state), state));

        assertThat(refusal.code()).isEqualTo("invalid_client");
        assertThat(context.grants()).isEmpty();
    }

    @Test
    void keepsTheScopeOfTheFirstResponseWhereTheSecondIsSilent() {
        OAuth2Strategy<RedirectFlow> strategy = acme().withTokenUpgrade(TokenRequestFormat.form()
                .withEndpoint("https://graph.acme.example/access_token")
                .withParameter("grant_type", "long_token"));
        server.json(200, "{\"access_token\": \"short\", \"scope\": \"a\"}");
        server.json(200, "{\"access_token\": \"long\"}");
        FakeContext context = FakeContext.of(strategy, server, "a", "b");
        String state = strategy.flow(context).begin(CALLBACK).state();

        var unused = strategy.flow(context).complete(URI.create(CALLBACK + "?code=c-1&state=" + state), state);

        assertThat(context.onlyGrant().grantedScopes()).contains(Set.of("a"));
    }

    @Test
    void exchangesNoTokenThatSomethingElseIsBoundTo() {
        var refusal = refused(() -> acme().withDpop().withTokenUpgrade(TokenRequestFormat.form()));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(refusal).hasMessageContaining("is of the first token");
    }

    @Test
    void refusesWhatAGrantWithoutBrowserCannotUse() {
        var names = refused(() -> Strategies.robot()
                .withAuthorizationRequest(AuthorizationRequestFormat.standard().omitting("scope")));
        var upgrade = refused(() -> Strategies.robot().withTokenUpgrade(TokenRequestFormat.form()));

        assertThat(names.code()).isEqualTo("option_not_applicable");
        assertThat(upgrade.code()).isEqualTo("option_not_applicable");
        assertThat(upgrade).hasMessageContaining("withTokenUpgrade");
    }
}
