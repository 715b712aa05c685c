package dev.connections.examples.backend;

import static dev.connections.examples.backend.RunningBackend.CHEN;
import static dev.connections.examples.backend.RunningBackend.DANA;
import static dev.connections.examples.backend.RunningBackend.OMAR;
import static dev.connections.examples.backend.RunningBackend.PRIYA;
import static dev.connections.examples.backend.RunningBackend.ULLA;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see and send what. */
class SignInTest {
    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("stays");
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }

    @Test
    void sendsStrangersToTheSignIn() {
        Browser stranger = new Browser(running.site());

        for (String path : EveryPage.PATHS) {
            HttpResponse<String> response = stranger.get(path);
            assertThat(location(response)).as(path).isEqualTo("/sign-in");
            assertThat(response.body()).isEmpty();
        }
    }

    @Test
    void givesAnotherSessionAtTheSignIn() {
        Browser browser = new Browser(running.site());
        String before = cookie(browser.get("/sign-in"));

        String after = cookie(browser.post("/sign-in", "person", PRIYA));

        assertThat(before).contains("; HttpOnly; SameSite=Lax");
        assertThat(after).contains("; HttpOnly; SameSite=Lax").isNotEqualTo(before);
    }

    @Test
    void refusesSomebodyUnknown() {
        Browser browser = new Browser(running.site());
        var unused = browser.get("/sign-in");

        HttpResponse<String> response = browser.post("/sign-in", "person", "1");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Pick somebody below");
    }

    @Test
    void endsTheSessionAtTheSignOut() {
        Browser priya = running.browserOf(PRIYA);
        var unused = priya.post("/sign-out");

        assertThat(location(priya.get("/connections"))).isEqualTo("/sign-in");
    }

    @Test
    void forgetsAnIdleSession() {
        Browser priya = running.browserOf(PRIYA);
        running.clock().advance(Duration.ofHours(9));

        assertThat(location(priya.get("/connections"))).isEqualTo("/sign-in");
    }

    @Test
    void takesNoFormWithoutTheTokenOfItsSession() {
        Browser priya = running.browserOf(PRIYA);

        HttpResponse<String> without = priya.postWithToken("/create/custom/oauth2", "", running.helpdesk());
        HttpResponse<String> another = priya.postWithToken("/create/custom/oauth2", "guessed", running.helpdesk());

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(another.statusCode()).isEqualTo(403);
        assertThat(another.body()).contains("Open the page again and send it from there.");
        assertThat(running.backend().connections().all()).isEmpty();
    }

    @Test
    void takesNoFormFromAnotherSite() {
        Browser priya = running.browserOf(PRIYA);

        HttpResponse<String> response =
                priya.send(HttpRequest.newBuilder(running.site().resolve("/sign-out"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "https://evil.example")
                        .POST(BodyPublishers.ofString("token="))
                        .build());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("The form was on another site.");
    }

    @Test
    void answersUnderItsOwnNameOnly() {
        URI otherName = URI.create(running.site().toString().replace("127.0.0.1", "localhost"));

        HttpResponse<String> response = new Browser(otherName).get("/sign-in");

        assertThat(response.statusCode()).isEqualTo(421);
        assertThat(response.body()).contains("found at " + running.site());
    }

    @Test
    void takesNothingButSmallForms() {
        Browser priya = running.browserOf(PRIYA);
        var json = HttpRequest.newBuilder(running.site().resolve("/sign-out"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(priya.send(json).statusCode()).isEqualTo(415);
        assertThat(priya.post("/sign-out", "much", "x".repeat(70_000)).statusCode())
                .isEqualTo(413);
        assertThat(priya.post("/connections").statusCode()).isEqualTo(405);
    }

    @Test
    void tellsTheBrowserToRefuseForeignCode() {
        HttpResponse<String> page = new Browser(running.site()).get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void offersToUsersOnlyWhatIsTheirs() {
        Browser priya = running.browserOf(PRIYA);
        var unused = running.connectHelpdesk(priya, "alice@example.com");
        unused = priya.post(
                "/create/custom/oauth2", running.helpdesk("per_user", "yes", "link_name", "mine", "next", "stay"));

        String list = running.browserOf(ULLA).get("/connections").body();

        assertThat(list)
                .contains("/connections/mine")
                .doesNotContain("/connections/helpdesk")
                .doesNotContain("/create");
    }

    @Test
    void hidesFromAUserWhatIsManagedByOthers() {
        var unused = running.connectHelpdesk(running.browserOf(PRIYA), "alice@example.com");
        Browser ulla = running.browserOf(ULLA);

        assertThat(ulla.get("/connections/helpdesk").statusCode()).isEqualTo(404);
        assertThat(ulla.post("/connections/helpdesk/delete").statusCode()).isEqualTo(404);
        assertThat(running.backend().connections().find("helpdesk")).isPresent();
    }

    @Test
    void refusesAClientWhatOnlyAdministratorsMay() {
        var unused = running.connectHelpdesk(running.browserOf(PRIYA), "alice@example.com");

        HttpResponse<String> page = running.browserOf(CHEN).post("/connections/helpdesk/delete");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("operation_forbidden")
                .contains("ask one of")
                .contains("DEVELOPER");
        assertThat(running.backend().connections().find("helpdesk")).isPresent();
    }

    @Test
    void letsAClientReconnectButNotRevokeWhatIsShared() {
        var unused = running.connectHelpdesk(running.browserOf(PRIYA), "alice@example.com");
        Browser chen = running.browserOf(CHEN);

        assertThat(chen.get("/connections/helpdesk").body())
                .contains("Reconnect")
                .doesNotContain("/connections/helpdesk/revoke");
        assertThat(chen.post("/connections/helpdesk/revoke").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {PRIYA, DANA, CHEN, ULLA, OMAR})
    void showsEverybodyAPageOrWhyNot(String person) {
        FurnishedHouse.furnish(running);
        Browser browser = running.browserOf(person);

        for (String path : EveryPage.PATHS) {
            assertThat(browser.get(path).statusCode()).as(path).isIn(200, 403, 404);
        }
        assertThat(browser.get("/connections").body()).contains("/connections/calendar\"");
    }

    @Test
    void keepsWhatEachUserConnectedApart() {
        Browser priya = running.browserOf(PRIYA);
        Browser ulla = running.browserOf(ULLA);
        var unused = priya.post(
                "/create/custom/oauth2", running.helpdesk("per_user", "yes", "link_name", "mine", "next", "stay"));
        unused = running.consent(
                ulla, ulla.post("/connections/mine/connect", "purpose", "AUTHORIZE"), "ulla@example.com");

        assertThat(ulla.get("/connections/mine").body()).contains("Active");
        assertThat(priya.get("/connections/mine").body()).contains("No account");
    }
}
