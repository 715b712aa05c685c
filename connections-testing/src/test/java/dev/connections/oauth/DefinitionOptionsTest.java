package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.spi.CredentialStrategy;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Definitions of the same strict server in other words: client authentication, discovery, grants. */
class DefinitionOptionsTest {
    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    @RegisterExtension
    final MockService<UnattendedFlow> jobs = MockService.clientCredentials();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();

    @AfterEach
    void close() {
        connections.close();
    }

    private Service<RedirectFlow> service(CredentialStrategy<?, RedirectFlow> strategy) {
        return Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(crm.resource("").toString())
                .authentication(strategy);
    }

    private OAuth2.NeedsClient<RedirectFlow> endpoints() {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .authorizationEndpoint(crm.endpoint(Endpoint.AUTHORIZATION).toString())
                .tokenEndpoint(crm.endpoint(Endpoint.TOKEN).toString());
    }

    private void worksWith(CredentialStrategy<?, RedirectFlow> strategy) {
        var connection = connections.shared(service(strategy).connection("CRM primary"));

        crm.approve(connection, "alice");
        clock.advance(Duration.ofHours(2));
        var credentials = connection.credentialsFor(connection.resolve("leads"));

        assertThat(credentials.revealHeaders())
                .containsEntry(
                        "Authorization", "Bearer " + crm.secretOf("alice").reveal());
        assertThat(crm.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void authenticatesTheClientInTheHeader() {
        worksWith(endpoints().client(crm.clientId(), crm.clientSecret()));

        assertThat(crm.tokenRequests().get(0).parameters()).doesNotContainKeys("client_id", "client_secret");
    }

    @Test
    void authenticatesTheClientInTheForm() {
        worksWith(endpoints()
                .client(crm.clientId(), crm.clientSecret())
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST));

        assertThat(crm.tokenRequests().get(1).parameters()).containsEntry("client_secret", "Secret[redacted]");
    }

    @Test
    void namesAPublicClientOnly() {
        worksWith(endpoints().publicClient(crm.publicClientId()));

        assertThat(crm.tokenRequests().get(1).parameters()).containsEntry("client_id", crm.publicClientId());
    }

    @Test
    void discoversTheEndpointsOfAnIssuer() {
        worksWith(OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .issuer(crm.issuer().toString())
                .client(crm.clientId(), crm.clientSecret()));
    }

    @Test
    void discoversTheRevocationEndpointOfAnIssuer() {
        var strategy = OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .issuer(crm.issuer().toString())
                .client(crm.clientId(), crm.clientSecret());
        var connection = connections.shared(service(strategy).connection("CRM primary"));
        crm.approve(connection, "alice");

        connection.revoke();

        assertThat(crm.revocationRequests()).isNotEmpty();
    }

    @Test
    void blamesTheConfigurationForAWrongClientSecret() {
        var strategy = endpoints().client(crm.clientId(), Secret.of("a wrong client secret"));
        var connection = connections.shared(service(strategy).connection("CRM primary"));

        var failure =
                catchThrowableOfType(ConnectionConfigurationException.class, () -> crm.approve(connection, "alice"));

        assertThat(failure.code()).isEqualTo("invalid_client");
        assertThat(failure.error()).isEqualTo("invalid_client");
        assertThat(failure).hasMessageContaining("check the client id and client secret");
    }

    @Test
    void mintsClientCredentialsAgainWhenTheyExpire() {
        var connection = connections.shared(jobs.service().connection("Jobs").withScopes("jobs.run"));
        jobs.approve(connection, "nightly");
        clock.advance(Duration.ofHours(2));

        var credentials = connection.credentialsFor(connection.resolve("queue"));

        assertThat(credentials.revealHeaders())
                .containsEntry(
                        "Authorization", "Bearer " + jobs.secretOf("nightly").reveal());
        assertThat(jobs.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("client_credentials", "client_credentials");
        assertThat(jobs.tokenRequests().get(1).parameters()).containsEntry("scope", "jobs.run");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }
}
