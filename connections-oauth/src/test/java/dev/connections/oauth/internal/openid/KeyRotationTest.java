package dev.connections.oauth.internal.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionSecurityException;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.Keys;
import dev.connections.oauth.ScriptedServer;
import dev.connections.spi.AuthClient;
import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server that signs with a new key: no good token is called a forgery, whoever asks, and whatever fails meanwhile.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RotateSigKeys">OpenID Connect Core, section 10.1.1</a>
 */
@Timeout(30)
class KeyRotationTest {
    private static final URI PLACE = URI.create("https://acme.example/jwks");
    private static final Duration LATER = Duration.ofMinutes(2);

    private final ScriptedServer server = new ScriptedServer();
    private final Signatures signatures = new Signatures(false);

    @BeforeEach
    void knowTheOldKey() {
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));
        require(server, Keys.RSA, "k1", Duration.ZERO);
    }

    private void require(AuthClient http, KeyPair pair, String keyId, Duration later) {
        String token = IdTokens.signed(IdTokens.claims("n"), pair, keyId);
        signatures.require(
                signatures.parsed(token, Paper.ID_TOKEN),
                Paper.ID_TOKEN,
                new Signatures.Keyring(http, PLACE, FakeContext.NOW.plus(later)));
    }

    private void requireNew(AuthClient http, Duration later) {
        require(http, IdTokens.OTHER, "k2", later);
    }

    @Test
    void believesBothWhoCameWhileTheNewKeysWereFetched() throws Exception {
        server.json(200, IdTokens.keys(IdTokens.OTHER, "k2"));
        var second = new FutureTask<>(accepted(LATER));

        requireNew(new Meanwhile(second), LATER);

        assertThat(second.get()).isTrue();
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void believesBothWhoCameWhileOldKeysWereRenewed() throws Exception {
        Duration anHourLater = Duration.ofHours(2);
        server.json(200, IdTokens.keys(IdTokens.OTHER, "k2"));
        var second = new FutureTask<>(accepted(anHourLater));

        requireNew(new Meanwhile(second), anHourLater);

        assertThat(second.get()).isTrue();
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void givesWhoWaitedForAFailureAFailureOfItsOwn() {
        server.json(503, "{}");
        var second = new FutureTask<>(accepted(LATER));

        assertUnavailable(new Meanwhile(second), LATER);

        assertThatThrownBy(second::get)
                .hasCauseInstanceOf(TransientConnectionException.class)
                .cause()
                .hasMessageContaining("could not be had; try again later");
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void saysNothingOfASignatureUntilTheNewKeysCanBeHad() {
        server.json(503, "{}").json(200, IdTokens.keys(IdTokens.OTHER, "k2"));

        assertUnavailable(server, LATER);
        assertUnavailable(server, LATER.plusSeconds(59));
        assertThat(server.calls()).hasSize(2);

        requireNew(server, LATER.plusSeconds(60));
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void saysNothingOfASignatureWhereTheRenewalFailed() {
        server.json(503, "{}");

        assertUnavailable(server, Duration.ofHours(2));

        require(server, Keys.RSA, "k1", Duration.ofHours(2));
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void callsAForgeryOneWhereTheServerPublishesNoSuchKey() {
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));

        assertThatThrownBy(() -> requireNew(server, LATER)).isInstanceOf(ConnectionSecurityException.class);
        assertThatThrownBy(() -> requireNew(server, LATER)).isInstanceOf(ConnectionSecurityException.class);
    }

    private Callable<Boolean> accepted(Duration later) {
        return () -> {
            requireNew(server, later);
            return true;
        };
    }

    private void assertUnavailable(AuthClient http, Duration later) {
        assertThatThrownBy(() -> requireNew(http, later))
                .isInstanceOfSatisfying(
                        TransientConnectionException.class,
                        failure -> assertThat(failure.code()).isEqualTo("keys_unavailable"));
    }

    /** Answers once another caller waits, too. */
    private final class Meanwhile implements AuthClient {
        private final FutureTask<Boolean> other;

        Meanwhile(FutureTask<Boolean> other) {
            this.other = other;
        }

        @Override
        public Reply send(Call call) {
            var thread = new Thread(other);
            thread.start();
            while (thread.getState() != Thread.State.TIMED_WAITING && !other.isDone()) {
                Thread.onSpinWait();
            }
            return server.send(call);
        }

        @Override
        public AuthClient publicAddressesOnly() {
            return this;
        }
    }
}
