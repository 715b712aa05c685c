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
        FurnishedHouse.furnish(running);
        HttpResponse<String> created = createForecast(priya);
        assertThat(created.headers().firstValue("Location").orElse("")).contains("/connect?purpose=AUTHORIZE");
        var unused = priya.post(
                "/connections/forecast/connect",
                "purpose",
                "AUTHORIZE",
                "filled",
                "yes",
                "value.X-Forecast-Key",
                canary.secret().reveal());

        for (String path : EveryPage.PATHS) {
            assertThat(priya.get(path).statusCode()).as(path).isEqualTo(path.contains("nothing_of") ? 404 : 200);
        }
        assertThat(priya.get("/connections/forecast").body()).contains("Active");
        assertThat(priya.get("/connections/forecast/diagnosis").body()).contains("forecast");
    }

    private static HttpResponse<String> createForecast(Browser browser) {
        return browser.post(
                "/create/custom/api_key",
                "service_name",
                "Forecast",
                "api",
                "https://api.forecast.example",
                "type1",
                "header",
                "parameter1",
                "X-Forecast-Key",
                "display1",
                "Forecast key",
                "name",
                "Forecast",
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
