package dev.connections.examples.backend;

import static dev.connections.examples.backend.RunningBackend.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.testing.SecretCanary;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The canary hears every page: tokens, codes, states, keys and client secrets must not be in one. */
class NoSecretsTest {
    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    @Test
    void showsNoSecretInAnyPage(SecretCanary canary) {
        Browser priya = running.browserOf(PRIYA);
        var unused = running.connectHelpdesk(priya, "alice@example.com");
        unused = priya.post(
                "/create/custom/oauth2", running.helpdesk("per_user", "yes", "link_name", "calendar", "next", "stay"));
        HttpResponse<String> key = createWeather(priya);
        assertThat(key.headers().firstValue("Location").orElse("")).contains("/connect?purpose=AUTHORIZE");
        unused = priya.post(
                "/connections/weather/connect",
                "purpose",
                "AUTHORIZE",
                "filled",
                "yes",
                "value.X-Api-Key",
                canary.secret().reveal());

        for (String path : EveryPage.PATHS) {
            assertThat(priya.get(path).body()).as(path).contains("<main");
        }
        assertThat(priya.get("/connections/weather").body()).contains("Active");
    }

    private static HttpResponse<String> createWeather(Browser browser) {
        return browser.post(
                "/create/custom/api_key",
                "service_name",
                "Weather",
                "api",
                "https://api.weather.example",
                "type1",
                "header",
                "parameter1",
                "X-Api-Key",
                "display1",
                "Weather key",
                "name",
                "Weather",
                "next",
                "connect");
    }

    @Test
    void hidesCredentialsThatAServiceRepeats() {
        Browser priya = running.browserOf(PRIYA);
        var unused = running.connectHelpdesk(priya, "alice@example.com");
        String token = running.service().secretOf("alice@example.com").reveal();
        var unusedService = running.service().serving("echo", "{\"you_sent\":\"Bearer " + token + "\"}");

        HttpResponse<String> page = priya.post("/connections/helpdesk/call", "path", "/echo");

        assertThat(page.body()).contains("you_sent").contains("(hidden)").doesNotContain(token);
    }
}
