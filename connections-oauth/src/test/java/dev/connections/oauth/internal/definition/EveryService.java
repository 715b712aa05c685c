package dev.connections.oauth.internal.definition;

import dev.connections.ApiKey;
import dev.connections.Basic;
import dev.connections.Field;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.AuthorizationRequestFormat;
import dev.connections.oauth.Capture;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth1;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.spi.CredentialStrategy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Strategies of every type that together use every option, and services of them. */
final class EveryService {
    private static final String CHAIN = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
    private static final String SOURCE = "https://acme.example/doc";

    private EveryService() {}

    /** Whoever adds an option to the test of settings has it here. */
    static Stream<OAuth2Strategy<?>> oauth2() {
        return Stream.concat(
                Stream.concat(SettingsTest.comesBackWhole(), OddSettingsTest.comesBackWhole()),
                Stream.of(dialect(), modern(), signing(), fapi()));
    }

    static OAuth1.Strategy oauth1() {
        return OAuth1.threeLegged()
                .requestTokenEndpoint("https://acme.example/request")
                .authorizationEndpoint(Strategies.AUTHORIZE)
                .tokenEndpoint(Strategies.TOKEN)
                .client("id", Strategies.CLIENT_SECRET)
                .withSignature(OAuth1.Signature.HMAC_SHA256)
                .withTransmission(OAuth1.Transmission.HEADER)
                .withRealm("Photos")
                .withRequestTokenParameter("access", "write")
                .withAuthorizationParameter("name", "Acme")
                .withExactCallback()
                .withAccountId("user_id")
                .withAccountName("screen_name");
    }

    static Stream<CredentialStrategy<?, ?>> all() {
        return Stream.concat(
                oauth2(),
                Stream.of(
                        oauth1(),
                        Basic.usernameAndPassword(),
                        ApiKey.inHeader("X-Key"),
                        ApiKey.inQuery("key"),
                        ApiKey.inForm("key"),
                        ApiKey.inCookie("key")));
    }

    static Service<?> service(CredentialStrategy<?, ?> strategy) {
        return Service.custom("Acme")
                .resourceServers("https://api.acme.example", "https://files.acme.example")
                .authentication(strategy)
                .withApiBase("https://api.acme.example/v1")
                .withPublicAddressesOnly()
                .withProbe("GET", "/me")
                .withIdentity("/me", "/id", "/name")
                .withHeader("X-Version", "1")
                .withDefaultScopes("read")
                .withKnownScopes(List.of(Field.text("read", "Reads things")));
    }

    private static OAuth2Strategy<?> dialect() {
        return Strategies.acme()
                .withAuthorizationRequest(AuthorizationRequestFormat.standard()
                        .renaming("client_id", "client_key")
                        .omitting("scope")
                        .withRawScopes()
                        .withFragment("oauth")
                        .receiving("code", "auth_code"))
                .withTokenRequest(TokenRequestFormat.form().withDeviationGet("wants a query", SOURCE))
                .withRefreshRequest(TokenRequestFormat.form().withEndpoint("https://acme.example/refresh"))
                .withTokenUpgrade(TokenRequestFormat.form()
                        .withEndpoint("https://acme.example/longer")
                        .withDeviationGet("wants a query", SOURCE))
                .withTokenHeader("X-Token", "{token}")
                .withCapture(Capture.fromCallback("shop").withRequired())
                .withConsole("https://acme.example/console")
                .withIncrementalConsent()
                .withRefreshMargin(Duration.ofSeconds(30))
                .withDeviationNoPkce("refuses it", SOURCE);
    }

    private static OAuth2Strategy<?> modern() {
        return Strategies.acme()
                .withIssuer("https://acme.example")
                .withOpenIdConnect("https://acme.example/keys")
                .withUserInfoEndpoint("https://acme.example/me")
                .withIntrospectionEndpoint("https://acme.example/introspect")
                .withRevocationEndpoint(Strategies.REVOKE)
                .withPushedAuthorizationRequests("https://acme.example/par")
                .withResources("https://api.acme.example")
                .withResourceToken("files", "https://files.acme.example", "files.read")
                .withScopeToken("mail", "mail.read")
                .withDpop("ES256")
                .withRequestObject(JwtAssertion.signedWith("kid-2", Keys.pem(Keys.EC))
                        .withAlgorithm("ES256")
                        .withAudience("https://acme.example")
                        .withClaim("tenant", "a")
                        .withLifetime(Duration.ofSeconds(30)));
    }

    private static OAuth2Strategy<?> signing() {
        return OAuth2.authorizationCode()
                .authorizationEndpoint(Strategies.AUTHORIZE)
                .tokenEndpoint(Strategies.TOKEN)
                .client(
                        "id",
                        ClientAuthentication.privateKeyJwt(Keys.assertion()
                                .withAlgorithm("RS256")
                                .withIssuer("app.example.com")
                                .withSubject("id")))
                .withIssuer("https://acme.example")
                .withRequestObject();
    }

    private static OAuth2Strategy<?> fapi() {
        Secret key = Keys.pem(Keys.RSA);
        return OAuth2.authorizationCode()
                .issuer("https://acme.example")
                .client("id", ClientAuthentication.mutualTls(CHAIN, key))
                .withFapi2();
    }
}
