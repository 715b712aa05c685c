package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationFlow;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionConflictException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.DeviceFlow;
import dev.connections.Field;
import dev.connections.Input;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.spi.ConnectionStore;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each kind of OAuth 2 flow asks for what its service leaves open, and every later call goes where that leads (RULES F5). */
class InputsOfFlowsTest {
    private static final String REDIRECT = "https://app.example.com/callback";
    private static final Input TENANT = Input.text("tenant", "Tenant").withExample("acme");
    private static final Map<String, String> ACME = Map.of("tenant", "acme");

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ConnectionStore store = InMemoryConnectionStore.create(clock);
    private final Connections connections = another();
    private final MockWebServer server = new MockWebServer();

    private Connections another() {
        return Connections.builder().store(store).clock(clock).build();
    }

    @BeforeEach
    void start() throws IOException {
        var answers = new QueueDispatcher();
        answers.setFailFast(true); // what a test has no answer for gets 404, and nobody waits
        server.setDispatcher(answers);
        server.start();
    }

    @AfterEach
    void close() {
        connections.close();
        server.close();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getPort() + "/" + TENANT.place() + path;
    }

    private <F extends AuthorizationFlow> ManagedConnection<F> connected(OAuth2Strategy<F> strategy) {
        Service<F> service = Service.custom("Tenants")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers("http://127.0.0.1:" + server.getPort())
                .authentication(strategy)
                .withApiBase(at("/api"))
                .withIdentity("/me", "/id", "/name")
                .withInputs(TENANT);
        return connections.shared(service.connection("Tenants"));
    }

    private Secret secret() {
        return canary.secret();
    }

    private ManagedConnection<RedirectFlow> redirecting() {
        return connected(OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(at("/authorize"))
                .tokenEndpoint(at("/token"))
                .client("client-1", secret())
                .withRevocationEndpoint(at("/revoke")));
    }

    private void answers(String body) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private void answersTokens(String name) {
        answers("{\"access_token\": \"" + name + "\", \"refresh_token\": \"r-" + name
                + "\", \"token_type\": \"Bearer\", \"expires_in\": 3600}");
    }

    private RecordedRequest taken() throws InterruptedException {
        return Objects.requireNonNull(server.takeRequest());
    }

    private String path() throws InterruptedException {
        return taken().getTarget().replaceFirst("[?].*", "");
    }

    @Test
    void takeARedirectAllTheWayThroughTheTenant() throws Exception {
        var tenants = redirecting();
        assertThat(tenants.authorize().fields()).containsExactly(Field.text("tenant", "Tenant"));
        var request = tenants.authorize().begin(REDIRECT, ACME);
        assertThat(request.uri().getPath()).isEqualTo("/acme/authorize");
        answersTokens("t-1");
        answers("{\"id\": \"u-1\", \"name\": \"Acme\"}");
        answersTokens("t-2");
        answers("{}");
        answers("{}");

        try (Connections elsewhere = another()) { // another node receives the callback
            elsewhere.complete(URI.create(REDIRECT + "?code=c-1&state=" + request.state()), request.state());
        }
        assertThat(path()).isEqualTo("/acme/token");
        assertThat(path()).isEqualTo("/acme/api/me");
        clock.advance(Duration.ofHours(2));
        assertThat(tenants.resolve("/items").getPath()).isEqualTo("/acme/api/items");
        tenants.credentialsFor(tenants.resolve("/items"));
        assertThat(path()).isEqualTo("/acme/token");
        tenants.revoke();

        assertThat(path()).isEqualTo("/acme/revoke");
        assertThat(path()).isEqualTo("/acme/revoke"); // of the refresh token, and of the access token
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void reconnectToTheTenantOfBefore() throws Exception {
        var tenants = redirecting();
        answersTokens("t-1");
        answers("{\"id\": \"u-1\", \"name\": \"Acme\"}");
        var first = tenants.authorize().withInputs(ACME).begin(REDIRECT);
        tenants.authorize().complete(callback(first.state()), first.state());

        assertThat(tenants.reconnect().defaults()).isEqualTo(ACME);
        assertThat(tenants.reconnect().begin(REDIRECT).uri().getPath()).isEqualTo("/acme/authorize");
        var elsewhere = catchThrowableOfType(
                ConnectionConflictException.class,
                () -> tenants.reconnect().begin(REDIRECT, Map.of("tenant", "other")));
        assertThat(elsewhere.code()).isEqualTo("account_differs");
        assertThat(elsewhere).hasMessageContaining("linkNewAccount()");
        var authorizing = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> tenants.authorize().begin(REDIRECT));
        assertThat(authorizing.code()).isEqualTo("input_missing");
    }

