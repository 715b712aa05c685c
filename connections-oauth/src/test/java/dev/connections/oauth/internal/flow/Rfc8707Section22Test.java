package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.internal.definition.OAuth2Definition;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import dev.connections.spi.Refresher.Outcome.Failed;
import dev.connections.spi.Refresher.Outcome.Renewed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A token for one resource, asked for with the refresh token of all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2.2">RFC 8707, section 2.2</a>
 */
class Rfc8707Section22Test {
    private static final OAuth2Strategy<RedirectFlow> ACME = Strategies.acme()
            .withResources("https://cal.example.com")
            .withResourceToken("graph", "https://graph.example.com", "files", "mail")
            .withResourceToken("bare", "https://bare.example.com")
            .withScopeToken("scoped", "https://graph.example.com/.default");

    private final ScriptedServer server = new ScriptedServer();

    private static Refresher<OAuth2Token> refresher() {
        return ACME.refresher().orElseThrow();
    }

    private Outcome<OAuth2Token> derived(String name) {
        return derived(Tokens.withRefreshToken(Secret.of("r-1-s3cr3t")), name);
    }

    private Outcome<OAuth2Token> derived(StoredToken main, String name) {
        return refresher().derive(main, name, FakeContext.of(ACME, server, "read"));
    }

    private static StoredToken derived(Outcome<OAuth2Token> outcome) {
        return (StoredToken) ((Renewed<OAuth2Token>) outcome).derived().orElseThrow();
    }

    private static StoredToken main(Outcome<OAuth2Token> outcome) {
        return (StoredToken) ((Renewed<OAuth2Token>) outcome).credential();
    }

    @Test
    void asksForTheOneResourceAndItsScopes() {
        server.json(200, "{\"access_token\":\"g-1\",\"expires_in\":60}");

        Outcome<OAuth2Token> outcome = derived("graph");

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("resource", "https://graph.example.com")
                .containsEntry("scope", "files mail");
        assertThat(derived(outcome).access()).contains(Secret.of("g-1"));
        assertThat(derived(outcome).refresh()).isEmpty();
        assertThat(main(outcome)).isEqualTo(Tokens.withRefreshToken(Secret.of("r-1-s3cr3t")));
    }

    @Test
    void leavesScopesOutWhereNoneAreStated() {
        server.json(200, "{\"access_token\":\"g-1\"}");

        var unused = derived("bare");

        assertThat(ScriptedServer.form(server.onlyCall())).doesNotContainKey("scope");
    }

    @Test
    void knowsTheResourceByItsScopesWhereTheServerDoes() {
        server.json(200, "{\"access_token\":\"g-1\"}");

        var unused = derived("scoped");

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("scope", "https://graph.example.com/.default")
                .doesNotContainEntry("resource", "");
    }

    @Test
    void keepsARotatedRefreshTokenWithTheMainOne() {
        server.json(200, "{\"access_token\":\"g-1\",\"refresh_token\":\"r-2\"}");

        Outcome<OAuth2Token> outcome = derived("graph");

        assertThat(main(outcome).refresh()).contains(Secret.of("r-2"));
        assertThat(main(outcome).access()).contains(Secret.of("a-1"));
        assertThat(derived(outcome).refresh()).isEmpty();
    }

    @Test
    void keepsARotatedRefreshTokenEvenWhereTheRestCannotBeUsed() {
        server.json(200, "{\"access_token\":\"g\\n1\",\"refresh_token\":\"r-2\"}");

        Outcome<OAuth2Token> outcome = derived("graph");

        assertThat(main(outcome).refresh()).contains(Secret.of("r-2"));
        assertThat(((Renewed<OAuth2Token>) outcome).derived()).isEmpty();
    }

