package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.spi.AuthClient.Call;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Resource indicators.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2">RFC 8707, section 2</a>
 */
class Rfc8707Section2Test {
    private static final String TOKEN =
            "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"refresh_token\":\"rt\",\"expires_in\":60}";
    private static final String ENCODED =
            "&resource=https%3A%2F%2Fcal.example.com%2F&resource=https%3A%2F%2Fcontacts.example.com%2Fv1%3Fa%3Db";

    private final ScriptedServer server = new ScriptedServer();

    private static <F extends dev.connections.AuthorizationFlow> OAuth2Strategy<F> forTwo(OAuth2Strategy<F> strategy) {
        return strategy.withResources("https://cal.example.com/", "https://contacts.example.com/v1?a=b");
    }

    private static String body(Call call) {
        return call.body().orElseThrow().reveal();
    }

    @Test
    void asksTheBrowserForEveryResource() {
        var strategy = forTwo(Strategies.acme());

        var request = strategy.flow(FakeContext.of(strategy, server)).begin(Strategies.CALLBACK);

        assertThat(request.uri().getRawQuery()).contains(ENCODED);
    }

    @Test
    void asksTheTokenEndpointForEveryResourceAtFirstAndLater() {
        server.json(200, TOKEN).json(200, TOKEN);
        var strategy = forTwo(Strategies.acme());
        var context = FakeContext.of(strategy, server);
        var request = strategy.flow(context).begin(Strategies.CALLBACK);
        var unused = strategy.flow(context)
                .complete(URI.create(Strategies.CALLBACK + "?code=c&state=" + request.state()), request.state());

        var outcome = strategy.refresher()
                .orElseThrow()
                .refresh(context.onlyGrant().tokens().get("default"), context);

        assertThat(outcome).isNotNull();
        assertThat(server.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(body(call)).endsWith(ENCODED));
    }

    @Test
    void pushesEveryResource() {
        server.json(201, "{\"request_uri\":\"urn:r\",\"expires_in\":60}");
        var strategy = forTwo(Strategies.acme().withPushedAuthorizationRequests("https://acme.example/par"));

        var unused = strategy.flow(FakeContext.of(strategy, server)).begin(Strategies.CALLBACK);

        assertThat(body(server.onlyCall())).endsWith(ENCODED);
    }

    @Test
    void asksForAResourceWithoutABrowserToo() {
        server.json(200, TOKEN);
        var strategy = Strategies.robot().withResources("urn:example:backend");

        var unused = strategy.flow(FakeContext.of(strategy, server)).grant();

        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("resource", "urn:example:backend");
    }

    @Test
    void asksForNothingWhenATokenIsEnded() {
        server.json(200, TOKEN).json(200, "").json(200, "");
        var strategy = forTwo(Strategies.robot()).withRevocationEndpoint(Strategies.REVOKE);
        var context = FakeContext.of(strategy, server);
        var unused = strategy.flow(context).grant();

        var answer = strategy.revoker()
                .orElseThrow()
                .revoke(context.onlyGrant().tokens().get("default"), context);

        assertThat(answer).isNotEmpty();
        assertThat(body(server.calls().get(1))).doesNotContain("resource");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/relative", "https://api.example.com/#fragment", "https://api.example.com/a b"})
    void refusesWhatIsNoResource(String resource) {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> Strategies.acme().withResources(resource));

        assertThat(refusal.code()).isEqualTo("resource_malformed");
        assertThat(refusal).hasMessageContaining("absolute URI without fragment");
    }

    @Test
    void refusesSeveralResourcesInAJsonRequest() {
        var json = Strategies.acme().withTokenRequest(TokenRequestFormat.json());

        var refusal = catchThrowableOfType(ConnectionConfigurationException.class, () -> forTwo(json));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
    }

    @Test
    void readsBackFromItsSettings() {
        var strategy = forTwo(Strategies.acme());

        assertThat(new OAuth2StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
    }
}
