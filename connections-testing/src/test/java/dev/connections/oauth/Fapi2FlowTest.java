package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The happy paths of the profile's conformance suite, and two of its unhappy ones (RELIABILITY 1.16, 1.19). */
class Fapi2FlowTest {
    private static final String ALICE = "alice@example.com";
    private static final String CALLBACK = "https://app.example.com/callback";

    @RegisterExtension
    final MockService<RedirectFlow> bank = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> declared(OAuth2Strategy<RedirectFlow> strategy) {
        bank.timedBy(clock).rotatingRefreshTokens(Duration.ZERO);
        return connections.shared(Service.custom("Bank")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(bank.resource("").toString())
                .authentication(strategy)
                .connection("Bank")
                .withScopes("accounts"));
    }

    private OAuth2Strategy<RedirectFlow> fapi() {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .issuer(bank.issuer().toString())
                .client(bank.clientId(), ClientAuthentication.privateKeyJwt("mock-key", bank.clientKey()))
                .withFapi2();
    }

    private String header(ManagedConnection<RedirectFlow> connection) {
        return connection
                .credentialsFor("GET", bank.resource("accounts"))
                .revealHeaders()
                .get("Authorization");
    }

    @Test
    void authorizesAndRefreshesWithNoncesAndWithout() {
        ManagedConnection<RedirectFlow> connection = declared(fapi());
        bank.failNext(Fault.DPOP_NONCE);

        var unused = bank.approve(connection, ALICE);
        clock.advance(Duration.ofHours(2));
        String renewed = header(connection);

        assertThat(renewed).isEqualTo("DPoP " + bank.secretOf(ALICE).reveal());
        assertThat(bank.tokenRequests()).extracting(TokenRequest::error).containsExactly("use_dpop_nonce", "", "");
        assertThat(bank.tokenRequests()).noneMatch(request -> request.carried(bank.clientSecret()));
    }

    @Test
    void pushesASignedRequestToo() {
        ManagedConnection<RedirectFlow> connection = declared(fapi().withRequestObject());

        AuthorizationRequest request = connection.authorize().begin(CALLBACK);
        var authorization = connection.authorize().complete(bank.consent(request.uri(), ALICE), request.state());

        assertThat(request.uri().getRawQuery()).startsWith("client_id=").contains("&request_uri=urn");
        assertThat(request.uri().getRawQuery().split("&", -1)).hasSize(2);
        assertThat(authorization.grantedScopes()).containsExactly("accounts");
    }

    @Test
    void refusesACallbackFromNobodyAndCallsNoEndpoint() {
        ManagedConnection<RedirectFlow> connection = declared(fapi());
        AuthorizationRequest request = connection.authorize().begin(CALLBACK);
        String callback = bank.consent(request.uri(), ALICE).toString();

        ConnectionException refusal = catchThrowableOfType(
                ConnectionException.class,
                () -> connection
                        .authorize()
                        .complete(URI.create(callback.replaceFirst("&iss=[^&]*", "")), request.state()));

        assertThat(refusal.code()).isEqualTo("issuer_missing");
        assertThat(bank.tokenRequests()).isEmpty();
    }

    @Test
    void saysWhatTheServerRefusedBeforeTheBrowserGoes() {
        ManagedConnection<RedirectFlow> connection = declared(fapi());
        bank.failNext(Endpoint.PUSHED_AUTHORIZATION, Fault.UNAVAILABLE);

        ConnectionException refusal = catchThrowableOfType(
                ConnectionException.class, () -> connection.authorize().begin(CALLBACK));

        assertThat(refusal.code()).isEqualTo("service_unavailable");
        assertThat(refusal).hasMessageContaining("pushed authorization request endpoint");
    }
}