    @Test
    void saysThatTheResourceIsNotPermitted() {
        server.json(400, "{\"error\":\"invalid_target\"}");

        var failed = (Outcome.Failed<OAuth2Token>) derived("graph");

        assertThat(failed.failure()).isInstanceOf(ConnectionConfigurationException.class);
        assertThat(failed.failure().code()).isEqualTo("invalid_target");
        assertThat(failed.failure())
                .hasMessageContaining("for the token \"graph\"")
                .hasMessageContaining("ask for a resource")
                .hasMessageNotContaining("s3cr3t");
        assertThat(failed.outcomeUnknown()).isFalse();
    }

    @Test
    void doesNotKnowWhatBecameOfTheRefreshTokenInAnOutage() {
        server.json(503, "");

        assertThat(((Outcome.Failed<OAuth2Token>) derived("graph")).outcomeUnknown())
                .isTrue();
    }

    @Test
    void takesTheWordForTheMainToken() {
        server.json(400, "{\"error\":\"invalid_grant\"}");

        assertThat(derived("graph")).isInstanceOf(Outcome.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS65001: the user has not consented\"}",
                "{\"error\":\"consent_required\"}"
            })
    void endsNoAccountForAResourceThatLacksConsent(String answer) {
        server.json(400, answer);

        Outcome<OAuth2Token> outcome = derived("graph");

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(((Failed<OAuth2Token>) outcome).outcomeUnknown()).isFalse();
    }

    @Test
    void spendsTheRefreshTokenWhereRefreshesGo() {
        OAuth2Strategy<RedirectFlow> strategy =
                ACME.withRefreshRequest(TokenRequestFormat.form().withEndpoint("https://acme.example/refresh"));
        server.json(200, "{\"access_token\":\"g-1\"}");
        FakeContext context = FakeContext.of(strategy, server, "read");

        var unused = strategy.refresher()
                .orElseThrow()
                .derive(Tokens.withRefreshToken(Secret.of("r-1-s3cr3t")), "graph", context);

        assertThat(server.onlyCall().uri()).hasToString("https://acme.example/refresh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope", "resource"})
    void refusesAFixedParameterThatEveryTokenWouldBeMadeFor(String name) {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> ACME.withRefreshRequest(TokenRequestFormat.form().withParameter(name, "x")));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(refusal).hasMessageContaining("every token would be made for");
    }

    @Test
    void asksForARefreshTokenWhereThereIsNone() {
        var failed = (Outcome.Failed<OAuth2Token>) derived(Tokens.withoutRefreshToken(), "graph");

        assertThat(failed.failure().code()).isEqualTo("token_not_derivable");
        assertThat(failed.failure()).hasMessageContaining("offline_access");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void tellsATokenOfAnotherDescription() {
        server.json(200, "{\"access_token\":\"g-1\"}");
        StoredToken graph = derived(derived("graph"));
        var others = Strategies.acme()
                .withResourceToken("graph", "https://graph.example.com", "files")
                .refresher()
                .orElseThrow();

        assertThat(refresher().describes("graph", graph)).isTrue();
        assertThat(refresher().describes("bare", graph)).isFalse();
        assertThat(others.describes("graph", graph)).isFalse();
    }

    @Test
    void staysTheSameInTheStore() {
        var read = OAuth2Definition.of(ACME.settings());

        assertThat(DefinedStrategy.of(read)).isEqualTo(ACME);
    }

    @ParameterizedTest
    @CsvSource({
        "default, https://a.example, read, token_unknown",
        "Graph, https://a.example, read, token_unknown",
        "graph, /relative, read, resource_malformed",
        "graph, https://a.example#x, read, resource_malformed",
        "graph, https://a.example, a b, scope_malformed"
    })
    void refusesWhatCannotBeSent(String name, String resource, String scope, String code) {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> Strategies.acme().withResourceToken(name, resource, scope));

        assertThat(failure.code()).isEqualTo(code);
    }

    @Test
    void isForGrantsWithARefreshToken() {
        var failure = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> Strategies.robot().withResourceToken("graph", "https://a.example"));

        assertThat(failure.code()).isEqualTo("option_not_applicable");
        assertThat(failure).hasMessageContaining("declare a connection for each resource");
    }
}
