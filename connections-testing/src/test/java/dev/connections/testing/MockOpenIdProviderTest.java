package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockService.Endpoint;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MockOpenIdProviderTest {
    @RegisterExtension
    final MockOpenIdProvider acme = MockService.openIdConnect();

    private final Connections connections = Connections.inMemory();
    private final HandmadeClient client = new HandmadeClient(acme);

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> connection() {
        return connections.shared(acme.service().connection("Acme"));
    }

    private String keys() {
        return client.get(acme.endpoint(Endpoint.KEYS), Map.of()).body();
    }

    @Test
    void playsAVariantOnce() {
        ManagedConnection<RedirectFlow> connection = connection();
        acme.answerNext(OpenIdVariant.NONCE_WRONG);

        assertThatThrownBy(() -> acme.approve(connection, "alice")).isInstanceOf(ConnectionSecurityException.class);
        acme.approve(connection, "alice");

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void forgetsWhatItWasToPlayWhenItStops() {
        acme.answerNext(OpenIdVariant.NONCE_WRONG);
        acme.close();

        assertThat(acme.approve(connection(), "alice").status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void knowsItsUsersByTheSameSubject() {
        assertThat(acme.approve(connection(), "alice").account().orElseThrow().name())
                .isEqualTo("alice");
        assertThat(acme.subjectOf("alice")).isEqualTo(acme.subjectOf("alice")).isNotEqualTo(acme.subjectOf("bob"));
    }

    @Test
    void publishesAnotherKeyOnceItRotated() {
        String before = keys();

        acme.rotateKeys();

        assertThat(keys()).isNotEqualTo(before).contains("\"kid\":\"key-2\"").doesNotContain("\"d\"");
    }

    @Test
    void refusesUserInfoWithoutAToken() {
        assertThat(client.get(acme.endpoint(Endpoint.USER_INFO), Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void refusesAnAlgorithmItDoesNotKnow() {
        assertThatThrownBy(() -> acme.signingWith("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use one of");
    }
}
