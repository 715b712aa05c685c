package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connections.Connections;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The entries that speak OAuth 2 as the standard has it authorize, refresh and revoke against a strict server. */
class StandardRehearsalTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN_HTTP = "plain_http_for_loopback_tests_only";

    /** They need answers of their own, which {@link ProviderRehearsalTest} gives. */
    private static final Set<String> DIALECTS = Set.of("slack", "salesforce", "quickbooks", "dropbox");

    /** A server that demands PKCE is none for them. */
    private static final Set<String> WITHOUT_PKCE = Set.of("typeform", "surveymonkey");

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");

    @RegisterExtension
    private final MockService<RedirectFlow> mock =
            MockService.authorizationCode().timedBy(clock).rotatingRefreshTokens(Duration.ZERO);

    private final Connections connections = Connections.builder().clock(clock).build();

    static Stream<String> entries() {
        return ServiceCatalog.bundled().search("oauth2").stream()
                .map(ServiceCatalog.Entry::linkName)
                .filter(name -> !name.startsWith("z") || name.equals("zendesk"))
                .filter(name -> !DIALECTS.contains(name) && !WITHOUT_PKCE.contains(name));
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void authorizesRefreshesAndRevokes(String linkName) throws JsonProcessingException {
        var connection =
                connections.shared(moved(linkName).connection("Rehearsal").withScopes("a", "b"));

        mock.approve(connection, "alice@example.com");
        clock.advance(Duration.ofHours(2));
        var headers = connection.credentialsFor(mock.resource("leads")).revealHeaders();
        connection.revoke();

        assertThat(headers).containsOnlyKeys("Authorization");
        assertThat(mock.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("authorization_code", "refresh_token");
        assertThat(mock.tokenRequests()).allMatch(TokenRequest::accepted);
    }

    @SuppressWarnings("unchecked") // every service here has a redirect flow
    private Service<RedirectFlow> moved(String linkName) throws JsonProcessingException {
        var values = new HashMap<String, String>();
        ServiceCatalog.Entry entry = ServiceCatalog.bundled().get(linkName);
        entry.fields().stream().filter(field -> field.required()).forEach(field -> values.put(field.name(), "acme"));
        values.replace("resource_server", "https://acme.example");
        values.replace("client_id", mock.clientId());
        var document = (ObjectNode) JSON.readTree(entry.withValues(values).toJson());
        document.remove("api_base");
        document.put(PLAIN_HTTP, true).putArray("resource_servers").add(origin(mock.resource("")));
        move((ObjectNode) document.at("/authentication/settings"));
        return (Service<RedirectFlow>)
                Service.fromJson(document.toString(), Map.of("client_secret", mock.clientSecret()));
    }

    private void move(ObjectNode settings) {
        settings.put(PLAIN_HTTP, true);
        settings.put(
                "authorization_endpoint", mock.endpoint(Endpoint.AUTHORIZATION).toString());
        settings.put("token_endpoint", mock.endpoint(Endpoint.TOKEN).toString());
        settings.remove("issuer");
        if (settings.has("revocation")) {
            ((ObjectNode) settings.get("revocation"))
                    .put("endpoint", mock.endpoint(Endpoint.REVOCATION).toString());
        }
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
