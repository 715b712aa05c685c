package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.Account;
import dev.connections.AuthorizationRequest;
import dev.connections.Connections;
import dev.connections.Explained;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.WireText;
import dev.connections.catalog.Loopback.Received;
import dev.connections.http.CredentialInterceptor;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service of the catalogue explains itself, and those with a browser are then heard to do what they said. */
class ExplainedCatalogTest {
    private static final String HOST = FactsRehearsalTest.HOST;

    /** Headers that name the chosen place; a computed value is shown by its header's name. */
    private static final Map<String, String> CHOSEN = Map.of("xero", "Xero-Tenant-Id", "harvest", "Harvest-Account-Id");

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();
    private final Loopback hosts = Loopback.of(HOST);
    private final WireText wire = new WireText();

    @AfterEach
    void close() {
        connections.close();
        hosts.close();
    }

    static Stream<String> services() {
        return FactsRehearsalTest.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void sendsByteForByteWhatItExplains(String linkName) throws Exception {
        Facts facts = Facts.of(linkName);
        var provider = new FactsProvider(facts, canary.secret().reveal());
        Service<RedirectFlow> moved = new Moving(hosts, HOST, canary.secret()).service(linkName);
        Service<RedirectFlow> service = moved.withDefaultScopes("read.a", "read.b");
        Explained explained = Explained.of(service.explain(FactsProvider.REDIRECT));
        var connection = connections.shared(service.connection("Rehearsal"));
        String extra = FactsRehearsalTest.TOKEN_RESPONSES
                .getOrDefault(linkName, "{}")
                .replace("https://HOST", hosts.origin(HOST));
        hosts.answer(HOST, provider.answer(extra));
        boolean upgrades = FactsRehearsalTest.UPGRADES.containsKey(linkName);
        if (upgrades) {
            hosts.answer(HOST, "{\"access_token\": \"longer-a-1\", \"expires_in\": 5184000}");
        }
        String choices = FactsRehearsalTest.CHOICES.getOrDefault(linkName, "");
        if (!choices.isEmpty()) {
            hosts.answer(HOST, choices);
        }

        AuthorizationRequest request = authorize(connection, linkName);

        hide(request);
        assertThat(explained.part("Authorization request, opened by the browser"))
                .isEqualTo(wire.of(request.uri()));
        assertThat(explained.part("Token request")).isEqualTo(exchanged(upgrades));
        if (!choices.isEmpty()) {
            assertThat(explained.part("Request for what the account reaches")).isEqualTo(heard());
            hideChosen(connection, linkName);
        }
        assertThat(explained.part("API request")).isEqualTo(called(connection));
        if (facts.grants("refresh_token")) {
            clock.advance(Duration.ofHours(2));
            hosts.answer(HOST, provider.answer(extra));
            var unused = connection.credentialsFor(connection.resolve(""));
            assertThat(explained.part("Refresh request")).isEqualTo(heard());
        }
    }

    private AuthorizationRequest authorize(ManagedConnection<RedirectFlow> connection, String linkName) {
        String code = FactsRehearsalTest.CODES.getOrDefault(linkName, "code");
        String callback = FactsRehearsalTest.CALLBACKS.getOrDefault(linkName, "");
        AuthorizationRequest request = connection.authorize().begin(FactsProvider.REDIRECT);
        String query = code + "=c-1&state=" + request.state() + callback;
        URI arrived = FactsRehearsalTest.arrived(linkName, query, canary.secret());
        var unused = connection.authorize().complete(arrived, request.state());
        return request;
    }

    private void hide(AuthorizationRequest request) {
        wire.hiding("client_secret", canary.secret().reveal()).hiding("state", request.state());
        wire.hiding("access_token", "longer-a-1").hiding("access_token", "a-1").hiding("refresh_token", "r-1");
        wire.hiding("code", "c-1")
                .hidingParameter("code_challenge", request.uri().toString());
    }

    private void hideChosen(ManagedConnection<RedirectFlow> connection, String linkName) {
        Account account = connection.authorization().account().orElseThrow();
        account.captured().forEach((name, id) -> wire.hiding(CHOSEN.getOrDefault(linkName, name), id));
    }

    private String exchanged(boolean upgrades) throws InterruptedException {
        Received exchange = hosts.received(HOST);
        String body = exchange.request().getBody() == null
                ? exchange.query()
                : exchange.request().getBody().utf8();
        String text = wire.hidingParameter("code_verifier", body).of(exchange.request());
        return upgrades ? text + "\n\n" + heard() : text;
    }

    private String called(ManagedConnection<RedirectFlow> connection) throws Exception {
        var http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        hosts.answer(HOST, "{}");
        var request =
                new Request.Builder().url(connection.resolve("").toString()).build();
        http.newCall(request).execute().close();
        return heard();
    }

    private String heard() throws InterruptedException {
        return wire.of(hosts.received(HOST).request());
    }

    @Test
    void explainsEveryEntryBeforeAnyValueIsKnown() {
        for (ServiceCatalog.Entry entry : ServiceCatalog.bundled().search("")) {
            String text = entry.explain();

            assertThat(text).as(entry.linkName()).startsWith(entry.name() + " (" + entry.linkName() + "), ");
            assertThat(text)
                    .as(entry.linkName())
                    .doesNotContain("not rehearsed")
                    .doesNotContain("standin0");
            assertThat(text).as(entry.linkName()).contains("API request\n");
        }
    }

    @Test
    void saysWhichFactsAreUncertainAndWhereTheRestIsWritten() {
        for (ServiceCatalog.Entry entry : ServiceCatalog.bundled().search("")) {
            String needs = Explained.of(entry.explain()).part("Before you connect");

            boolean low = entry.provenance().orElseThrow().confidence() == ServiceCatalog.Confidence.LOW;
            assertThat(needs.contains("low confidence, ")).as(entry.linkName()).isEqualTo(low);
            entry.documentation().ifPresent(page -> assertThat(needs).contains("documentation: " + page));
            entry.console().ifPresent(page -> assertThat(needs).contains(page.toString()));
            entry.notes().forEach(note -> assertThat(needs).contains(note));
        }
    }

    @Test
    void namesTheValuesToGive() {
        Explained zendesk = Explained.of(ServiceCatalog.bundled().get("zendesk").explain());

        assertThat(zendesk.part("Values to give"))
                .contains("- subdomain: ")
                .contains("such as ")
                .contains("- client_id: Client ID")
                .contains("- client_secret: Client secret");
        assertThat(zendesk.part("Token request"))
                .contains("client_id=<client_id>")
                .doesNotContain("subdomain");
    }
}