    @Test
    void testTheCredentialsAtTheTenant() throws Exception {
        var tenants = redirecting();
        answersTokens("t-1");
        answers("{\"id\": \"u-1\", \"name\": \"Acme\"}");
        var first = tenants.authorize().withInputs(ACME).begin(REDIRECT);
        tenants.authorize().complete(callback(first.state()), first.state());
        taken();
        taken();
        answers("{}");

        assertThat(tenants.test().passed()).isTrue();

        assertThat(path()).isEqualTo("/acme/api/me");
    }

    @Test
    void refuseAForgedCallbackWithoutACall() {
        var tenants = redirecting();
        var begun = tenants.authorize().begin(REDIRECT, ACME);

        var forged = catchThrowableOfType(
                ConnectionSecurityException.class,
                () -> tenants.authorize().complete(callback(begun.state()), "another-session"));
        var late = catchThrowableOfType(
                ConnectionSecurityException.class,
                () -> tenants.authorize().complete(callback(begun.state()), begun.state()));

        assertThat(forged.code()).isEqualTo("state_mismatch");
        assertThat(late.code()).isEqualTo("flow_unknown"); // used up by the forgery
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void redeemAGrantTokenAtTheTenant() throws Exception {
        var tenants = redirecting();
        answersTokens("t-1");

        tenants.authorize().withInputs(ACME).redeem(Secret.of("self-client-code"));

        assertThat(path()).isEqualTo("/acme/token");
    }

    @Test
    void mintAtTheTenant() throws Exception {
        ManagedConnection<UnattendedFlow> tenants = connected(OAuth2.clientCredentials()
                .withPlainHttpForLoopbackTestsOnly()
                .tokenEndpoint(at("/token"))
                .client("client-1", secret()));
        answersTokens("t-1");

        assertThat(tenants.authorize().fields()).extracting(Field::name).containsExactly("tenant");
        tenants.authorize().withInputs(ACME).grant();

        assertThat(path()).isEqualTo("/acme/token");
    }

    @Test
    void askForADeviceCodeAtTheTenant() throws Exception {
        ManagedConnection<DeviceFlow> tenants = connected(OAuth2.device()
                .withPlainHttpForLoopbackTestsOnly()
                .deviceAuthorizationEndpoint(at("/device"))
                .tokenEndpoint(at("/token"))
                .client("client-1", secret()));
        answers("{\"device_code\": \"d\", \"user_code\": \"ABCD\", \"verification_uri\":"
                + " \"https://tenants.example/device\", \"expires_in\": 600, \"interval\": 1}");
        answersTokens("t-1");

        assertThat(tenants.authorize().fields()).extracting(Field::name).containsExactly("tenant");
        var prompt = tenants.authorize().withInputs(ACME).begin();
        clock.advance(Duration.ofSeconds(5));

        assertThat(prompt.poll()).isPresent();
        assertThat(path()).isEqualTo("/acme/device");
        assertThat(path()).isEqualTo("/acme/token");
        assertThat(tenants.resolve("/").getPath()).isEqualTo("/acme/api/");
    }

    @Test
    void leaveNoPlaceInFactsAndShowThemAsTheyAreWritten() {
        var open = OAuth2.authorizationCode()
                .authorizationEndpoint("https://" + TENANT.place() + ".tenants.example/authorize")
                .tokenEndpoint("https://" + TENANT.place() + ".tenants.example/token")
                .client("client-1", secret());
        var service = Service.custom("Tenants")
                .resourceServers("https://api.tenants.example")
                .authentication(open)
                .withInputs(TENANT);

        var failure = catchThrowableOfType(ConnectionConfigurationException.class, service::facts);

        assertThat(failure.code()).isEqualTo("input_missing");
        assertThat(failure).hasMessageContaining("[tenant]").hasMessageContaining("withInputValues(…)");
        assertThat(service.withInputValues(ACME).facts())
                .containsEntry("authorization_endpoint", "https://acme.tenants.example/authorize");
        assertThat(service.toJson()).contains("https://{tenant}.tenants.example/token");
        assertThat(service.explain())
                .contains("https://{tenant}.tenants.example/authorize?", "Host: {tenant}.tenants.example");
    }

    private static URI callback(String state) {
        return URI.create(REDIRECT + "?code=c-1&state=" + state);
    }
}
