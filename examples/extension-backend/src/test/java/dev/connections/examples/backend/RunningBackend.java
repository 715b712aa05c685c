package dev.connections.examples.backend;

import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A backend on a free port with a database of its own, and a service for it to connect to; both end with the test. */
final class RunningBackend implements BeforeEachCallback, AfterEachCallback {
    static final String PRIYA = "4241905";
    static final String DANA = "4241906";
    static final String CHEN = "4241907";
    static final String ULLA = "4241908";
    static final String OMAR = "4241909";

    private final MutableClock clock = MutableClock.at("2026-11-20T12:00:00Z");
    private final MockService<RedirectFlow> service = MockService.authorizationCode()
            .serving("tickets", "{\"tickets\":[{\"id\":7,\"subject\":\"Printer is on fire\"}]}");
    private final List<String> more;
    private Backend backend;
    private Path data;

    RunningBackend(String... moreOptions) {
        this.more = List.of(moreOptions);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        data = Files.createTempDirectory("extension-backend");
        List<String> options = new ArrayList<>(more);
        options.addAll(List.of("--data", data.toString(), "--plain-http-for-loopback-tests-only", "yes"));
        backend = Backend.start(Options.parse(options.toArray(String[]::new)), Map.of(), clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        backend.close();
        service.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    MutableClock clock() {
        return clock;
    }

    MockService<RedirectFlow> service() {
        return service;
    }

    Backend backend() {
        return backend;
    }

    URI site() {
        return backend.address();
    }

    Browser browserOf(String person) {
        return Browser.signedIn(site(), person);
    }

    /** The fields of a custom OAuth 2 service that is the mock service, and of a connection to it. */
    String[] helpdesk(String... further) {
        List<String> fields = new ArrayList<>(List.of(
                "service_name",
                "Acme Helpdesk",
                "api",
                service.issuer().toString() + "/api",
                "grant",
                "authorization_code",
                "client_id",
                service.clientId(),
                "client_secret",
                service.clientSecret().reveal(),
                "authorize_url",
                service.endpoint(Endpoint.AUTHORIZATION).toString(),
                "token_url",
                service.endpoint(Endpoint.TOKEN).toString(),
                "revoke_url",
                service.endpoint(Endpoint.REVOCATION).toString(),
                "delimiter",
                " ",
                "name",
                "Helpdesk",
                "scopes",
                "tickets.read tickets.write"));
        fields.addAll(List.of(further));
        return fields.toArray(String[]::new);
    }

    /** Creates the helpdesk connection and consents as an account; returns the page that follows. */
    HttpResponse<String> connectHelpdesk(Browser browser, String account) {
        return consent(browser, browser.post("/create/custom/oauth2", helpdesk("next", "connect")), account);
    }

    /** Consents at the service, where an answer leads, and comes back. */
    HttpResponse<String> consent(Browser browser, HttpResponse<String> leadsThere, String account) {
        URI request = URI.create(
                leadsThere.headers().firstValue("Location").orElseThrow(() -> new AssertionError(leadsThere.body())));
        return browser.open(service.consent(request, account).toString());
    }
}
