package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import org.junit.jupiter.api.Test;

/** Bound tokens at Keycloak, in the integration profile; it can insist on them. */
@RealServer("Keycloak")
class KeycloakBoundTokenIT extends BoundTokenContract {
    @Override
    protected AuthorizationServer start() {
        return KeycloakServer.running();
    }

    @Test
    @Proves("forced proof of possession")
    void clientThatMustProveItsKeyIsRefusedWhenItDoesNot() {
        var connection = app().stated(Registrations.BOUND);
        var request = connection.authorize().begin(Registrations.REDIRECT_URI);
        var callback = LoginBrowser.approve(request.uri());

        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> connection.authorize().complete(callback, request.state()));

        assertThat(refusal).hasMessageContaining("DPoP");
        assertThat(app().tokenRequests()).hasSize(1);
    }
}
