package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.RedirectFlow;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Authorization requests that are pushed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2">RFC 9126, sections 2, 4 and 5</a>
 */
class Rfc9126Section2Test {
    private static final String PUSH = "https://acme.example/oauth/par";
    private static final String PUSHED = "{\"request_uri\":\"urn:example:bwc4JK&x\",\"expires_in\":90}";

    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<RedirectFlow> acme() {
        return Strategies.acme()
                .withPushedAuthorizationRequests(PUSH)
                .withAuthorizationParameter("access_type", "offline");
    }

    private AuthorizationRequest begin(OAuth2Strategy<RedirectFlow> strategy) {
        return strategy.flow(FakeContext.of(strategy, server, "a", "b")).begin(Strategies.CALLBACK);
    }

    private ConnectionException failure(OAuth2Strategy<RedirectFlow> strategy) {
        return catchThrowableOfType(ConnectionException.class, () -> begin(strategy));
    }

    @Test
    void pushesTheWholeRequestAsTheClient() {
        server.json(201, PUSHED);

        AuthorizationRequest request = begin(acme());

        Map<String, String> form = ScriptedServer.form(server.onlyCall());
        assertThat(server.onlyCall().uri()).isEqualTo(URI.create(PUSH));
        assertThat(ScriptedServer.headers(server.onlyCall())).containsKey("Authorization");
        assertThat(form)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "client-id")
                .containsEntry("redirect_uri", Strategies.CALLBACK)
                .containsEntry("scope", "a b")
                .containsEntry("state", request.state())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("access_type", "offline")
                .doesNotContainKeys("request_uri", "client_secret");
        assertThat(form.get("code_challenge")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void letsTheBrowserCarryNothingButAReference() {
        server.json(201, PUSHED);

        AuthorizationRequest request = begin(acme());

        assertThat(request.uri())
                .isEqualTo(URI.create(
                        Strategies.AUTHORIZE + "?client_id=client-id&request_uri=urn%3Aexample%3Abwc4JK%26x"));
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "'\"30\"', 30", "-1, 60", "99999, 600", "null, 60"})
    void endsWithTheReference(String expiresIn, int seconds) {
        server.json(201, PUSHED.replace("90", expiresIn));

        assertThat(begin(acme()).expiresAt()).isEqualTo(FakeContext.NOW.plusSeconds(seconds));
    }

    @Test
    void pushesAgainForEachRequest() {
        server.json(201, PUSHED).json(201, PUSHED.replace("bwc4JK", "other"));

        assertThat(begin(acme()).uri()).isNotEqualTo(begin(acme()).uri());
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void completesWithTheVerifierOfWhatWasPushed() {
        server.json(200, PUSHED).json(200, "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}");
        var strategy = acme();
        var context = FakeContext.of(strategy, server);
        AuthorizationRequest request = strategy.flow(context).begin(Strategies.CALLBACK);

        var unused = strategy.flow(context)
                .complete(URI.create(Strategies.CALLBACK + "?code=c&state=" + request.state()), request.state());

        assertThat(ScriptedServer.form(server.calls().get(1)))
                .containsEntry("redirect_uri", Strategies.CALLBACK)
                .containsKey("code_verifier");
    }

    @Test
    void obeysAServerThatDemandsIt() {
        server.json(200, """
                        {"issuer": "https://acme.example", "authorization_endpoint": "https://acme.example/authorize",
                         "token_endpoint": "https://acme.example/token", "require_pushed_authorization_requests": true,
                         "pushed_authorization_request_endpoint": "https://acme.example/par"}""").json(201, PUSHED);

        AuthorizationRequest request = begin(discovered());

        assertThat(server.calls().get(1).uri()).isEqualTo(URI.create("https://acme.example/par"));
        assertThat(request.uri().getRawQuery()).startsWith("client_id=").contains("&request_uri=");
    }

    @Test
    void leavesItWhereTheServerOnlyOffersIt() {
        server.json(200, """
                {"issuer": "https://acme.example", "authorization_endpoint": "https://acme.example/authorize",
                 "token_endpoint": "https://acme.example/token",
                 "pushed_authorization_request_endpoint": "https://acme.example/par"}""");

        assertThat(begin(discovered()).uri().getRawQuery()).contains("code_challenge=");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void refusesMetadataThatDemandsItWithoutAnEndpoint() {
        server.json(200, """
                {"issuer": "https://acme.example", "authorization_endpoint": "https://acme.example/authorize",
                 "token_endpoint": "https://acme.example/token", "require_pushed_authorization_requests": true}""");

        assertThat(failure(discovered()).code()).isEqualTo("metadata_malformed");
    }

    private static OAuth2Strategy<RedirectFlow> discovered() {
        return OAuth2.authorizationCode().issuer("https://acme.example").client("id", Strategies.CLIENT_SECRET);
    }

    @Test
    void neverFallsBackToTheBrowserWhenItIsRefused() {
        server.json(400, "{\"error\":\"invalid_request\",\"error_description\":\"redirect_uri is unknown\"}");

        ConnectionException refusal = failure(acme());

        assertThat(refusal).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(refusal.code()).isEqualTo("redirect_uri_not_registered");
        assertThat(refusal).hasMessageContaining(Strategies.CALLBACK).hasMessageContaining(PUSH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"request_uri\":\"\"}", "{\"request_uri\":\"a b\"}", "[]", "nothing"})
    void refusesAnAnswerWithoutReference(String answer) {
        server.json(201, answer);

        ConnectionException refusal = failure(acme());

        assertThat(refusal).isInstanceOf(ConnectionProtocolException.class).hasMessageContaining("report it");
        assertThat(refusal.code()).isEqualTo("request_uri_missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 405})
    void tellsOtherRefusalsBeforeAnybodyIsRedirected(int status) {
        server.json(status, "{}");

        assertThat(failure(acme()))
                .isInstanceOf(ConnectionProtocolException.class)
                .hasMessageContaining("HTTP " + status);
    }

    @Test
    void storesNothingWhenTheServerIsDown() {
        server.json(503, "");
        var strategy = acme();
        var context = FakeContext.of(strategy, server);

        var later = catchThrowableOfType(
                TransientConnectionException.class, () -> strategy.flow(context).begin(Strategies.CALLBACK));

        assertThat(later.code()).isEqualTo("service_unavailable");
        assertThat(context.pendingFlows()).isEmpty();
    }

    @Test
    void readsBackFromItsSettings() {
        assertThat(new OAuth2StrategyProvider().create(acme().settings())).isEqualTo(acme());
        assertThat(acme().facts()).containsEntry("pushed_authorization_request_endpoint", PUSH);
    }

    @Test
    void isRefusedWhereThereIsNoBrowser() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Strategies.robot().withPushedAuthorizationRequests(PUSH));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
    }
}
