package dev.connections.examples.backend;

import static dev.connections.examples.backend.RunningBackend.DANA;
import static dev.connections.examples.backend.RunningBackend.OMAR;
import static dev.connections.examples.backend.RunningBackend.PRIYA;
import static dev.connections.examples.backend.RunningBackend.ULLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators change and see, by the forms of the pages. */
class AdministrationTest {
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    private Browser priya;

    @BeforeEach
    void signIn() {
        priya = running.browserOf(PRIYA);
    }

    private static String value(String name, String page) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String settings(String page) {
        Matcher found = Pattern.compile("<textarea[^>]*>(.*?)</textarea>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return unescaped(found.group(1));
    }

    private HttpResponse<String> edit(Browser browser, String form, String name, String scopes) {
        return browser.post(
                "/connections/helpdesk/edit",
                "revision",
                value("revision", form),
                "name",
                name,
                "scopes",
                scopes,
                "service",
                settings(form));
    }

    private void createMine() {
        var unused = priya.post(
                "/create/custom/oauth2", running.helpdesk("per_user", "yes", "link_name", "mine", "next", "stay"));
    }

    private Browser connectMine(String person, String account) {
        Browser browser = running.browserOf(person);
        var unused =
                running.consent(browser, browser.post("/connections/mine/connect", "purpose", "AUTHORIZE"), account);
        return browser;
    }

    @Test
    void asksToReconnectAfterNewScopesOnly() {
        running.connectHelpdesk(priya, ALICE);

        edit(priya, priya.get("/connections/helpdesk/edit").body(), "Support", "tickets.read tickets.write");
        String renamed = priya.get("/connections/helpdesk").body();
        edit(priya, priya.get("/connections/helpdesk/edit").body(), "Support", "tickets.read tickets.delete");
        String widened = priya.get("/connections/helpdesk").body();

        assertThat(renamed)
                .contains("Changed: name.")
                .contains("<h1>Support</h1>")
                .doesNotContain("Needs authorization");
        assertThat(widened)
                .contains("Changed: scopes. Reconnect to get the new scopes; the old ones work meanwhile.")
                .contains("Needs authorization: new scopes");
        assertThat(priya.post("/connections/helpdesk/call", "path", "/tickets").body())
                .contains("<dd>200</dd>");
    }

    @Test
    void tellsTheSecondOfTwoAdministratorsAndOverwritesNothing() {
        running.connectHelpdesk(priya, ALICE);
        Browser dana = running.browserOf(DANA);
        String shownToPriya = priya.get("/connections/helpdesk/edit").body();
        String shownToDana = dana.get("/connections/helpdesk/edit").body();

        edit(priya, shownToPriya, "Priya's desk", "tickets.read");
        HttpResponse<String> second = edit(dana, shownToDana, "Dana's desk", "tickets.write");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body())
                .contains("edited_meanwhile")
                .contains("Show it as it is now")
                .contains("value=\"Dana&#39;s desk\"");
        assertThat(dana.get("/connections/helpdesk").body()).contains("<h1>Priya&#39;s desk</h1>");
    }

    @Test
    void changesServiceSettingsWithoutAskingAnybodyToAuthorizeAgain() {
        running.connectHelpdesk(priya, ALICE);
        String form = priya.get("/connections/helpdesk/edit").body();

        HttpResponse<String> without = priya.post(
                "/connections/helpdesk/edit",
                "revision",
                value("revision", form),
                "name",
                "Helpdesk",
                "scopes",
                "tickets.read tickets.write",
                "service",
                settings(form).replace("/api", "/api/v2"));
        HttpResponse<String> with = priya.post(
                "/connections/helpdesk/edit",
                "revision",
                value("revision", form),
                "name",
                "Helpdesk",
                "scopes",
                "tickets.read tickets.write",
                "service",
                settings(form).replace("/api", "/api/v2"),
                "secret.client_secret",
                running.service().clientSecret().reveal());

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("secret_missing").contains("<details open");
        assertThat(with.statusCode()).isEqualTo(303);
        assertThat(priya.get("/connections/helpdesk").body())
                .contains("Changed: service.")
                .contains("Active");
        assertThat(priya.post("/connections/helpdesk/call", "path", "/tickets").body())
                .contains("/api/v2/tickets</dd>")
                .contains("<dd>200</dd>");
    }

    @Test
    void listsEveryUsersAuthorizationToAdministrators() {
        createMine();
        var unused = connectMine(ULLA, "ulla@example.com");
        unused = connectMine(OMAR, "omar@example.com");

        String all = priya.get("/connections/mine/users").body();
        String found =
                priya.get("/connections/mine/users?search=ulla&type=user").body();
        String none = priya.get("/connections/mine/users?type=client").body();

        assertThat(all)
                .contains("Ulla Berg")
                .contains("Omar Said")
                .contains("omar@client.example")
                .contains("20 Nov 2026");
        assertThat(found).contains("Ulla Berg").doesNotContain("Omar Said");
        assertThat(none).contains("No user&#39;s authorization fits.");
        assertThat(priya.get("/connections").body()).contains("Other users: 2");
    }

    @Test
    void movesThePrimaryAfterAsking() {
        createMine();
        var unused = connectMine(PRIYA, "priya@example.com");
        Browser ulla = connectMine(ULLA, "ulla@example.com");
        assertThat(priya.get("/connections/mine").body()).contains("Primary");

        assertThat(priya.get("/connections/mine/primary?subject=" + ULLA).body())
                .contains("Mark Ulla Berg as primary?")
                .contains("Jobs that run without a user");
        var unusedMark = priya.post("/connections/mine/primary?subject=" + ULLA);

        assertThat(priya.get("/connections/mine/users").body()).contains("Ulla Berg is primary now.");
        assertThat(ulla.get("/connections/mine/revoke").body()).contains("primary_revoked");
    }

