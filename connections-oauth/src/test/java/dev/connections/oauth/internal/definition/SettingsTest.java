package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.oauth.Capture;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import dev.connections.oauth.internal.flow.OAuth2StrategyProvider;
import dev.connections.spi.CredentialStrategy;
import dev.connections.spi.StrategyProvider;
import dev.connections.spi.StrategyProvider.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole strategy goes through its settings and comes back. */
class SettingsTest {
    private static final StrategyProvider PROVIDER = new OAuth2StrategyProvider();

    @ParameterizedTest
    @MethodSource
    void comesBackWhole(OAuth2Strategy<?> strategy) {
        CredentialStrategy<?, ?> again = PROVIDER.create(strategy.settings());

        assertThat(again).isEqualTo(strategy);
        assertThat(again.settings().json()).isEqualTo(strategy.settings().json());
        assertThat(again.settings().secrets()).isEqualTo(strategy.settings().secrets());
        assertThat(again.facts()).isEqualTo(strategy.facts());
    }

    static Stream<OAuth2Strategy<?>> comesBackWhole() {
        return Stream.of(
                Strategies.acme(),
                Strategies.acmeForPublicClients(),
                Strategies.robot().withScopeDelimiter(","),
                Strategies.television().withAuthorizationParameter("audience", "a"),
                Strategies.robot().withClientAuthentication(ClientAuthentication.SECRET_AS_USERNAME),
                OAuth2.jwtBearer(Keys.assertion().withSubject("alice").withScopeClaim())
                        .tokenEndpoint(Strategies.TOKEN)
                        .client(
                                "id",
                                ClientAuthentication.privateKeyJwt(
                                        Keys.assertion().withAudience("a"))),
                OAuth2.tokenExchange().tokenEndpoint(Strategies.TOKEN).publicClient("id"),
                OAuth2.passwordGrantThatExposesThePassword()
                        .tokenEndpoint(Strategies.TOKEN)
                        .client("id", Secret.of("s")),
                OAuth2.authorizationCode()
                        .withPlainHttpForLoopbackTestsOnly()
                        .issuer("http://127.0.0.1:8080/realms/a")
                        .client(
                                "id",
                                ClientAuthentication.secret(ClientAuthentication.CLIENT_SECRET_POST, Secret.of("s"))),
                everything());
    }

