package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.RedirectFlow;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RULES F6 and F8: what goes wrong at the first connect says what to change, with the values to change. */
class FirstConnectErrorsTest {
    private static final String SETTINGS =
            "check the client id and client secret in the service's developer settings, and"
                    + " that these scopes are enabled there: read, write";

    private final ScriptedServer server = new ScriptedServer();

    @ParameterizedTest(name = "F8 {0}")
    @ValueSource(strings = {"invalid_client", "unauthorized_client", "invalid_scope"})
    void listsWhatToCheckWhereTheTokenEndpointRefuses(String error) {
        server.json(400, "{\"error\":\"" + error + "\"}");

        ConnectionException failure = exchanged(ConnectionConfigurationException.class);

        assertThat(failure.code()).isEqualTo(error);
        assertThat(failure).hasMessageContaining(SETTINGS).hasMessageContaining("refused the authorization code");
    }

    @ParameterizedTest(name = "F8 {0}")
    @ValueSource(strings = {"unauthorized_client", "invalid_scope", "invalid_client"})
    void listsWhatToCheckWhereTheAuthorizationEndpointRefuses(String error) {
        ConnectionException failure = redirected(ConnectionConfigurationException.class, "error=" + error);

        assertThat(failure.code()).isEqualTo(error);
        assertThat(failure).hasMessageContaining(SETTINGS).hasMessageContaining("by redirect");
    }

    @Test
    void listsWhatToCheckWhereTheUserOrTheServerDenies() {
        ConnectionException failure = redirected(AuthorizationDeniedException.class, "error=access_denied");

        assertThat(failure.code()).isEqualTo("access_denied");
        assertThat(failure).hasMessageContaining(SETTINGS);
    }

    @ParameterizedTest(name = "F6 {0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"error\":\"redirect_uri_mismatch\"}",
                "200|{\"error\":\"redirect_uri_mismatch\"}",
                "400|{\"error\":\"invalid_redirect_uri\"}",
                "200|{\"ok\":false,\"error\":\"bad_redirect_uri\"}",
                "400|{\"error\":\"invalid_grant\",\"error_description\":\"Incorrect redirect_uri\"}",
                "400|{\"error\":\"invalid_request\",\"error_description\":\"Redirect URI is not whitelisted\"}"
            })
    void quotesTheRedirectUriToRegisterWhateverTheDialect(int status, String body) {
        server.json(status, body);

        ConnectionException failure = exchanged(ConnectionConfigurationException.class);

        assertThat(failure.code()).isEqualTo("redirect_uri_not_registered");
        assertThat(failure)
                .hasMessageContaining("register exactly this redirect URI")
                .hasMessageContaining(CALLBACK);
    }

    @Test
    void quotesTheRedirectUriWhereTheAuthorizationEndpointComplains() {
        ConnectionException failure = redirected(ConnectionConfigurationException.class, "error=redirect_uri_mismatch");

        assertThat(failure.code()).isEqualTo("redirect_uri_not_registered");
        assertThat(failure).hasMessageContaining(CALLBACK);
    }

    @Test
    void asksToBeginAgainWhereTheCodeIsDead() {
        server.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"Code expired\"}");

        ConnectionException failure = exchanged(AuthorizationDeniedException.class);

        assertThat(failure.code()).isEqualTo("invalid_grant");
        assertThat(failure.errorDescription()).isEqualTo("Code expired");
        assertThat(failure).hasMessageContaining("begin again");
    }

    @ParameterizedTest
    @CsvSource({"invalid_request", "unsupported_response_type"})
    void pointsToTheDefinitionWhereTheRequestIsNotUnderstood(String error) {
        ConnectionException failure = redirected(ConnectionConfigurationException.class, "error=" + error);

        assertThat(failure.code()).isEqualTo(error);
        assertThat(failure).hasMessageContaining("compare the definition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server_error", "temporarily_unavailable"})
    void asksToTryLaterWhereTheServerIsUnwell(String error) {
        ConnectionException failure = redirected(TransientConnectionException.class, "error=" + error);

        assertThat(failure.code()).isEqualTo(error);
        assertThat(failure).hasMessageContaining("begin the authorization again later");
    }

    @Test
    void asksToBeginAgainLaterWhereThePageIsNoAnswer() {
        server.answering(200, "text/html", "<p>Sign in to the hotel's network</p>");

        ConnectionException failure = exchanged(TransientConnectionException.class);

        assertThat(failure.code()).isEqualTo("token_response_html");
        assertThat(failure)
                .hasMessageContaining("begin the authorization again later")
                .hasMessageNotContaining("hotel");
    }

    @Test
    void keepsTheServersOwnCodeWhereItIsNobodyElses() {
        ConnectionException failure = redirected(AuthorizationDeniedException.class, "error=no_org");

        assertThat(failure.code()).isEqualTo("authorization_refused");
        assertThat(failure.error()).isEqualTo("no_org");
        assertThat(failure).hasMessageContaining("documentation");
    }

    @Test
    void neverFallsBackToAWeakerChallenge() {
        ConnectionException failure = redirected(
                ConnectionConfigurationException.class,
                "error=invalid_request&error_description=transform+algorithm+not+supported");

        assertThat(failure.errorDescription()).isEqualTo("transform algorithm not supported");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void refusesATokenOfATypeThatCannotBeSent() {
        server.json(200, "{\"access_token\":\"a\",\"token_type\":\"mac\"}");

        ConnectionException failure = exchanged(ConnectionProtocolException.class);

        assertThat(failure.code()).isEqualTo("token_type_unsupported");
        assertThat(failure).hasMessageContaining("mac").hasMessageContaining("withTokenTypes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"access_token\":\"a\\nb\"}|unusable_token", "{\"token\":\"a\"}|token_missing"})
    void refusesAnAnswerWithoutAToken(String body, String code) {
        server.json(200, body);

        assertThat(exchanged(ConnectionProtocolException.class).code()).isEqualTo(code);
    }

    private ConnectionException exchanged(Class<? extends ConnectionException> type) {
        return redirected(type, "code=c-1");
    }

    private ConnectionException redirected(Class<? extends ConnectionException> type, String query) {
        FakeContext context = FakeContext.of(Strategies.acme(), server, "read", "write");
        RedirectFlow flow = Strategies.acme().flow(context);
        String state = flow.begin(CALLBACK).state();
        var caught = new ConnectionException[1];

        assertThatThrownBy(() -> flow.complete(URI.create(CALLBACK + "?" + query + "&state=" + state), state))
                .isInstanceOfSatisfying(type, failure -> caught[0] = failure);

        assertThat(context.grants()).isEmpty();
        return caught[0];
    }
}
