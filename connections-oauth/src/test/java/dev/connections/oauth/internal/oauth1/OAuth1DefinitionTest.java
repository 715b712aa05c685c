package dev.connections.oauth.internal.oauth1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.OAuth1.Signature;
import dev.connections.oauth.OAuth1.Transmission;
import dev.connections.spi.StrategyProvider.Settings;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A definition is complete or it does not exist, and what is stored reads back. */
class OAuth1DefinitionTest {
    private static final Secret SECRET = Secret.of("s3cr3t-of-client");

    private static OAuth1.Strategy acme() {
        return OAuth1.threeLegged()
                .requestTokenEndpoint("https://acme.example/request_token?a=1")
                .authorizationEndpoint("https://acme.example/authorize")
                .tokenEndpoint("https://acme.example/access_token")
                .client("key", SECRET);
    }

    private static OAuth1.Strategy acmeWithEverything() {
        return acme().withSignature(Signature.HMAC_SHA256)
                .withRealm("Acme API")
                .withRequestTokenParameter("scope", "read,write")
                .withAuthorizationParameter("expiration", "never")
                .withExactCallback()
                .withAccountId("user_id")
                .withAccountName("screen_name");
    }

    @Test
    void readsBackFromItsSettings() {
        OAuth1.Strategy strategy = acmeWithEverything();

        assertThat(new OAuth1StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
    }

    @Test
    void readsBackAsAServiceWithItsSecretApart() {
        Service<?> service = Service.custom("Acme")
                .resourceServers("https://api.acme.example")
                .authentication(acmeWithEverything());

        Service<?> again = Service.fromJson(service.toJson(), Map.of("client_secret", SECRET));

        assertThat(again).isEqualTo(service);
        assertThat(service.toJson()).contains("\"oauth1\"").doesNotContain(SECRET.reveal());
    }

    @Test
    void showsItsEndpointsAndNoSecret() {
        assertThat(acme().facts())
                .containsEntry("request_token_endpoint", "https://acme.example/request_token")
                .containsEntry("authorization_endpoint", "https://acme.example/authorize")
                .containsEntry("token_endpoint", "https://acme.example/access_token")
                .containsEntry("client_id", "key")
                .containsEntry("signature_method", "HMAC-SHA1");
        assertThat(acme().toString()).doesNotContain(SECRET.reveal());
    }

    @Test
    void isEqualToAnotherOfTheSameWords() {
        assertThat(acme()).isEqualTo(acme()).hasSameHashCodeAs(acme());
        assertThat(acme()).isNotEqualTo(acme().withExactCallback());
    }

    static Stream<Arguments> unusableOptions() {
        return Stream.of(
                refused("private_key_malformed", "openssl pkcs8", it -> it.withSignature(Signature.RSA_SHA1)),
                refused(
                        "option_not_applicable",
                        "Transmission.HEADER",
                        it -> it.withRealm("Acme").withTransmission(Transmission.QUERY)),
                refused(
                        "option_not_applicable",
                        "Transmission.HEADER",
                        it -> it.withTransmission(Transmission.FORM).withRealm("Acme")),
                refused("header_malformed", "without quotes", it -> it.withRealm("A\"cme")),
                refused("parameter_reserved", "leave it out", it -> it.withAuthorizationParameter("oauth_token", "x")),
                refused("parameter_reserved", "name it", it -> it.withRequestTokenParameter(" ", "x")));
    }

    private static Arguments refused(String code, String fix, Function<OAuth1.Strategy, OAuth1.Strategy> option) {
        return Arguments.of(code, fix, Named.of(code, option));
    }

    @ParameterizedTest
    @MethodSource("unusableOptions")
    void refusesAnOptionThatCannotWork(String code, String fix, Function<OAuth1.Strategy, OAuth1.Strategy> option) {
        ConnectionConfigurationException refusal = refusal(() -> option.apply(acme()));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(fix).hasMessageNotContaining(SECRET.reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "http://acme.example/authorize, endpoint_not_https",
        "https://acme.example/authorize?oauth_token=1, parameter_reserved",
        "nowhere, endpoint_malformed",
    })
    void refusesAnEndpointAtItsOwnCall(String uri, String code) {
        OAuth1.NeedsAuthorize stage = OAuth1.threeLegged().requestTokenEndpoint("https://acme.example/request_token");

        assertThat(refusal(() -> stage.authorizationEndpoint(uri)).code()).isEqualTo(code);
    }

    @Test
    void refusesSettingsOfANewerRelease() {
        Settings newer =
                Settings.of(2, acme().settings().json(), acme().settings().secrets());

        ConnectionConfigurationException refusal = refusal(() -> new OAuth1StrategyProvider().create(newer));

        assertThat(refusal.code()).isEqualTo("newer_format");
        assertThat(refusal).hasMessageContaining("update the SDK");
    }

    @Test
    void refusesSettingsWithoutTheirSecret() {
        Settings bare = Settings.of(1, acme().settings().json(), Map.of());

        ConnectionConfigurationException refusal = refusal(() -> new OAuth1StrategyProvider().create(bare));

        assertThat(refusal.code()).isEqualTo("secret_missing");
        assertThat(refusal).hasMessageContaining("give it beside the document");
    }

    private static ConnectionConfigurationException refusal(ThrowingCallable call) {
        return catchThrowableOfType(ConnectionConfigurationException.class, call);
    }
}
