package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.oauth.AccountChoice;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRenewal;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.internal.flow.OAuth2StrategyProvider;
import java.time.Duration;
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
                        .withRenewal(TokenRenewal.byAccessToken()
                                .withEarliestAge(Duration.ofHours(24))
                                .withRotation(TokenRenewal.Rotation.ALWAYS)
                                .withRefreshTokenLifetime(Duration.ofDays(100))
                                .withConsentLifetime(Duration.ofDays(365)))
                        .withAuthorizationRequest(
                                AuthorizationRequestFormat.standard().receivingSignedIn("hmac"))
                        .withTokenResponse(TokenResponseFormat.standard()
                                .withDeviationExpiryFromJwt("says no expiry", "https://docs.acme.example"))
                        .withExpiredTest(200, "\"code\":\"602\"")
                        .withExpiredTest(500, "INVALID_SESSION_ID")
                        .withDeviationTokenInQuery("oauth_token", "reads no header", "https://docs.acme.example"),
                Strategies.acme()
                        .withChoice(AccountChoice.listedAt("https://api.acme.example/sites")
                                .byId("/id")
                                .withList("/sites")
                                .withLabel("/name")
                                .withName("site")
                                .withApiBase("https://api.acme.example/sites/{id}")),
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
