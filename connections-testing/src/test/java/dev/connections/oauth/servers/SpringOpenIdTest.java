package dev.connections.oauth.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.AuthorizationStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** OpenID Connect at Spring Authorization Server, which signs with one key at a time. */
@RealServer("Spring Authorization Server")
class SpringOpenIdTest extends OpenIdContract {
    private static final Duration KEYS_MAY_BE_FETCHED_AGAIN = Duration.ofMinutes(2);

    private final SpringAuthorizationServer server = SpringAuthorizationServer.startWithOpenId();

    @Override
    protected AuthorizationServer start() {
        return server;
    }

    @Test
    @Proves("ID token signed with a rotated key")
    void idTokenIsBelievedAfterTheServerChangedItsKey() {
        var connection = identifying();
        Application.authorize(connection);

        server.rotateSigningKey();
        app().clock().advance(KEYS_MAY_BE_FETCHED_AGAIN);
        var again = Application.reconnect(connection, Registrations.ALICE);

        assertThat(again.status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }
}
