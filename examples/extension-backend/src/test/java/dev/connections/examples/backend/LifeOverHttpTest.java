package dev.connections.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LifeOverHttpTest {
    @RegisterExtension
    final MockService<RedirectFlow> mock = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-11-20T12:00:00Z");

    @TempDir
    private Path data;

    private Backend backend;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        var options = Options.parse("--data", data.toString(), "--plain-http-for-loopback-tests-only", "yes");
        backend = Backend.start(options, Map.of(), clock);
        browser = Browser.signedIn(backend.address(), "4241905");
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void createsACustomOAuth2ServiceAndConnectsIt() {
        HttpResponse<String> sent = createHelpdesk("next", "connect");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        URI consent = URI.create(sent.headers().firstValue("Location").orElseThrow());

        URI callback = mock.consent(consent, "alice@example.com");
        HttpResponse<String> page = browser.open(callback.toString());

        assertThat(page.body()).contains("Active").contains("Connected with").contains("helpdesk");
    }

    private HttpResponse<String> createHelpdesk(String... more) {
        String[] fields = {
            "service_name", "Acme Helpdesk",
            "api", mock.issuer().toString(),
            "grant", "authorization_code",
            "client_id", mock.clientId(),
            "client_secret", mock.clientSecret().reveal(),
            "authorize_url", mock.endpoint(MockService.Endpoint.AUTHORIZATION).toString(),
            "token_url", mock.endpoint(MockService.Endpoint.TOKEN).toString(),
            "revoke_url", mock.endpoint(MockService.Endpoint.REVOCATION).toString(),
            "delimiter", " ",
            "name", "Helpdesk",
            "scopes", "tickets.read tickets.write"
        };
        String[] all = new String[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return browser.post("/create/custom/oauth2", all);
    }
}