    private static OAuth2Strategy<?> everything() {
        return Strategies.acme()
                .withRevocationByAccessToken(Strategies.REVOKE)
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)
                .withScopeDelimiter(",")
                .withAddedScopes("offline_access", "openid")
                .withAuthorizationParameter("access_type", "offline")
                .withAuthorizationParameter("quote", "\"ü\\")
                .withTokenRequest(TokenRequestFormat.json()
                        .withParameter("type", "web_server")
                        .renaming("client_id", "client_key")
                        .omitting("grant_type", "scope")
                        .withHeader("User-Agent", "acme/1.0"))
                .withRefreshRequest(TokenRequestFormat.form().withParameter("type", "refresh"))
                .withTokenResponse(TokenResponseFormat.standard()
                        .withToken("user", "/authed_user/access_token")
                        .renaming("refresh_token", "refreshToken")
                        .withExpiry("ttl", ExpiryFormat.MILLISECONDS)
                        .withDefaultLifetime(Duration.ofHours(2))
                        .withTokenTypes("bot", "user")
                        .withErrorAt("/status/code")
                        .withSuccessAt("/ok", "true")
                        .withErrorMeaning("invalid_code", "invalid_grant")
                        .withAccountId("/team/id")
                        .withAccountName("/team/name"))
                .withRefreshMargin(Duration.ofMinutes(1))
                .withAuthorizationHeader("Acme-token {token}")
                .withIssuer("https://acme.example")
                .withCapture(Capture.fromCallback("accounts-server")
                        .withName("home")
                        .withRequired()
                        .withHost("eu.acme.example", "https://api.eu.acme.example")
                        .withTokenServer())
                .withCapture(Capture.fromTokenResponse("/instance_url")
                        .withHost("*.acme.example")
                        .withResourceServer())
                .withDeviationPlainPkce("refuses S256", "https://acme.example/doc");
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StrategyProvider.class))
                .extracting(StrategyProvider::authenticationType)
                .contains("oauth2");
    }

    @Test
    void keepsMembersThatANewerReleaseWrote() {
        String json = "{\"grant\":\"client_credentials\",\"token_endpoint\":\"https://acme.example/token\","
                + "\"client_id\":\"id\",\"client_secret\":{\"secret\":\"acme\",\"rotates\":true},"
                + "\"resource\":[\"https://api.example\",{\"n\":1.50}],"
                + "\"token_response\":{\"introspect\":null,\"token_types\":[\"bot\"]}}";

        var strategy = (OAuth2Strategy<?>) PROVIDER.create(Settings.of(1, json, Map.of("acme", Secret.of("s"))));

        assertThat(strategy.settings().json()).isEqualTo(json);
        assertThat(strategy.settings().secrets()).isEqualTo(Map.of("acme", Secret.of("s")));
        assertThat(strategy.withScopeDelimiter(",").settings().json())
                .contains("\"resource\":[\"https://api.example\",{\"n\":1.50}]")
                .contains("\"rotates\":true")
                .contains("\"introspect\":null");
    }

    @Test
    void refusesAFormatItDoesNotKnow() {
        assertThatThrownBy(() -> PROVIDER.create(Settings.of(2, "{}", Map.of())))
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("newer_format");
                    assertThat(refused).hasMessageContaining("update the SDK");
                });
    }

    @Test
    void asksForASecretThatIsNotThere() {
        Settings settings = Strategies.acme().settings();

        assertThatThrownBy(() -> PROVIDER.create(Settings.of(1, settings.json(), Map.of())))
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("secret_missing");
                    assertThat(refused)
                            .hasMessageContaining("client_secret")
                            .hasMessageContaining("beside the document");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"grant\":",
                "{\"grant\":\"a\",\"grant\":\"b\"}",
                "{}",
                "{\"grant\":7}",
                "{\"grant\":\"implicit\"}",
                "{\"grant\":\"client_credentials\",\"client_id\":\"i\",\"scope_delimiter\":[]}",
                "{\"grant\":\"authorization_code\",\"authorization_parameters\":\"x\"}",
                "{\"grant\":\"authorization_code\",\"added_scopes\":[1]}",
                "{\"grant\":\"authorization_code\",\"client_id\":\"i\",\"issuer\":\"https://a.example\",\"pkce\":{\"method\":\"S512\"}}",
                "{\"grant\":\"authorization_code\",\"client_id\":\"i\",\"issuer\":\"https://a.example\",\"refresh_margin\":\"soon\"}",
                "{\"grant\":\"authorization_code\",\"client_id\":\"i\",\"issuer\":\"https://a.example\",\"token_request\":{\"format\":\"xml\"}}",
                "{\"grant\":\"authorization_code\",\"client_id\":\"i\",\"issuer\":\"https://a.example\",\"token_response\":{\"expiry\":[{\"member\":\"a\",\"format\":\"days\"}]}}"
            })
    void refusesSettingsThatAreNone(String json) {
        assertThatThrownBy(() -> PROVIDER.create(Settings.of(1, json, Map.of())))
                .isInstanceOfSatisfying(
                        ConnectionConfigurationException.class,
                        refused -> assertThat(refused.code()).isEqualTo("service_malformed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"grant\":\"authorization_code\",\"client_id\":\"i\"}",
                "{\"grant\":\"authorization_code\",\"client_id\":\"i\",\"token_endpoint\":\"https://a.example/t\"}",
                "{\"grant\":\"client_credentials\",\"client_id\":\"i\"}"
            })
    void refusesSettingsWithoutEndpoints(String json) {
        assertThatThrownBy(() -> PROVIDER.create(Settings.of(1, json, Map.of())))
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("endpoint_missing");
                    assertThat(refused).hasMessageContaining("state");
                });
    }
}
