package dev.connections.examples.backend;

import static dev.connections.examples.backend.RunningBackend.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ApiKeyCredential;
import dev.connections.BasicCredential;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.RedirectFlow;
import dev.connections.UnattendedFlow;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Custom services of every type, defined by their forms, and the way each is connected. */
class OtherFlowsTest {
    @RegisterExtension
    final RunningBackend running = new RunningBackend();

    private Browser priya;

    @BeforeEach
    void signIn() {
        priya = running.browserOf(PRIYA);
    }

    private HttpResponse<String> create(String type, MockService<?> service, String... further) {
        List<String> fields = new ArrayList<>(List.of(
                "service_name",
                "Elsewhere",
                "api",
                service.resource("").toString(),
                "name",
                "Elsewhere",
                "next",
                "connect"));
        fields.addAll(List.of(further));
        return priya.post("/create/custom/" + type, fields.toArray(String[]::new));
    }

    private String page() {
        return priya.get("/connections/elsewhere").body();
    }

    private String called() {
        return priya.post("/connections/elsewhere/call", "path", "/me").body();
    }

    @Test
    void offersTheCommaBetweenScopesFirstAsZohoDoes() {
        String form = priya.get("/create/custom/oauth2").body();
        String[] fields = running.helpdesk("next", "connect");
        fields[List.of(fields).indexOf("delimiter") + 1] = ",";

        String consent = priya.post("/create/custom/oauth2", fields)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(form).contains("<select name=\"delimiter\"><option value=\",\">Comma</option>");
        assertThat(consent).contains("scope=tickets.read%2Ctickets.write");
    }

    @Test
    void asksNobodyForClientCredentials() {
        try (MockService<UnattendedFlow> service = MockService.clientCredentials()) {
            var unused = create(
                    "oauth2",
                    service,
                    "grant",
                    "client_credentials",
                    "client_id",
                    service.clientId(),
                    "client_secret",
                    service.clientSecret().reveal(),
                    "client_authentication",
                    "body",
                    "token_url",
                    service.endpoint(Endpoint.TOKEN).toString());

            assertThat(page()).contains("Active");
            assertThat(called()).contains("<dd>200</dd>");
        }
    }

    @Test
    void showsTheCodeThatAUserTypesElsewhere() {
        try (MockService<DeviceFlow> service = MockService.device().timedBy(running.clock())) {
            HttpResponse<String> created = create(
                    "oauth2",
                    service,
                    "grant",
                    "device_code",
                    "client_id",
                    service.clientId(),
                    "client_secret",
                    service.clientSecret().reveal(),
                    "authorize_url",
                    service.endpoint(Endpoint.DEVICE_AUTHORIZATION).toString(),
                    "token_url",
                    service.endpoint(Endpoint.TOKEN).toString());
            assertThat(created.headers().firstValue("Location")).hasValue("/connections/elsewhere/device");
            String shown = priya.get("/connections/elsewhere/device").body();
            assertThat(shown).contains("Type this code at the service").contains("I have typed it");

            assertThat(priya.post("/connections/elsewhere/device").body()).contains("no answer yet");
            var unused = service.consent(typed(shown), "alice@example.com");
            running.clock().advance(Duration.ofSeconds(30));
            var unusedPage = priya.post("/connections/elsewhere/device");

            assertThat(page()).contains("Connected.").contains("Active");
            assertThat(called()).contains("<dd>200</dd>");
        }
    }

    /** Where the user ends who follows the link and types the code. */
    private static URI typed(String page) {
        String link = page.substring(page.indexOf("At <a href=\"") + 12);
        String code = page.substring(page.indexOf("class=\"code\">") + 13);
        return URI.create(link.substring(0, link.indexOf('"')) + "?user_code=" + code.substring(0, code.indexOf('<')));
    }

    @Test
    void goesThroughTheThreeLegsOfOAuth1() {
        try (MockService<RedirectFlow> service = MockService.oauth1()) {
            HttpResponse<String> created = create(
                    "oauth1",
                    service,
                    "param_type",
                    "HEADER",
                    "signature",
                    "HMAC_SHA1",
                    "client_id",
                    service.clientId(),
                    "client_secret",
                    service.clientSecret().reveal(),
                    "request_url",
                    service.endpoint(Endpoint.REQUEST_TOKEN).toString(),
                    "authorize_url",
                    service.endpoint(Endpoint.AUTHORIZATION).toString(),
                    "token_url",
                    service.endpoint(Endpoint.TOKEN).toString());
            URI consent = URI.create(created.headers().firstValue("Location").orElseThrow());

            HttpResponse<String> page =
                    priya.open(service.consent(consent, "alice@example.com").toString());

            assertThat(page.body()).contains("Connected").contains("Active").contains("OAuth 1");
            assertThat(called()).contains("<dd>200</dd>");
        }
    }

    @Test
    void triesUserNameAndPasswordBeforeTheyAreSaved() {
        try (MockService<DirectFlow<BasicCredential>> service = MockService.basic()) {
            HttpResponse<String> created = create(
                    "basic",
                    service,
                    "param_type",
                    "header",
                    "user_parameter",
                    "api_user",
                    "user_display",
                    "API user",
                    "key_parameter",
                    "api_pass",
                    "key_display",
                    "API password",
                    "probe",
                    "/me");
            String form = priya.get(created.headers().firstValue("Location").orElseThrow())
                    .body();
            assertThat(form).contains("API user").contains("API password").contains("type=\"password\"");

            HttpResponse<String> wrong = connect("value.api_user", "alice", "value.api_pass", "not-hers");
            HttpResponse<String> right = connect(
                    "value.api_user",
                    "alice",
                    "value.api_pass",
                    service.secretOf("alice").reveal());

            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(wrong.body())
                    .contains("rejected_by_service")
                    .contains("value=\"alice\"")
                    .doesNotContain("not-hers");
            assertThat(right.statusCode()).isEqualTo(303);
            assertThat(page()).contains("Active");
            assertThat(called()).contains("<dd>200</dd>");
        }
    }

    @Test
    void sendsAnApiKeyWhereTheFormSaid() {
        try (MockService<DirectFlow<ApiKeyCredential>> service = MockService.apiKey()) {
            var unused = create(
                    "api_key",
                    service,
                    "type1",
                    "header",
                    "parameter1",
                    "X-Api-Key",
                    "display1",
                    "Elsewhere key",
                    "parameter2",
                    "",
                    "parameter3",
                    "");

            assertThat(priya.get("/connections/elsewhere/connect?purpose=AUTHORIZE")
                            .body())
                    .contains("Elsewhere key");
            unused = connect("value.X-Api-Key", service.secretOf("alice").reveal());

            assertThat(page()).contains("Active");
            assertThat(called()).contains("<dd>200</dd>");
        }
    }

    private HttpResponse<String> connect(String... values) {
        List<String> fields = new ArrayList<>(List.of("purpose", "AUTHORIZE", "filled", "yes"));
        fields.addAll(List.of(values));
        return priya.post("/connections/elsewhere/connect", fields.toArray(String[]::new));
    }
}
