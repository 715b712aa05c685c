package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.ReceivedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Registration goes over the HTTP that flows use. */
class ClientRegistrationTest {
    @RegisterExtension
    final MockOpenIdProvider acme = MockService.openIdConnect();

    private final Connections connections = Connections.inMemory();

    @AfterEach
    void close() {
        connections.close();
    }

    private ClientRegistration registration() {
        return ClientRegistration.atLoopbackForTestsOnly(acme.issuer().toString())
                .withRedirectUris("https://app.example.com/callback");
    }

    @Test
    void asksTheServerWhereClientsAreRegistered() {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> registration().register(connections.authClient()));

        assertThat(refusal.code()).isEqualTo("registration_unsupported");
        assertThat(refusal).hasMessageContaining("register the client on the service's own pages");
        assertThat(acme.requests())
                .extracting(ReceivedRequest::path)
                .containsExactly("/.well-known/openid-configuration");
    }

    @Test
    void hasNoHttpOnceItIsClosed() {
        connections.close();

        assertThatThrownBy(connections::authClient).isInstanceOf(IllegalStateException.class);
    }
}
