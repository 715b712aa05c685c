package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizedConnection.TestResult;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.MutableClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A token is tried without using it where the service has no request for that.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2">RFC 7662, section 2</a>
 */
class Rfc7662Section2Test {
    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Connections connections =
            Connections.builder().clock(clock).ticker(clock).build();

    @BeforeEach
    void tellTheTime() {
        crm.timedBy(clock);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> connected(String... scopes) {
        return connectedAndAsking(crm, scopes);
    }

    private ManagedConnection<RedirectFlow> connectedAndAsking(MockService<?> teller, String... scopes) {
        Service<RedirectFlow> service = Service.custom("Mock service")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(crm.resource("").toString())
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .authorizationEndpoint(
                                crm.endpoint(Endpoint.AUTHORIZATION).toString())
                        .tokenEndpoint(crm.endpoint(Endpoint.TOKEN).toString())
                        .client(crm.clientId(), crm.clientSecret())
                        .withIntrospectionEndpoint(
                                teller.endpoint(Endpoint.INTROSPECTION).toString()));
        ManagedConnection<RedirectFlow> connection =
                connections.shared(service.connection("CRM primary").withScopes(scopes));
        crm.approve(connection, "alice");
        return connection;
    }

    private List<ReceivedRequest> introspections() {
        String path = crm.endpoint(Endpoint.INTROSPECTION).getPath();
        return crm.requests().stream().filter(it -> it.path().equals(path)).toList();
    }

    @Test
    void saysThatATokenIsGoodAndUntilWhen() {
        ManagedConnection<RedirectFlow> connection = connected("leads.read");

        TestResult result = connection.test();

        assertThat(result.passed()).isTrue();
        assertThat(result.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(result.httpStatus()).isEqualTo(200);
        assertThat(result.missingScopes()).isEmpty();
        assertThat(result.nextStep())
                .isEqualTo("nothing: the service says that the credentials are good until 2026-01-01T01:00:00Z");
    }

    /** Section 2.1: a POST with the token and its hint, and the client's authentication beside it. */
    @Test
    void asksWithTheClientsAuthentication() {
        ManagedConnection<RedirectFlow> connection = connected();

        var unused = connection.test();

        assertThat(introspections()).hasSize(1);
        ReceivedRequest asked = introspections().get(0);
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.parameters()).containsOnlyKeys("token", "token_type_hint");
        assertThat(asked.parameters()).containsEntry("token_type_hint", "access_token");
        assertThat(asked.carried(crm.secretOf("alice"))).isTrue();
        assertThat(asked.accepted()).isTrue();
        assertThat(crm.resourceRequests()).isEmpty();
    }

    @Test
    void saysThatATokenWasRevokedAndKeepsIt() {
        ManagedConnection<RedirectFlow> connection = connected();
        crm.revokeAtService("alice");

        TestResult result = connection.test();

        assertThat(result.passed()).isFalse();
        assertThat(result.nextStep()).contains("reconnect()");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.INVALID);
        assertThat(connection.diagnose().toString()).contains("refused: true");
    }

    @Test
    void isActiveAgainOnceTheTokenIsGood() {
        ManagedConnection<RedirectFlow> connection = connected();
        crm.expireTokens();
        var unused = connection.test();

        crm.approve(connection.reconnect(), "alice");
        TestResult result = connection.test();

        assertThat(result.passed()).isTrue();
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED", "HTML", "EMPTY", "HOSTILE_JSON", "RESET_AFTER_COMMIT"})
    void condemnsNoTokenWhileTheServiceSaysNothing(Fault fault) {
        ManagedConnection<RedirectFlow> connection = connected();
        crm.failNext(Endpoint.INTROSPECTION, fault);

        TestResult result = connection.test();

        assertThat(result.passed()).isFalse();
        assertThat(result.httpStatus()).isZero();
        assertThat(result.nextStep()).contains("try again later");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void saysWhatToCorrectWhereTheEndpointDoesNotKnowTheClient() {
        MockService<RedirectFlow> another = MockService.authorizationCode();
        try (another) {
            ManagedConnection<RedirectFlow> connection = connectedAndAsking(another);

            TestResult result = connection.test();

            assertThat(result.passed()).isFalse();
            assertThat(result.httpStatus()).isZero();
            assertThat(result.nextStep())
                    .contains("the introspection endpoint", "check the client id and client secret");
            assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        }
    }

    @Test
    void condemnsNoTokenWhereTheEndpointRefusesTheQuestion() {
        ManagedConnection<RedirectFlow> connection = connected();
        crm.failNext(Endpoint.INTROSPECTION, Fault.INVALID_GRANT);

        TestResult result = connection.test();

        assertThat(result.passed()).isFalse();
        assertThat(result.nextStep()).contains("the introspection endpoint");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void findsTheEndpointInTheMetadata() {
        MockOpenIdProvider acme = MockService.openIdConnect();
        try (acme) {
            acme.timedBy(clock);
            ManagedConnection<RedirectFlow> connection =
                    connections.shared(acme.service().connection("Acme"));
            acme.approve(connection, "alice");

            assertThat(connection.test().passed()).isTrue();
        }
    }

    @Test
    void asksNobodyWhereTheServiceHasARequestOfItsOwn() {
        Service<RedirectFlow> service = crm.service().withProbe("GET", "me");
        ManagedConnection<RedirectFlow> connection = connections.shared(service.connection("With probe"));
        crm.approve(connection, "alice");

        assertThat(connection.test().passed()).isTrue();
        assertThat(introspections()).isEmpty();
    }

    @Test
    void saysWhatIsMissingWhereNobodyCanBeAsked() {
        ManagedConnection<RedirectFlow> connection =
                connections.shared(crm.service().connection("Neither"));
        crm.approve(connection, "alice");

        assertThat(connection.test().nextStep()).contains("has no probe; give it one with withProbe(method, path)");
    }

    @Test
    void refusesAnEndpointThatIsNotHttps() {
        var refusal = catchThrowableOfType(ConnectionConfigurationException.class, () -> {
            var unused = OAuth2.clientCredentials()
                    .tokenEndpoint("https://acme.example/token")
                    .client("client-id", crm.clientSecret())
                    .withIntrospectionEndpoint("http://acme.example/introspect");
        });

        assertThat(refusal.code()).isEqualTo("endpoint_not_https");
    }
}
