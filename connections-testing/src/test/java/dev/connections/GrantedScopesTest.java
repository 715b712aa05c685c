package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Requested, granted and needed are three things, on every store: a service that grants less than asked is told of, and leads
 * to no second request (QUIRKS §4.26, RULES F10, F11).
 */
class GrantedScopesTest extends OnEveryStore {
    private static final URI LEADS = URI.create("https://api.example.com/leads");

    private final ScriptedStrategy strategy = new ScriptedStrategy();

    private ManagedConnection<UnattendedFlow> sales(String... granted) {
        var sales = connections.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("Sales")
                .withScopes("read", "write"));
        strategy.granting(granted);
        var unused = sales.authorize().grant();
        return sales;
    }

    @Test
    void staysActiveWhenTheServiceGrantsLessThanAsked() {
        var sales = sales("read");

        for (int again = 0; again < 3; again++) {
            Authorization now = sales.reconnect().grant();

            assertThat(now.status()).isEqualTo(AuthorizationStatus.ACTIVE);
            assertThat(now.requestedScopes()).containsExactly("read", "write");
            assertThat(now.grantedScopes()).containsExactly("read");
            assertThat(now.missingScopes()).containsExactly("write");
        }
        assertThat(sales.credentialsFor(LEADS).revealHeaders()).containsEntry("Authorization", "Bearer 1");
    }

    @Test
    void asksOnceForAnAddedScopeThatIsNotGranted() {
        var sales = sales("read", "write");

        var update = sales.edit().withScopes("read", "write", "admin").update();
        Authorization due = sales.authorization();
        Authorization after = sales.reconnect().grant();

        assertThat(update.reauthorization()).isTrue();
        assertThat(due.reason()).contains(AuthorizationStatus.Reason.SCOPES);
        assertThat(due.missingScopes()).containsExactly("admin");
        assertThat(after.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(after.missingScopes()).containsExactly("admin");
        assertThat(after.notices()).extracting(Notice::code).containsExactly(Notice.SCOPES_NARROWER_THAN_REQUESTED);
    }

    @Test
    void hintsAtAScopeThatTheServicesListLacks() {
        strategy.granting("reed");
        var service = Service.custom("Sales")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .withKnownScopes(List.of(Field.text("read", "Read everything")));
        var misspelt = connections.shared(service.connection("Misspelt").withScopes("reed"));
        var listed = connections.shared(service.connection("Listed").withScopes("read"));

        Notice hint = misspelt.authorize().grant().notices().get(0);

        assertThat(hint.code()).isEqualTo(Notice.SCOPES_NOT_LISTED);
        assertThat(hint.text()).contains("[reed]", "asked for all the same", "compare them with its documentation");
        assertThat(listed.authorize().grant().notices())
                .extracting(Notice::code)
                .doesNotContain(Notice.SCOPES_NOT_LISTED);
    }

    @Test
    void asksNobodyForAnAddedScopeThatWasGrantedUnasked() {
        var sales = sales("read", "write", "admin");

        var update = sales.edit().withScopes("read", "write", "admin").update();

        assertThat(update.reauthorization()).isFalse();
        assertThat(sales.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(sales.authorization().missingScopes()).isEmpty();
    }

    @Test
    void takesNoScopesForNoneAndTellsIt() {
        var sales = sales();

        assertThat(sales.authorization().grantedScopes()).isEmpty();
        assertThat(sales.authorization().missingScopes()).containsExactly("read", "write");
        Waiting.until(heard, "scopes_drifted");
    }

    @Test
    void takesSilenceForWhatWasAskedFor() {
        var weather = connections.shared(crm().connection("Weather").withScopes("read"));

        Authorization now = authorize(weather, "key");

        assertThat(now.grantedScopes()).isEmpty();
        assertThat(now.missingScopes()).isEmpty();
        assertThat(now.notices()).isEmpty();
    }

    @Test
    void missesNothingWhereNobodyAuthorized() {
        var weather = connections.shared(crm().connection("Weather").withScopes("read"));

        assertThat(weather.authorization().missingScopes()).isEmpty();
    }

    @Test
    void showsWhatIsMissingInSummaryAndDiagnosis() {
        var sales = sales("read");

        ConnectionSummary summary = sales.summary();

        assertThat(summary.requestedScopes()).containsExactly("read", "write");
        assertThat(summary.authorizations())
                .singleElement()
                .satisfies(each -> assertThat(each.missingScopes()).containsExactly("write"));
        assertThat(sales.diagnose().toText()).contains("missing_scopes: write");
    }
}
