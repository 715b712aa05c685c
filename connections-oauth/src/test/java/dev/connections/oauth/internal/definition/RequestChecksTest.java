package dev.connections.oauth.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats of requests that the definition around them makes useless, or harmful. */
class RequestChecksTest {
    private static final TokenRequestFormat SHORT = TokenRequestFormat.form().omitting("token_type_hint");

    private static void refused(String code, String words, ThrowingCallable definition) {
        var refusal = catchThrowableOfType(ConnectionConfigurationException.class, definition);

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(words);
    }

    @Test
    void refusesARevocationRequestThatNobodyWouldSend() {
        refused(
                "option_not_applicable",
                "say withRevocationEndpoint first",
                () -> Strategies.acme().withRevocationRequest(SHORT));
        refused(
                "option_not_applicable",
                "leave one of them out",
                () -> Strategies.acme()
                        .withRevocationByAccessToken(Strategies.REVOKE)
                        .withRevocationRequest(SHORT));
        refused(
                "option_not_applicable",
                "state it with withRevocationEndpoint",
                () -> Strategies.acme()
                        .withRevocationEndpoint(Strategies.REVOKE)
                        .withRevocationRequest(SHORT.withEndpoint("https://acme.example/end")));
    }

    @Test
    void leavesTheRevocationEndpointToTheMetadataOfAnIssuer() {
        assertThat(OAuth2.authorizationCode()
                        .issuer("https://acme.example")
                        .client("client-id", Strategies.CLIENT_SECRET)
                        .withRevocationRequest(SHORT)
                        .settings()
                        .json())
                .contains("token_type_hint");
    }

    static Stream<UnaryOperator<OAuth2Strategy<?>>> eachRequest() {
        return Stream.of(ClientAuthentication.CLIENT_SECRET_JWT, ClientAuthentication.CLIENT_SECRET_BASIC_RAW)
                .map(TokenRequestFormat.form()::withClientAuthentication)
                .flatMap(format -> Stream.<UnaryOperator<OAuth2Strategy<?>>>of(
                        strategy -> strategy.withTokenRequest(format),
                        strategy -> strategy.withRefreshRequest(format),
                        strategy -> strategy.withTokenUpgrade(format),
                        strategy -> strategy.withRevocationRequest(format)));
    }

    private static OAuth2Strategy<?> withKey() {
        return OAuth2.authorizationCode()
                .authorizationEndpoint(Strategies.AUTHORIZE)
                .tokenEndpoint(Strategies.TOKEN)
                .client("client-id", ClientAuthentication.privateKeyJwt("kid-1", Keys.pem(Keys.RSA)))
                .withRevocationEndpoint(Strategies.REVOKE);
    }

    @ParameterizedTest
    @MethodSource("eachRequest")
    void refusesAMethodOfOneRequestThatTheClientCannotUse(UnaryOperator<OAuth2Strategy<?>> own) {
        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> own.apply(OAuth2.authorizationCode()
                        .authorizationEndpoint(Strategies.AUTHORIZE)
                        .tokenEndpoint(Strategies.TOKEN)
                        .client("client:id", Strategies.CLIENT_SECRET)
                        .withRevocationEndpoint(Strategies.REVOKE)));

        assertThat(refusal.code()).isIn("client_secret_malformed", "client_id_malformed");
        refused("option_not_applicable", "the client has a key", () -> own.apply(withKey()));
        refused(
                "option_not_applicable",
                "a public client has no secret to send",
                () -> own.apply(OAuth2.authorizationCode()
                        .authorizationEndpoint(Strategies.AUTHORIZE)
                        .tokenEndpoint(Strategies.TOKEN)
                        .publicClient("client-id")
                        .withRevocationEndpoint(Strategies.REVOKE)));
    }

    @Test
    void keepsTheProofOfAClientWithAKeyInEachRequest() {
        refused(
                "option_not_applicable",
                "TokenRequestFormat.withoutClientSecret",
                () -> withKey().withRefreshRequest(TokenRequestFormat.form().withoutClientSecret()));
    }

    @Test
    void endsNoTokenByGetUnderFapi2() {
        refused(
                "fapi_requires",
                "token requests by POST; leave the deviation out",
                () -> OAuth2.authorizationCode()
                        .issuer("https://acme.example")
                        .client("client-id", ClientAuthentication.privateKeyJwt("kid-1", Keys.pem(Keys.RSA)))
                        .withFapi2()
                        .withRevocationRequest(SHORT.withDeviationGet("knows GET alone", "https://acme.example/docs")));
    }

    @Test
    void refusesTwoValuesUnderOneName() {
        var form = TokenRequestFormat.form();

        refused(
                "parameter_reserved",
                "\"nonce\" is computed, and the request holds it already",
                () -> Strategies.acme()
                        .withAuthorizationParameter("nonce", "x")
                        .withComputedAuthorizationParameter("nonce", "random(8)"));
        refused(
                "parameter_reserved",
                "\"client_key\" is computed",
                () -> Strategies.acme()
                        .withAuthorizationRequest(
                                AuthorizationRequestFormat.standard().renaming("client_id", "client_key"))
                        .withComputedAuthorizationParameter("client_key", "client_id"));
        refused(
                "parameter_reserved",
                "\"client_key\" is computed",
                () -> form.renaming("client_id", "client_key").withComputedParameter("client_key", "'x'"));
        refused(
                "parameter_reserved",
                "\"site\" is computed",
                () -> form.withParameter("site", "a").withComputedParameter("site", "'x'"));
    }

    @Test
    void refusesTwoHeadersOfOneName() {
        var form = TokenRequestFormat.form();

        refused(
                "header_malformed",
                "\"x-site\" is computed, and the request holds it already",
                () -> form.withHeader("X-Site", "a").withComputedHeader("x-site", "'x'"));
        refused(
                "header_malformed",
                "\"x-site\" is computed",
                () -> form.withComputedHeader("X-Site", "'a'").withComputedHeader("x-site", "'x'"));
        refused("header_malformed", "\"dpop\" is computed", () -> form.withComputedHeader("dpop", "'x'"));
        refused(
                "header_malformed",
                "\"x-shopify-access-token\" is computed",
                () -> Strategies.acme()
                        .withTokenHeader("X-Shopify-Access-Token", "{token}")
                        .withComputedHeader("x-shopify-access-token", "access_token"));
    }

    @Test
    void keepsTheParametersThatOnlyARevocationSends() {
        var named = TokenRequestFormat.form().withParameter("token", "x").withParameter("token_type_hint", "y");

        assertThat(Strategies.acme()
                        .withTokenRequest(named)
                        .withRefreshRequest(named)
                        .settings()
                        .json())
                .contains("\"token_type_hint\":\"y\"");
        refused(
                "parameter_reserved",
                "\"token\" cannot be given a fixed value",
                () -> Strategies.acme()
                        .withRevocationEndpoint(Strategies.REVOKE)
                        .withRevocationRequest(named));
        refused(
                "parameter_reserved",
                "\"token_type_hint\" cannot be given a fixed value",
                () -> Strategies.acme()
                        .withRevocationEndpoint(Strategies.REVOKE)
                        .withRevocationRequest(
                                TokenRequestFormat.form().withComputedParameter("token_type_hint", "'x'")));
    }
}
