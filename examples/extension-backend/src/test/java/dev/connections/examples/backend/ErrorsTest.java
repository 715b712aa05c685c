package dev.connections.examples.backend;

import static dev.connections.examples.backend.RunningBackend.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every failure is a page with what happened, its code and what to do, under the right status. */
class ErrorsTest {
    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    private Browser priya;

    @BeforeEach
    void signIn() {
        priya = running.browserOf(PRIYA);
    }

    @Test
    void saysThatAConnectionIsUnknown() {
        HttpResponse<String> page = priya.get("/connections/nothing_of_that_name");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no connection &quot;nothing_of_that_name&quot;.");
    }

    @Test
    void saysThatAPageIsUnknown() {
        assertThat(priya.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void namesTheNearestDefaultServices() {
        HttpResponse<String> page = priya.get("/create/default/githab");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("unknown_service").contains("github");
    }

    @Test
    void showsTheFormAgainWithWhatWasTypedSaveSecrets() {
        String[] fields = running.helpdesk("next", "stay");
        fields[3] = "ftp://nowhere.example";

        HttpResponse<String> page = priya.post("/create/custom/oauth2", fields);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("role=\"alert\"")
                .contains("endpoint_malformed")
                .contains("value=\"" + running.service().clientId() + "\"")
                .doesNotContain(running.service().clientSecret().reveal());
    }

    @Test
    void refusesACallbackThatThisBrowserDidNotBegin() {
        HttpResponse<String> begun = priya.post("/create/custom/oauth2", running.helpdesk("next", "connect"));
        URI callback = running.service()
                .consent(URI.create(begun.headers().firstValue("Location").orElseThrow()), "mallory@example.com");

        HttpResponse<String> page = running.browserOf(PRIYA).get(callback.toString());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Code:").contains("state");
        assertThat(priya.get("/connections/helpdesk").body()).contains("Disconnected");
    }

    @Test
    void saysThatTheUserRefused() {
        HttpResponse<String> begun = priya.post("/create/custom/oauth2", running.helpdesk("next", "connect"));
        URI callback = running.service()
                .refusal(URI.create(begun.headers().firstValue("Location").orElseThrow()));

        HttpResponse<String> page = priya.get(callback.toString());

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("access_denied");
    }

    @Test
    void saysWhenToTryAgainWhileTheServiceIsDown() {
        var unused = running.connectHelpdesk(priya, "alice@example.com");
        running.clock().advance(Duration.ofHours(2));
        running.service().failNext(Endpoint.TOKEN, Fault.UNAVAILABLE);

        HttpResponse<String> page = priya.post("/connections/helpdesk/call", "path", "/tickets");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After").orElse("")).matches("[1-9]\\d*");
        assertThat(page.body()).contains("Code:");
    }

    @Test
    void takesAnAddressElsewhereForAPathOfTheService() {
        var unused = running.connectHelpdesk(priya, "alice@example.com");

        HttpResponse<String> page =
                priya.post("/connections/helpdesk/call", "path", "https://elsewhere.example/collect");

        assertThat(page.body()).contains("GET " + running.service().issuer() + "/api/https");
    }

    @Test
    void saysNoMoreThanThatSomethingBrokeWhenItIsNotTheUsersAffair() {
        running.backend().connections().close();

        HttpResponse<String> page = priya.get("/connections");

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body()).contains("Something broke on our side.").doesNotContain("closed");
    }

    @Test
    void answersAHostileAddressWithANotFound() {
        HttpResponse<String> page = priya.post("/connections/helpdesk%00/delete");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("Exception");
    }
}
