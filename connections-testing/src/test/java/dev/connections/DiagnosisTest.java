package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The report for a support request. */
class DiagnosisTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final MutableClock storeClock = MutableClock.at("2026-01-01T00:00:07Z");
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final Connections connections = Connections.builder()
            .clock(clock)
            .store(InMemoryConnectionStore.create(storeClock))
            .build();
    private final ManagedConnection<UnattendedFlow> crm = connections.shared(Service.custom("CRM")
            .resourceServers("https://api.example.com")
            .authentication(strategy)
            .connection("CRM primary")
            .withScopes("leads.read"));

    @AfterEach
    void close() {
        connections.close();
    }

    private JsonNode report() throws Exception {
        return new ObjectMapper()
                .readTree(
                        connections.find("crm_primary").orElseThrow().diagnose().toJson());
    }

    @Test
    void tellsHowATokenStands() throws Exception {
        var unused = crm.authorize().grant();
        clock.advance(Duration.ofMinutes(10));

        JsonNode report = report();

        assertThat(report.path("connection").asText()).isEqualTo("crm_primary");
        assertThat(report.path("authentication_type").asText()).isEqualTo("test.scripted");
        assertThat(report.path("skew").asText()).isEqualTo("PT-9M-53S");
        JsonNode authorization = report.path("authorizations").path(0);
        assertThat(authorization.path("status").asText()).isEqualTo("ACTIVE");
        assertThat(authorization.path("requested_scopes").path(0).asText()).isEqualTo("leads.read");
        JsonNode token = authorization.path("tokens").path(0);
        assertThat(token.path("age").asText()).isEqualTo("PT10M");
        assertThat(token.path("margin").asText()).isEqualTo("PT4M");
        assertThat(token.path("sealed_with").asText()).isEqualTo("memory");
        assertThat(token.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void tellsTheLastFailureAndWhenItMayBeTriedAgain() throws Exception {
        var unused = crm.authorize().grant();
        assertThat(crm.credentialsFor(LEADS)).isNotNull();
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(true));
        clock.advance(ScriptedStrategy.LIFETIME.plusSeconds(1));
        String failure = failure();

        JsonNode token = report().path("authorizations").path(0).path("tokens").path(0);

        assertThat(failure).isEqualTo("unavailable");
        assertThat(token.path("refresh").path("last_failure").path("code").asText())
                .isEqualTo("unavailable");
        assertThat(token.path("refresh")
                        .path("last_failure")
                        .path("outcome_unknown")
                        .asBoolean())
                .isTrue();
        assertThat(token.path("in_this_process").path("backing_off").asBoolean())
                .isTrue();
    }

    private String failure() {
        try {
            return crm.credentialsFor(LEADS).toString();
        } catch (ConnectionException e) {
            return e.code();
        }
    }

    @Test
    void namesNoPersonAndNoSecret() {
        var calendars = connections.perUser(Service.custom("Calendar")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Api-Key"))
                .connection("Calendars"));
        var alice = Subject.of("alice@example.com").withName("Alice").withEmail("alice@example.com");
        var unused = calendars.forUser(alice).authorize().with(ApiKeyCredential.of(Secret.of("CANARY-key")));

        DefinedConnection.Diagnosis report = calendars.diagnose();

        assertThat(report.toText() + report.toJson() + report)
                .contains("sha256:")
                .doesNotContain("CANARY")
                .doesNotContainIgnoringCase("alice");
    }

    @Test
    void saysTheSameAsTextAndAsJson() {
        var unused = crm.authorize().grant();

        String text = crm.diagnose().toText();

        assertThat(text.lines())
                .contains("connection: crm_primary", "requested_scopes: leads.read", "disabled_applications: none");
        assertThat(text).contains("    tokens:\n      -\n        version: 1\n");
    }

    @Test
    void tellsAConnectionThatNobodyAuthorized() throws Exception {
        assertThat(report().path("authorizations_in_all").asInt()).isZero();
    }
}
