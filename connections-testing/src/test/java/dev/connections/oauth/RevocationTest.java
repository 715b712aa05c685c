package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.Connections;
import dev.connections.Environment;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.Revocation;
import dev.connections.Secret;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.ReceivedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 7009, and what a revocation leaves alone. */
class RevocationTest {
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final Connections connections = Connections.inMemory();
    private ManagedConnection<RedirectFlow> connection;

    @BeforeEach
    void authorize() {
        connection = connections.shared(crm.service().connection("CRM primary"));
        crm.approve(connection, ALICE);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void endsTheTokensAtTheService() {
        Secret accessToken = crm.secretOf(ALICE);

        Revocation revocation = connection.revoke();

        assertThat(revocation.accountLivesOn()).isFalse();
        assertThat(revocation.environments()).containsExactlyInAnyOrder(Environment.values());
        assertThat(revocation.providerAnswer()).isPresent();
        assertThat(crm.revocationRequests())
                .isNotEmpty()
                .extracting(ReceivedRequest::accepted)
                .containsOnly(true);
        assertThat(crm.revocationRequests()).anyMatch(request -> request.carried(accessToken));
        assertThat(crm.revocationRequests().get(0).parameters()).containsEntry("token_type_hint", "refresh_token");
    }

    @Test
    void servesNothingAfterwards() {
        connection.revoke();

        var refused = catchThrowableOfType(
                ReauthorizationRequiredException.class, () -> connection.credentialsFor(crm.resource("leads")));

        assertThat(refused.code()).isEqualTo("not_authorized");
        assertThat(refused).hasMessageContaining("authorize()");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED", "RESET_AFTER_COMMIT", "INVALID_GRANT"})
    void endsTheAuthorizationHereEvenIfTheServiceFails(Fault fault) {
        crm.failNext(Endpoint.REVOCATION, fault);
        crm.failNext(Endpoint.REVOCATION, fault);

        Revocation revocation = connection.revoke();

        assertThat(revocation.providerAnswer()).isPresent();
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @Test
    void leavesOtherConnectionsAlone() {
        var other = connections.shared(crm.service().connection("Other"));
        crm.approve(other, "bob@example.com");

        connection.revoke();

        assertThat(other.credentialsFor(crm.resource("leads")).revealHeaders())
                .containsEntry(
                        "Authorization",
                        "Bearer " + crm.secretOf("bob@example.com").reveal());
        assertThat(other.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void canBeAuthorizedAgain() {
        connection.revoke();

        crm.approve(connection, ALICE);

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }
}
