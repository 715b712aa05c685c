package dev.connections.oauth.internal.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.JWK;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.Keys;
import dev.connections.oauth.ScriptedServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Keys that come late, badly or not at all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
class KeySourceTest {
    private static final URI PLACE = URI.create("https://acme.example/jwks");
    private static final Instant NOW = FakeContext.NOW;
    private static final String GOOD = IdTokens.keys(Keys.RSA, "k1");

    private final ScriptedServer server = new ScriptedServer();
    private final KeySource source = new KeySource();

    private KeySource.Found keys(Duration later) {
        return source.keys(server, PLACE, NOW.plus(later));
    }

    @Test
    void usesTheLastCopyForADayWhileTheKeysCannotBeHad() {
        server.json(200, GOOD);
        var unused = keys(Duration.ZERO);
        server.json(503, "{}");

        KeySource.Found found = keys(Duration.ofHours(23));

        assertThat(found.keys()).hasSize(1);
        assertThat(found.justFetched()).isFalse();
    }

    @Test
    void asksAgainOnlyAfterAMinuteWhereTheKeysCouldNotBeHad() {
        server.json(200, GOOD);
        var unused = keys(Duration.ZERO);
        server.json(503, "{}");
        var unusedCopy = keys(Duration.ofHours(2));

        KeySource.Found found = keys(Duration.ofHours(2).plusSeconds(59));

        assertThat(found.keys()).hasSize(1);
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void believesNoCopyThatIsOlderThanADay() {
        server.json(200, GOOD);
        var unused = keys(Duration.ZERO);
        server.json(503, "{}");

        ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> keys(Duration.ofHours(24)));

        assertThat(failure).isInstanceOf(TransientConnectionException.class).hasMessageContaining("try again later");
        assertThat(failure.code()).isEqualTo("keys_unavailable");
    }

    @Test
    void passesOverAKeyThatNobodyUnderstands() {
        server.json(
                200,
                GOOD.replace(
                        "{\"keys\":[", "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"},{\"kty\":\"NEW\"},{\"n\":5},"));

        assertThat(keys(Duration.ZERO).keys()).hasSize(1);
    }

    @Test
    void readsNoMoreThanAHundredKeys() {
        String one = GOOD.substring(GOOD.indexOf('[') + 1, GOOD.lastIndexOf(']'));
        server.json(200, "{\"keys\":[" + (one + ",").repeat(150) + one + "]}");

        assertThat(keys(Duration.ZERO).keys()).hasSize(100);
    }

    @Test
    void refusesKeysThatAreTooLarge() {
        server.json(200, GOOD.replace("{\"keys\"", "{\"x\":\"" + "x".repeat(256 * 1024) + "\",\"keys\""));

        ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> keys(Duration.ZERO));

        assertThat(failure).isInstanceOf(ConnectionProtocolException.class).hasMessageContaining("report it");
        assertThat(failure.code()).isEqualTo("keys_malformed");
    }

    @Test
    void searchesOnceAMinuteEvenWhereTheSearchFails() {
        server.json(200, GOOD);
        List<JWK> tried = keys(Duration.ZERO).keys();
        server.json(503, "{}");
        var unusedFailure = catchThrowableOfType(ConnectionException.class, () -> newer(5, tried));

        ConnectionException failure = catchThrowableOfType(ConnectionException.class, () -> newer(64, tried));

        assertThat(failure).isInstanceOf(TransientConnectionException.class).hasMessageContaining("try again later");
        assertThat(failure.code()).isEqualTo("keys_unavailable");
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void knowsNoOthersWhereASearchAMomentAgoFoundNone() {
        server.json(200, GOOD).json(200, GOOD);
        List<JWK> tried = keys(Duration.ZERO).keys();
        var unused = newer(5, tried);

        assertThat(newer(64, tried)).isEmpty();
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void givesTheKeysThatSomebodyElseFoundMeanwhile() {
        server.json(200, GOOD).json(200, IdTokens.keys(IdTokens.OTHER, "k2"));
        List<JWK> tried = keys(Duration.ZERO).keys();
        List<JWK> found = newer(5, tried);

        assertThat(newer(6, tried)).isEqualTo(found).isNotEqualTo(tried);
        assertThat(server.calls()).hasSize(2);
    }

    private List<JWK> newer(int seconds, List<JWK> tried) {
        return source.newerKeys(server, PLACE, NOW.plusSeconds(seconds), tried);
    }
}
