package dev.connections.examples.backend;

import static dev.connections.examples.backend.RunningBackend.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.testing.MockService.TokenRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of a connection, by the forms of its pages. */
class LifeOverHttpTest {
    private static final String ALICE = "alice@example.com";
    private static final String BOB = "bob@example.com";

    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    private Browser priya;

    @BeforeEach
    void signIn() {
        priya = running.browserOf(PRIYA);
    }

    @Test
    void connectsACustomServiceThatWasJustCreated() {
        HttpResponse<String> page = running.connectHelpdesk(priya, ALICE);

        assertThat(page.body())
                .contains("Connected with Acme Helpdesk Account 1.")
                .contains("Active")
                .contains("tickets.read tickets.write")
                .contains("Authorized by Priya Raman");
    }

    @Test
    void createsAConnectionToADefaultService() {
        HttpResponse<String> created = priya.post(
                "/create/default/github",
                "value.client_id",
                "Iv1.0123456789abcdef",
                "value.client_secret",
                "not-a-real-one",
                "name",
                "GitHub issues",
                "link_name",
                "issues",
                "scopes",
                "repo read:user",
                "per_user",
                "yes",
                "next",
                "stay");

        assertThat(created.headers().firstValue("Location")).hasValue("/connections/issues");
        assertThat(priya.get("/connections/issues").body())
                .contains("GitHub issues")
                .contains("Logged-in user")
                .contains("repo read:user")
                .contains("Disconnected");
    }

    @Test
    void refusesALinkNameThatIsTaken() {
        running.connectHelpdesk(priya, ALICE);

        HttpResponse<String> page =
                priya.post("/create/custom/oauth2", running.helpdesk("link_name", "helpdesk", "next", "stay"));

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("definition_conflict")
                .contains("choose another one")
                .contains("value=\"Acme Helpdesk\"");
    }

    @Test
    void connectsTheSameServiceAgainWithoutAskingForItsSettings() {
        running.connectHelpdesk(priya, ALICE);
        assertThat(priya.get("/services").body())
                .contains("/create/again/helpdesk")
                .contains("Custom");

        HttpResponse<String> page = running.consent(
                priya, priya.post("/create/again/helpdesk", "name", "Second desk", "next", "connect"), BOB);

        assertThat(page.body()).contains("Second desk").contains("Active").contains("Acme Helpdesk Account 2");
    }

    @Test
    void callsTheServiceWithCredentials() {
        running.connectHelpdesk(priya, ALICE);

        HttpResponse<String> page = priya.post("/connections/helpdesk/call", "path", "/tickets");

        assertThat(page.body()).contains("<dd>200</dd>").contains("Printer is on fire");
    }

    @Test
    void renewsAnExpiredTokenWithoutAskingAnybody() {
        running.connectHelpdesk(priya, ALICE);
        running.clock().advance(Duration.ofHours(2));

        HttpResponse<String> page = priya.post("/connections/helpdesk/call", "path", "/tickets");

        assertThat(page.body()).contains("<dd>200</dd>");
        assertThat(running.service().tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void asksToReconnectWhatWasRevokedAtTheService() {
        running.connectHelpdesk(priya, ALICE);
        running.service().revokeAtService(ALICE);
        running.clock().advance(Duration.ofHours(2));

        HttpResponse<String> call = priya.post("/connections/helpdesk/call", "path", "/tickets");

        assertThat(call.statusCode()).isEqualTo(409);
        assertThat(call.body()).contains("reconnect()").contains("Code:");
        assertThat(priya.get("/connections/helpdesk").body()).contains("Needs authorization: revoked at the service");

        HttpResponse<String> page =
                running.consent(priya, priya.post("/connections/helpdesk/connect", "purpose", "RECONNECT"), ALICE);

        assertThat(page.body()).contains("Active");
    }

    @Test
    void switchesToASavedAccount() {
        running.connectHelpdesk(priya, ALICE);
        running.consent(priya, priya.post("/connections/helpdesk/connect", "purpose", "LINK"), BOB);
        String accounts = priya.get("/connections/helpdesk/switch").body();
        assertThat(accounts).contains("Acme Helpdesk Account 1").contains("Acme Helpdesk Account 2");

        priya.post("/connections/helpdesk/switch", "account", idOf("Acme Helpdesk Account 1", accounts));

        assertThat(priya.get("/connections/helpdesk").body()).contains("Now using Acme Helpdesk Account 1.");
    }

    private static String idOf(String account, String page) {
        Matcher radio = Pattern.compile("name=\"account\" value=\"([^\"]+)\"[^/]*<strong>" + Pattern.quote(account))
                .matcher(page);
        assertThat(radio.find()).as(page).isTrue();
        return radio.group(1);
    }

    @Test
    void saysWhatARevocationStopsBeforeItRevokes() {
        running.connectHelpdesk(priya, ALICE);
        priya.post("/connections/helpdesk/references", "application", "CRM sync", "component", "nightly");

        assertThat(priya.get("/connections/helpdesk/revoke").body())
                .contains("CRM sync · nightly")
                .contains("Ends: the service is asked to revoke it.");
        priya.post("/connections/helpdesk/revoke");

        assertThat(priya.get("/connections/helpdesk").body())
                .contains("Revoked.")
                .contains("Disconnected");
        assertThat(running.service().revocationRequests()).isNotEmpty();
    }

    @Test
    void deletesOnlyWhatNothingUses() {
        running.connectHelpdesk(priya, ALICE);
        priya.post("/connections/helpdesk/references", "application", "CRM sync");

        HttpResponse<String> refused = priya.post("/connections/helpdesk/delete");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("connection_in_use").contains("<li>CRM sync</li>");

        priya.post("/connections/helpdesk/references/remove", "application", "CRM sync");
        HttpResponse<String> deleted = priya.post("/connections/helpdesk/delete");
        assertThat(deleted.headers().firstValue("Location")).hasValue("/connections");
        assertThat(priya.get("/connections").body())
                .contains("A manifest may still have the connector helpdesk")
                .contains("There is no connection yet");
    }

    @Test
    void bringsAConnectionThatIsDisabledForThisApplicationToNobody() {
        running.connectHelpdesk(priya, ALICE);
        priya.post("/connections/helpdesk/access", "application", "extension-backend", "change", "Disable");

        HttpResponse<String> page = priya.post("/connections/helpdesk/call", "path", "/tickets");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("application_disabled").contains("access().enable");
    }

    @Test
    void showsTheEntryForTheManifest() {
        running.connectHelpdesk(priya, ALICE);

        assertThat(priya.get("/connections/helpdesk/json?product=DESK").body())
                .contains("&quot;connectionLinkName&quot;: &quot;helpdesk&quot;")
                .contains("data-copy=\"snippet\"");
    }

    @Test
    void renamesAndForgetsAccounts() {
        running.connectHelpdesk(priya, ALICE);
        Matcher path = Pattern.compile("action=\"(/accounts/acme_helpdesk/[^/]+)/rename\"")
                .matcher(priya.get("/accounts").body());
        assertThat(path.find()).isTrue();

        priya.post(path.group(1) + "/rename", "name", "Support desk");
        assertThat(priya.get("/accounts").body()).contains("Renamed to Support desk.");
        HttpResponse<String> inUse = priya.post(path.group(1) + "/forget");
        assertThat(inUse.statusCode()).isEqualTo(409);
        assertThat(inUse.body()).contains("account_in_use").contains("switch or revoke");

        priya.post(path.group(1) + "/end");
        assertThat(priya.get("/accounts").body())
                .contains("Ended Support desk.")
                .contains("No account is saved.");
    }
}
