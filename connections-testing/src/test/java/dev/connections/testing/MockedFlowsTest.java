package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ApiKeyCredential;
import dev.connections.Authorization;
import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizationStatus;
import dev.connections.BasicCredential;
import dev.connections.ConnectionException;
import dev.connections.Connections;
import dev.connections.DeviceFlow;
import dev.connections.DirectFlow;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.SubjectToken;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.MockService.TokenRequest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The SDK and the mock service, for each kind. */
class MockedFlowsTest {
    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    @RegisterExtension
    final MockService<UnattendedFlow> jobs = MockService.clientCredentials();

    @RegisterExtension
    final MockService<DirectFlow<BasicCredential>> erp = MockService.basic();

    @RegisterExtension
    final MockService<DirectFlow<ApiKeyCredential>> weather = MockService.apiKey();

    @RegisterExtension
    final MockService<RedirectFlow> photos = MockService.oauth1();

    @RegisterExtension
    final MockService<DeviceFlow> television = MockService.device();

    @RegisterExtension
    final MockService<DirectFlow<BasicCredential>> legacy = MockService.passwordGrant();

    @RegisterExtension
    final MockService<DirectFlow<SubjectToken>> backend = MockService.tokenExchange();

    @RegisterExtension
    final MockService<UnattendedFlow> nightly = MockService.jwtBearer();

    private final HandmadeClient client = new HandmadeClient(crm);
    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void authorizesThroughTheConsentPage() {
        approves(crm);

        assertThat(crm.tokenRequests()).extracting(TokenRequest::grantType).containsExactly("authorization_code");
    }

    @Test
    void authorizesWithSignatures() {
        approves(photos);
    }

    @Test
    void authorizesADevice() {
        approves(television);
    }

    @Test
    void authorizesWithAPasswordThatIsExchanged() {
        approves(legacy);

        assertThat(legacy.tokenRequests()).extracting(TokenRequest::grantType).containsExactly("password");
    }

    @Test
    void authorizesWithATokenThatIsExchanged() {
        approves(backend);
    }

    @Test
    void isRefusedForAWrongExchangedPassword() {
        assertThat(denies(legacy).code()).isEqualTo("invalid_grant");
    }

    @Test
    void isRefusedForAnUnknownSubjectToken() {
        assertThat(denies(backend).code()).isEqualTo("invalid_request");
    }

    @Test
    void authorizesTheClientWithAnAssertion() {
        approves(nightly);
    }

    @Test
    void isRefusedForAnAssertion() {
        assertThat(denies(nightly).code()).isEqualTo("invalid_grant");
    }

    @Test
    void authorizesTheClientItself() {
        approves(jobs);

        assertThat(jobs.tokenRequests()).extracting(TokenRequest::grantType).containsExactly("client_credentials");
    }

    @Test
    void authorizesWithAPassword() {
        approves(erp);
    }

    @Test
    void authorizesWithAKey() {
        approves(weather);
    }

    @Test
    void isRefusedAtTheConsentPage() {
        assertThat(denies(crm)).isInstanceOf(AuthorizationDeniedException.class);
    }

    @Test
    void isRefusedAtTheConsentPageOfOAuth1() {
        assertThat(denies(photos)).isInstanceOf(AuthorizationDeniedException.class);
    }

    @Test
    void isRefusedAtTheTokenEndpoint() {
        assertThat(denies(jobs).error()).isEqualTo("unauthorized_client");
    }

    @Test
    void isRefusedForAWrongPassword() {
        denies(erp);
    }

    @Test
    void isRefusedForAWrongKey() {
        denies(weather);
    }

    private <F extends AuthorizationFlow> void approves(MockService<F> service) {
        ManagedConnection<F> connection = connect(service);

        Authorization authorization = service.approve(connection, "alice@example.com");

        URI leads = connection.resolve("leads");
        String fetched = client.get(
                        leads, connection.credentialsFor("GET", leads).revealHeaders())
                .body();
        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(leads).isEqualTo(service.resource("leads"));
        assertThat(fetched).contains("\"account\":\"alice@example.com\"");
        assertThat(service.resourceRequests())
                .extracting(ReceivedRequest::accepted)
                .containsExactly(true);
        assertThat(service.resourceRequests().get(0).carried(service.secretOf("alice@example.com")))
                .isTrue();
    }

    private <F extends AuthorizationFlow> ConnectionException denies(MockService<F> service) {
        ManagedConnection<F> connection = connect(service);

        ConnectionException refused = service.deny(connection);

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
        return refused;
    }

    private <F extends AuthorizationFlow> ManagedConnection<F> connect(MockService<F> service) {
        return connections.shared(
                service.service().connection("Connection under test").withScopes());
    }
}