    @Test
    void letsNobodyButASuperAdminMoveThePrimary() {
        createMine();
        var unused = connectMine(ULLA, "ulla@example.com");

        HttpResponse<String> page = running.browserOf(DANA).post("/connections/mine/primary?subject=" + ULLA);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("operation_forbidden").contains("SUPER_ADMIN");
    }

    @Test
    void saysWhatATestFound() {
        running.connectHelpdesk(priya, ALICE);

        String without = priya.post("/connections/helpdesk/test").body();
        String accepted =
                priya.post("/connections/helpdesk/test", "path", "/tickets").body();
        running.service().expireTokens();
        String refused =
                priya.post("/connections/helpdesk/test", "path", "/tickets").body();

        assertThat(without).contains("Not accepted.").contains("probe");
        assertThat(accepted).contains("The service accepted the credentials.").contains("<dd>200</dd>");
        assertThat(refused).contains("Not accepted.").contains("<dd>401</dd>");
    }

    @Test
    void keepsAHistoryOfWhoDidWhat() {
        running.connectHelpdesk(priya, ALICE);
        edit(priya, priya.get("/connections/helpdesk/edit").body(), "Support", "tickets.read");

        assertThat(priya.get("/connections/helpdesk/history").body())
                .contains("Created")
                .contains("Authorized")
                .contains("Edited")
                .contains("Priya Raman");
        assertThat(priya.get("/history").body()).contains("<code>helpdesk</code>");
    }

    @Test
    void showsTheConnectionsOfOneComponent() {
        running.connectHelpdesk(priya, ALICE);
        createMine();
        priya.post("/connections/helpdesk/references", "application", "CRM sync", "component", "nightly");
        priya.post("/connections/mine/references", "application", "CRM sync", "component", "widget");

        String application = priya.get("/used-in?application=CRM+sync").body();
        String component =
                priya.get("/used-in?application=CRM+sync&component=nightly").body();

        assertThat(application).contains("/connections/helpdesk").contains("/connections/mine");
        assertThat(component).contains("/connections/helpdesk").doesNotContain("/connections/mine");
        assertThat(priya.get("/used-in?application=Other").body()).contains("No connection is recorded as used there.");
    }

    @Test
    void narrowsTheListDown() {
        running.connectHelpdesk(priya, ALICE);
        createMine();

        assertThat(priya.get("/connections?kind=USER").body())
                .contains("/connections/mine\"")
                .doesNotContain("/connections/helpdesk\"");
        assertThat(priya.get("/connections?status=ACTIVE&service=acme_helpdesk").body())
                .contains("/connections/helpdesk\"")
                .doesNotContain("/connections/mine\"");
        assertThat(priya.get("/connections?search=nothing").body()).contains("Nothing fits.");
        assertThat(priya.get("/connections?kind=OTHER").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsAnAuthorizationForEachEnvironment() {
        HttpResponse<String> created =
                priya.post("/create/custom/oauth2", running.helpdesk("separate", "yes", "next", "connect"));
        assertThat(created.headers().firstValue("Location")).hasValue("/connections/helpdesk");
        var unused = running.consent(
                priya, priya.post("/connections/helpdesk/connect?environment=STAGE", "purpose", "AUTHORIZE"), ALICE);

        HttpResponse<String> stage =
                priya.post("/connections/helpdesk/call", "environment", "STAGE", "path", "/tickets");
        HttpResponse<String> production =
                priya.post("/connections/helpdesk/call", "environment", "PRODUCTION", "path", "/tickets");

        assertThat(priya.get("/connections/helpdesk").body())
                .contains("/connections/helpdesk/revoke?environment=STAGE")
                .doesNotContain("/connections/helpdesk/revoke?environment=PRODUCTION");
        assertThat(stage.body()).contains("<dd>200</dd>");
        assertThat(production.statusCode()).isEqualTo(409);
    }

    @Test
    void stopsEverybodyWhileItIsDisabled() {
        running.connectHelpdesk(priya, ALICE);

        priya.post("/connections/helpdesk/access", "application", "", "change", "Disable");
        HttpResponse<String> disabled = priya.post("/connections/helpdesk/call", "path", "/tickets");
        String shown = priya.get("/connections/helpdesk").body();
        priya.post("/connections/helpdesk/access", "application", "", "change", "Enable");
        HttpResponse<String> enabled = priya.post("/connections/helpdesk/call", "path", "/tickets");

        assertThat(disabled.body()).contains("connection_disabled");
        assertThat(disabled.statusCode()).isEqualTo(403);
        assertThat(shown).contains("This connection is disabled");
        assertThat(enabled.statusCode()).isEqualTo(200);
    }

    @Test
    void turnsThePagesOfALongList() {
        for (int i = 0; i < 25; i++) {
            var unused = running.backend()
                    .connections()
                    .shared(running.service()
                            .service()
                            .connection("Desk " + i)
                            .withLinkName("desk_" + (char) ('a' + i)));
        }

        String first = priya.get("/connections?search=desk").body();
        String second = priya.get("/connections?search=desk&page=1").body();

        assertThat(first).contains("/connections/desk_a\"").doesNotContain("/connections/desk_y\"");
        assertThat(unescaped(first)).contains("/connections?search=desk&page=1").doesNotContain("Previous page");
        assertThat(second)
                .contains("/connections/desk_y\"")
                .contains("Previous page")
                .doesNotContain("Next page");
    }
}
