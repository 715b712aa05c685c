package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationRequest;
import dev.connections.Choice;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.Notice;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.Subject;
import dev.connections.TransientConnectionException;
import dev.connections.spi.ConnectionStore;
import dev.connections.store.EveryStore;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts that reach several places, of which requests name one (QUIRKS, rows 14, 17, 30). */
class ChoiceTest {
    private static final String TOKENS = """
            {"access_token": "a-1", "refresh_token": "r-1", "token_type": "bearer", "expires_in": 1800}""";
    private static final String ONE = """
            [{"id": "x", "tenantId": "t-1", "tenantName": "Acme"}]""";
    private static final String TWO = """
            [{"tenantId": "t-1", "tenantName": "Acme"}, {"tenantId": "t-2", "tenantName": "Bolt"}]""";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    @TempDir
    private Path directory;

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final OddProvider xero = new OddProvider();
    private Connections connections =
            Connections.builder().clock(clock).ticker(clock).build();

    @AfterEach
    void close() {
        xero.close();
        connections.close();
    }

    private Service<RedirectFlow> service(AccountChoice choice) {
        return Service.custom("Books")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(xero.origin())
                .authentication(xero.withCodes()
                        .client("id", canary.secret())
                        .withChoice(choice)
                        .withComputedHeader("Xero-Tenant-Id", "captured.tenantId"));
    }

    private AccountChoice tenants() {
        return AccountChoice.listedAt(xero.origin() + "/connections")
                .byId("/tenantId")
                .withLabel("/tenantName");
    }

    private ManagedConnection<RedirectFlow> connection() {
        return connections.shared(service(tenants()).connection("Books"));
    }

    private ManagedConnection<RedirectFlow> authorized(String list) {
        var connection = connection();
        xero.answer(TOKENS).answer(list);
        var unused = OddProvider.complete(connection, "");
        return connection;
    }

    private Map<String, String> sent(ManagedConnection<RedirectFlow> connection) {
        return connection.credentialsFor(xero.at("/invoices")).revealHeaders();
    }

    @Test
    void takesTheOnlyPlaceByItself() {
        var connection = authorized(ONE);

        assertThat(sent(connection))
                .containsEntry("Xero-Tenant-Id", "t-1")
                .containsEntry("Authorization", "Bearer a-1");
        xero.received();
        assertThat(xero.received().header("Authorization")).isEqualTo("Bearer a-1");
        assertThat(connection.authorization().account().orElseThrow().captured())
                .containsEntry("tenantId", "t-1");
        assertThat(connection.authorization().notices()).isEmpty();
    }

