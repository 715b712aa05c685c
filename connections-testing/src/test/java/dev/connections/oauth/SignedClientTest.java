package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Authorization;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that sign, at a service that takes each assertion once (RFC 7523). */
class SignedClientTest {
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    @RegisterExtension
    final MockService<UnattendedFlow> jobs = MockService.jwtBearer();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final InMemoryConnectionStore store = InMemoryConnectionStore.create(clock);
    private final Connections connections =
            Connections.builder().clock(clock).store(store).build();

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> connection(ClientAuthentication authentication) {
        crm.timedBy(clock);
        return connections.shared(Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(crm.resource("").toString())
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .issuer(crm.issuer().toString())
                        .client(crm.clientId(), authentication))
                .connection("CRM"));
    }

    @Test
    void authorizesRefreshesAndRevokesWithAPrivateKey(SecretCanary canary) {
        ManagedConnection<RedirectFlow> connection =
                connection(ClientAuthentication.privateKeyJwt("mock-key", crm.clientKey()));
        crm.approve(connection, ALICE);
        clock.advance(Duration.ofHours(2));

        var unused = connection.credentialsFor(crm.resource("leads")).revealHeaders();
        connection.revoke();

        assertThat(crm.tokenRequests()).extracting(TokenRequest::accepted).containsExactly(true, true);
        assertThat(crm.tokenRequests())
                .noneMatch(request -> request.carried(crm.clientSecret()))
                .allMatch(request -> request.parameters().containsKey("client_assertion"));
        assertThat(crm.revocationRequests()).hasSize(2).allMatch(MockService.ReceivedRequest::accepted);
    }

    @Test
    void authorizesWithATokenSignedByItsSecret() {
        ManagedConnection<RedirectFlow> connection =
                connection(ClientAuthentication.secret(ClientAuthentication.CLIENT_SECRET_JWT, crm.clientSecret()));

        Authorization authorization = crm.approve(connection, ALICE);

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(crm.tokenRequests()).noneMatch(request -> request.carried(crm.clientSecret()));
    }

    @Test
    void readsItsKeyBackFromTheStore() {
        ManagedConnection<RedirectFlow> connection =
                connection(ClientAuthentication.privateKeyJwt("mock-key", crm.clientKey()));
        crm.approve(connection, ALICE);
        clock.advance(Duration.ofHours(2));

        try (Connections other = Connections.builder().clock(clock).store(store).build()) {
            var unused = other.get("crm").credentialsFor(crm.resource("leads")).revealHeaders();
        }

        assertThat(crm.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void saysThatTheServiceDoesNotKnowTheAssertion() {
        ManagedConnection<RedirectFlow> connection = connection(ClientAuthentication.privateKeyJwt(
                JwtAssertion.signedWith("mock-key", crm.clientKey()).withAudience("https://elsewhere.example")));

        var refusal =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> crm.approve(connection, ALICE));

        assertThat(refusal.code()).isEqualTo("invalid_client");
        assertThat(refusal.errorDescription()).isEqualTo("the audience is another server");
    }

    @Test
    void asksWithASignedRequest() {
        crm.timedBy(clock);
        ManagedConnection<RedirectFlow> connection = connections.shared(Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(crm.resource("").toString())
                .authentication(OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .issuer(crm.issuer().toString())
                        .client(crm.clientId(), ClientAuthentication.privateKeyJwt("mock-key", crm.clientKey()))
                        .withRequestObject())
                .connection("CRM")
                .withScopes("leads.read"));

        Authorization authorization = crm.approve(connection, ALICE);

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(authorization.grantedScopes()).containsExactly("leads.read");
    }

    @Test
    void mintsWithANewAssertionWhenTheTokenHasExpired() {
        jobs.timedBy(clock);
        ManagedConnection<UnattendedFlow> connection =
                connections.shared(jobs.service().connection("Nightly").withScopes("leads.read"));
        jobs.approve(connection, ALICE);
        clock.advance(Duration.ofHours(2));

        var unused = connection.credentialsFor(jobs.resource("leads")).revealHeaders();

        assertThat(jobs.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly(
                        "urn:ietf:params:oauth:grant-type:jwt-bearer", "urn:ietf:params:oauth:grant-type:jwt-bearer");
        assertThat(jobs.tokenRequests()).extracting(TokenRequest::accepted).containsExactly(true, true);
    }
}
