package dev.connections.testing;

import static dev.connections.testing.HandmadeClient.parameters;
import static dev.connections.testing.HandmadeClient.with;
import static dev.connections.testing.HandmadeClient.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.RedirectFlow;
import dev.connections.testing.HandmadeClient.Reply;
import dev.connections.testing.MockService.Endpoint;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749, section 4.1.1 and 4.1.2; RFC 7636, section 4.4.1; RFC 9207. */
class MockAuthorizationEndpointTest {
    @RegisterExtension
    final MockService<RedirectFlow> service = MockService.authorizationCode();

    private final HandmadeClient client = new HandmadeClient(service);

    @Test
    void sendsTheBrowserBackWithCodeStateAndIssuer() {
        URI callback = service.consent(client.authorizationUri(client.authorization()), "alice");

        assertThat(callback).hasToString(HandmadeClient.REDIRECT_URI + "?" + callback.getRawQuery());
        assertThat(parameters(callback))
                .containsOnlyKeys("code", "state", "iss")
                .containsEntry("state", client.authorization().get("state"))
                .containsEntry("iss", service.issuer().toString());
    }

    @Test
    void keepsTheQueryOfTheRedirectUri() {
        var request = with(client.authorization(), "redirect_uri", "https://app.example.com/callback?tenant=a");

        URI callback = service.consent(client.authorizationUri(request), "alice");

        assertThat(callback.toString()).startsWith("https://app.example.com/callback?tenant=a&code=");
    }

    @Test
    void sendsTheBrowserBackWithAnErrorWhenTheUserRefuses() {
        URI callback = service.refusal(client.authorizationUri(client.authorization()));

        assertThat(parameters(callback))
                .containsEntry("error", "access_denied")
                .containsEntry("state", client.authorization().get("state"))
                .doesNotContainKey("code");
    }

    @ParameterizedTest
    @CsvSource({
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request",
        "response_type, token, unsupported_response_type",
        "scope, 'two  blanks', invalid_scope",
    })
    void sendsTheBrowserBackWithAnErrorForAWrongParameter(String name, String value, String error) {
        URI request = client.authorizationUri(with(client.authorization(), name, value));

        URI callback = service.consent(request, "alice");

        assertThat(parameters(callback)).containsEntry("error", error).doesNotContainKey("code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code_challenge", "code_challenge_method", "response_type", "state"})
    void demandsPkceStateAndResponseType(String name) {
        URI request = client.authorizationUri(without(client.authorization(), name));

        assertThat(parameters(service.consent(request, "alice")))
                .containsEntry("error", "invalid_request")
                .containsEntry("error_description", name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "client_id, stranger",
        "redirect_uri, http://app.example.com/callback",
        "redirect_uri, https://app.example.com/callback#part",
        "redirect_uri, not a uri",
    })
    void sendsTheBrowserNowhereWhenClientOrRedirectUriIsWrong(String name, String value) {
        URI request = client.authorizationUri(with(client.authorization(), name, value));

        Reply reply = client.get(request, Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.headers()).doesNotContainKey("Location");
        assertThatThrownBy(() -> service.consent(request, "alice"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("there is no consent page: ");
    }

    @Test
    void refusesARepeatedParameter() {
        URI request = URI.create(client.authorizationUri(client.authorization()) + "&state=another");

        assertThatThrownBy(() -> service.consent(request, "alice")).hasMessageContaining("state is repeated");
    }

    @Test
    void asksInAPageThatNamesClientAndScopes() {
        Reply page = client.get(client.authorizationUri(client.authorization()), Map.of());

        assertThat(page.headers().get("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains(service.clientId(), "leads.read leads.write", "Approve", "Deny");
    }

    @Test
    void escapesWhatItShows() {
        URI request = client.authorizationUri(with(client.authorization(), "scope", "<script>"));

        assertThat(client.get(request, Map.of()).body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void takesOneAnswerPerPage() {
        String page = client.get(client.authorizationUri(client.authorization()), Map.of())
                .body();
        String ticket = page.replaceAll("(?s).*name=\"ticket\" value=\"([^\"]+)\".*", "$1");
        Map<String, String> answer = Map.of("ticket", ticket, "decision", "approve", "account", "alice");

        Reply first = client.post(Endpoint.AUTHORIZATION, answer, Map.of());
        Reply second = client.post(Endpoint.AUTHORIZATION, answer, Map.of());

        assertThat(first.status()).isEqualTo(302);
        assertThat(second.status()).isEqualTo(400);
    }
}