    @Test
    void refusesRequestsUntilAPersonChoosesOneOfSeveral() {
        var connection = authorized(TWO);

        var refused = catchThrowableOfType(ConnectionConfigurationException.class, () -> sent(connection));

        assertThat(refused.code()).isEqualTo("choice_required");
        assertThat(refused).hasMessageContaining("books").hasMessageContaining("take one with choose(id)");
        assertThat(connection.authorization().notices())
                .extracting(Notice::code)
                .containsExactly(Notice.CHOICE_REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(EveryStore.class)
    void servesWhatWasChosenOnEveryNodeAndAfterARestart(EveryStore store) throws IOException {
        ConnectionStore records = store.open(directory, clock);
        try (Connections first =
                        Connections.builder().store(records).clock(clock).build();
                Connections second =
                        Connections.builder().store(records).clock(clock).build()) {
            connections = first;
            var here = authorized(TWO);
            connections = second;
            var there = connection();
            assertThat(catchThrowableOfType(ConnectionException.class, () -> sent(there))
                            .code())
                    .isEqualTo("choice_required");
            xero.answer(TWO).answer(TWO);

            assertThat(here.choices()).containsExactly(new Choice("t-1", "Acme"), new Choice("t-2", "Bolt"));
            assertThat(here.choose("t-2").notices()).isEmpty();

            assertThat(sent(here)).containsEntry("Xero-Tenant-Id", "t-2");
            assertThat(sent(there)).containsEntry("Xero-Tenant-Id", "t-2");
        }
        connections = Connections.builder().store(records).clock(clock).build();

        assertThat(sent(connection())).containsEntry("Xero-Tenant-Id", "t-2");
    }

    @Test
    void choosesAnotherPlaceLater() {
        var connection = authorized(ONE);
        xero.answer(TWO);

        connection.choose("t-2");

        assertThat(sent(connection)).containsEntry("Xero-Tenant-Id", "t-2");
    }

    @Test
    void choosesNothingThatTheAccountDoesNotReach() {
        var connection = authorized(ONE);
        xero.answer(TWO);

        var refused = catchThrowableOfType(ConnectionConfigurationException.class, () -> connection.choose("t-3"));

        assertThat(refused.code()).isEqualTo("choice_unknown");
        assertThat(refused).hasMessageContaining("list those it reaches with choices()");
        assertThat(sent(connection)).containsEntry("Xero-Tenant-Id", "t-1");
    }

    @Test
    void keepsTheChoiceThroughARefresh() {
        var connection = authorized(ONE);
        clock.advance(Duration.ofHours(1));
        xero.answer(TOKENS.replace("a-1", "a-2"));

        assertThat(sent(connection))
                .containsEntry("Xero-Tenant-Id", "t-1")
                .containsEntry("Authorization", "Bearer a-2");
    }

    @Test
    void keepsTheChoiceThroughAReconnectThatStillReachesIt() {
        var connection = authorized(TWO);
        xero.answer(TWO);
        connection.choose("t-2");
        xero.answer(TOKENS.replace("a-1", "b-1")).answer(TWO);

        reconnect(connection);

        assertThat(sent(connection))
                .containsEntry("Xero-Tenant-Id", "t-2")
                .containsEntry("Authorization", "Bearer b-1");
    }

    @Test
    void dropsTheChoiceThatAReconnectNoLongerReaches() {
        var connection = authorized(ONE);
        xero.answer(TOKENS).answer(TWO.replace("t-1", "t-9"));

        reconnect(connection);

        assertThat(catchThrowableOfType(ConnectionException.class, () -> sent(connection))
                        .code())
                .isEqualTo("choice_required");
    }

    @Test
    void takesNoOtherPlaceInsteadOfTheChosenOne() {
        var connection = authorized(TWO);
        xero.answer(TWO);
        connection.choose("t-2");
        xero.answer(TOKENS).answer(ONE);

        reconnect(connection);

        assertThat(catchThrowableOfType(ConnectionException.class, () -> sent(connection))
                        .code())
                .isEqualTo("choice_required");
    }

    /** The organisation's account is used by others, who go on where they were. */
    @Test
    void choosesForNobodyElse() {
        var shared = authorized(TWO);
        xero.answer(TWO);
        shared.choose("t-2");
        var own = connections.perUser(service(tenants()).connection("My books")).forUser(Subject.of("alice"));
        own.switchTo(shared.authorization().account().orElseThrow());

        var refused = catchThrowableOfType(ConnectionSecurityException.class, () -> own.choose("t-1"));

        assertThat(refused.code()).isEqualTo("account_of_another_subject");
        assertThat(refused).hasMessageContaining("linkNewAccount()");
        assertThat(sent(shared)).containsEntry("Xero-Tenant-Id", "t-2");
    }

    private static void reconnect(ManagedConnection<RedirectFlow> connection) {
        AuthorizationRequest request = connection.reconnect().begin(OddProvider.REDIRECT);
        URI callback = URI.create(OddProvider.REDIRECT + "?code=c-2&state=" + request.state());
        var unused = connection.reconnect().complete(callback, request.state());
    }

    @Test
    void savesAnAuthorizationWhoseListCannotBeReadNow() {
        var connection = connection();
        xero.answer(TOKENS).answer(503, "");
        var unused = OddProvider.complete(connection, "");
        xero.answer(503, "").answer(TWO);

        var away = catchThrowableOfType(TransientConnectionException.class, connection::choices);
        connection.choose("t-1");

        assertThat(away.code()).isEqualTo("service_unavailable");
        assertThat(sent(connection)).containsEntry("Xero-Tenant-Id", "t-1");
    }

    @Test
    void asksWithATokenThatIsStillGood() {
        var connection = authorized(TWO);
        clock.advance(Duration.ofHours(1));
        xero.answer(TOKENS.replace("a-1", "a-2")).answer(TWO);

        connection.choose("t-1");

        assertThat(sent(connection)).containsEntry("Authorization", "Bearer a-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{}; 200", "null; 200", "[; 200", "<p>; 200", "{\"error\": \"no\"}; 403"})
    void saysThatAnAnswerIsNoList(String body, int status) {
        var connection = authorized(TWO);
        xero.answer(status, body);

        var refused = catchThrowableOfType(ConnectionProtocolException.class, connection::choices);

        assertThat(refused.code()).isEqualTo("choices_unreadable");
        assertThat(refused).hasMessageContaining("check the choice of the definition");
    }

    @Test
    void offersNoIdThatCouldLeadARequestElsewhere() {
        var connection = authorized("[{\"tenantId\": \"../x\"}, {\"tenantId\": \"a b\"}, {\"tenantId\": \"..\"},"
                + " {\"tenantId\": \"a\\r\\nX: y\"}, {\"tenantId\": {}}, {\"tenantId\": 17}]");

        assertThat(sent(connection)).containsEntry("Xero-Tenant-Id", "17");
    }

    @Test
    void makesTheChosenIdAPartOfTheApiBase() {
        AccountChoice sites = AccountChoice.listedAt(xero.origin() + "/oauth/token/accessible-resources")
                .byId("/id")
                .withName("cloudId")
                .withApiBase(xero.origin() + "/ex/jira/{id}");
        var jira = connections.shared(service(sites).connection("Books"));
        xero.answer(TOKENS).answer("[{\"id\": \"c-7\", \"url\": \"https://acme.atlassian.net\"}]");

        var unused = OddProvider.complete(jira, "");

        assertThat(jira.resolve("/rest/api/3/myself")).hasToString(xero.origin() + "/ex/jira/c-7/rest/api/3/myself");
    }

    @Test
    void readsAListInsideAnAnswer() {
        AccountChoice accounts = AccountChoice.listedAt(xero.origin() + "/authorization.json")
                .byId("/id")
                .withLabel("/name")
                .withList("/accounts");
        var basecamp = connections.shared(service(accounts).connection("Books"));
        xero.answer(TOKENS).answer("{\"accounts\": [{\"id\": 99, \"name\": \"Acme\"}, {\"id\": 100}]}");
        var unused = OddProvider.complete(basecamp, "");
        xero.answer("{\"accounts\": [{\"id\": 99, \"name\": \"Acme\"}, {\"id\": 100}]}");

        assertThat(basecamp.choices()).containsExactly(new Choice("99", "Acme"), new Choice("100", "100"));
    }

    @Test
    void refusesATemplateWhoseHostCouldChange() {
        AccountChoice choice = tenants();

        var refused = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> choice.withApiBase("https://{id}.example.com/"));

        assertThat(refused.code()).isEqualTo("choice_malformed");
        assertThat(refused).hasMessageContaining("https://api.example.com/sites/{id}");
    }

    @Test
    void hasNothingToChooseWhereTheDefinitionSaysNothing() {
        var plain = connections.shared(Service.custom("Plain")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(xero.origin())
                .authentication(xero.withCodes().client("id", canary.secret()))
                .connection("Plain"));
        xero.answer(TOKENS);
        var unused = OddProvider.complete(plain, "");

        assertThat(plain.choices()).isEmpty();
    }
}
