package dev.connections.oauth.internal.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long ago the user signed in, where the request asked for it.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
 *     3.1.3.7, number 13</a>
 */
class MaxAgeTest {
    private final ScriptedServer server = new ScriptedServer();
    private final OAuth2Strategy<RedirectFlow> strategy = Strategies.acme()
            .withIssuer(IdTokens.ISSUER)
            .withOpenIdConnect("https://acme.example/jwks")
            .withAuthorizationParameter("max_age", "300");
    private final FakeContext context = FakeContext.of(strategy, server);

    private void complete(Map<String, Object> more) {
        AuthorizationRequest request = strategy.flow(context).begin(Strategies.CALLBACK);
        String query = request.uri().getRawQuery();
        Map<String, Object> claims = IdTokens.claims(query.replaceFirst(".*&nonce=([^&]*).*", "$1"));
        claims.putAll(more);
        server.json(
                200,
                "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"id_token\":\"" + IdTokens.signed(claims) + "\"}");
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));
        var unused = strategy.flow(context)
                .complete(URI.create(Strategies.CALLBACK + "?code=c&state=" + request.state()), request.state());
    }

    private static long ago(int seconds) {
        return FakeContext.NOW.minusSeconds(seconds).getEpochSecond();
    }

    @Test
    void takesAUserWhoSignedInJustInTime() {
        complete(Map.of("auth_time", ago(359)));

        assertThat(context.grants()).hasSize(1);
    }

    @Test
    void refusesAUserWhoSignedInTooLongAgo() {
        var refusal = catchThrowableOfType(ConnectionException.class, () -> complete(Map.of("auth_time", ago(361))));

        assertThat(refusal)
                .isInstanceOf(ConnectionSecurityException.class)
                .hasMessageContaining("longer ago than max_age")
                .hasMessageContaining("begin the authorization again");
        assertThat(refusal.code()).isEqualTo("id_token_claims");
        assertThat(context.grants()).isEmpty();
    }

    @Test
    void refusesAnIdTokenThatDoesNotSayWhen() {
        var refusal = catchThrowableOfType(ConnectionException.class, () -> complete(Map.of()));

        assertThat(refusal.code()).isEqualTo("id_token_claims");
        assertThat(refusal).hasMessageContaining("auth_time is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "5m", "99999999999999999999"})
    void refusesAnAgeThatIsNoNumberOfSeconds(String age) {
        var refusal = catchThrowableOfType(ConnectionConfigurationException.class, () -> {
            var unused = Strategies.acme().withAuthorizationParameter("max_age", age);
        });

        assertThat(refusal.code()).isEqualTo("parameter_malformed");
        assertThat(refusal).hasMessageContaining("write one such as 3600");
    }
}
