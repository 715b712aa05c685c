package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.internal.flow.OAuth2StrategyProvider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What odd providers need goes through the settings of a strategy and comes back. */
class OddSettingsTest {
    static Stream<OAuth2Strategy<?>> comesBackWhole() {
        return Stream.of(
                Strategies.acme()
                        .withComputedAuthorizationParameter("nonce", "random(16)")
                        .withComputedHeader("X-Company", "captured.realmId")
                        .withRevocationEndpoint(Strategies.REVOKE)
                        .withRevocationRequest(TokenRequestFormat.form().omitting("token_type_hint")),
                Strategies.acme()
                        .withTokenRequest(TokenRequestFormat.form()
                                .withoutClientSecret()
                                .withComputedParameter("hash", "hex(sha256(client_secret + '|' + code))")
                                .withComputedHeader("sign", "hex(md5(body))"))
                        .withRefreshRequest(TokenRequestFormat.json()
                                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)));
    }

    @ParameterizedTest
    @MethodSource
    void comesBackWhole(OAuth2Strategy<?> strategy) {
        var again = new OAuth2StrategyProvider().create(strategy.settings());

        assertThat(again).isEqualTo(strategy);
        assertThat(again.settings().json()).isEqualTo(strategy.settings().json());
    }
}
