package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.wire.FormEncoding;
import java.net.URI;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Authorization requests that are signed.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-4">RFC 9101, sections 4, 5 and 10.8</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-3">RFC 9126, section 3</a>
 */
class Rfc9101Section4Test {
    private static final String ISSUER = "https://acme.example";
    private static final String PUSH = "https://acme.example/oauth/par";
    private static final JwtAssertion EC_KEY = JwtAssertion.signedWith("kid-1", Keys.pem(Keys.EC));

    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<RedirectFlow> acme() {
        return Strategies.acme().withIssuer(ISSUER);
    }

    private static OAuth2Strategy<RedirectFlow> signing() {
        return acme().withRequestObject(EC_KEY);
    }

    private AuthorizationRequest begin(OAuth2Strategy<RedirectFlow> strategy) {
        return strategy.flow(FakeContext.of(strategy, server, "a", "b")).begin(Strategies.CALLBACK);
    }

    private static SignedJWT verified(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            JWSVerifier verifier = token.getHeader().getAlgorithm().getName().startsWith("ES")
                    ? new ECDSAVerifier((ECPublicKey) Keys.EC.getPublic())
                    : new RSASSAVerifier((RSAPublicKey) Keys.RSA.getPublic());
            assertThat(token.verify(verifier)).isTrue();
            return token;
        } catch (ParseException | JOSEException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Map<String, Object> claims(String text) {
        try {
            return verified(text).getJWTClaimsSet().toJSONObject();
        } catch (ParseException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String request(AuthorizationRequest request) {
        String query = request.uri().getRawQuery();
        return FormEncoding.decode(query.substring(query.indexOf("&request=") + "&request=".length()))
                .orElseThrow();
    }

    private Map<String, Object> signed(OAuth2Strategy<RedirectFlow> strategy) {
        return claims(request(begin(strategy)));
    }

    @Test
    void letsTheBrowserCarryTheSignedRequestAndTheClientIdAlone() {
        AuthorizationRequest request = begin(signing());

        assertThat(request.uri().toString())
                .matches(Strategies.AUTHORIZE + "\\?client_id=client-id&request=[A-Za-z0-9_.-]+");
    }

    @Test
    void saysWhatTheTokenIs() {
        SignedJWT token = verified(request(begin(signing())));

        assertThat(token.getHeader().toJSONObject())
                .isEqualTo(Map.of("typ", "oauth-authz-req+jwt", "alg", "ES256", "kid", "kid-1"));
    }

    @Test
    void signsEveryParameter() {
        OAuth2Strategy<RedirectFlow> strategy = signing()
                .withDpop()
                .withAuthorizationParameter("prompt", "consent")
                .withResources("https://a.example");
        FakeContext context = FakeContext.of(strategy, server, "a", "b");

        AuthorizationRequest request = strategy.flow(context).begin(Strategies.CALLBACK);

        Map<String, Object> claims = claims(request(request));
        long now = FakeContext.NOW.getEpochSecond();
        assertThat(claims)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "client-id")
                .containsEntry("redirect_uri", Strategies.CALLBACK)
                .containsEntry("scope", "a b")
                .containsEntry("state", request.state())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("prompt", "consent")
                .containsEntry("resource", "https://a.example")
                .containsEntry("iss", "client-id")
                .containsEntry("aud", ISSUER)
                .containsEntry("iat", now)
                .containsEntry("nbf", now)
                .containsEntry("exp", now + 60)
                .containsKeys("code_challenge", "dpop_jkt", "jti")
                .doesNotContainKeys("sub", "request", "request_uri");
        assertThat(request.expiresAt()).isEqualTo(FakeContext.NOW.plusSeconds(60));
    }

    @Test
    void signsEachRequestAnew() {
        assertThat(signed(signing()).get("jti")).isNotEqualTo(signed(signing()).get("jti"));
    }

    @Test
    void writesNumbersAndObjectsAsSuch() {
        Map<String, Object> claims = signed(signing()
                .withAuthorizationParameter("max_age", "300")
                .withAuthorizationParameter("claims", "{\"userinfo\":{\"email\":null}}")
                .withAuthorizationParameter("authorization_details", "[{\"type\":\"payment\"}]")
                .withResources("https://a.example", "https://b.example"));

        assertThat(claims)
                .containsEntry("max_age", 300L)
                .containsEntry("authorization_details", List.of(Map.of("type", "payment")))
                .containsEntry("resource", List.of("https://a.example", "https://b.example"));
        assertThat(String.valueOf(claims.get("claims"))).isEqualTo("{userinfo={email=null}}");
    }

    @ParameterizedTest
    @CsvSource({"max_age, soon", "max_age, -1", "claims, '[]'", "claims, ''", "authorization_details, '{'"})
    void refusesAParameterThatIsNotWhatItMustBe(String name, String value) {
        var refusal = failure(() -> signing().withAuthorizationParameter(name, value));

        assertThat(refusal.code()).isEqualTo("parameter_malformed");
        assertThat(refusal).hasMessageContaining("\"" + name + "\"").hasMessageContaining("withAuthorizationParameter");
    }

    @Test
    void pushesTheSignedRequestAsTheClientAndNothingBeside() {
        server.json(201, "{\"request_uri\":\"urn:example:1\",\"expires_in\":90}");

        AuthorizationRequest request =
                begin(signing().withPushedAuthorizationRequests(PUSH).withResources("https://a.example"));

        Map<String, String> form = ScriptedServer.form(server.onlyCall());
        assertThat(form).containsOnlyKeys("client_id", "request");
        assertThat(ScriptedServer.headers(server.onlyCall())).containsKey("Authorization");
        assertThat(claims(form.get("request")))
                .containsEntry("state", request.state())
                .containsEntry("resource", "https://a.example");
        assertThat(request.uri())
                .isEqualTo(URI.create(Strategies.AUTHORIZE + "?client_id=client-id&request_uri=urn%3Aexample%3A1"));
    }

    @Test
    void signsAsTheAssertionSays() {
        JwtAssertion assertion = Keys.assertion()
                .withAlgorithm("PS256")
                .withAudience("https://other.example")
                .withIssuer("another")
                .withClaim("tenant", "acme")
                .withClaim("state", "forged")
                .withLifetime(Duration.ofMinutes(5));

        AuthorizationRequest request = begin(Strategies.acme().withRequestObject(assertion));

        assertThat(verified(request(request)).getHeader().getAlgorithm().getName())
                .isEqualTo("PS256");
        assertThat(claims(request(request)))
                .containsEntry("aud", "https://other.example")
                .containsEntry("iss", "another")
                .containsEntry("tenant", "acme")
                .containsEntry("state", request.state())
                .containsEntry("exp", FakeContext.NOW.getEpochSecond() + 300);
        assertThat(request.expiresAt()).isEqualTo(FakeContext.NOW.plusSeconds(300));
    }

    @Test
    void signsWithTheKeyOfTheClient() {
        OAuth2Strategy<RedirectFlow> strategy = OAuth2.authorizationCode()
                .authorizationEndpoint(Strategies.AUTHORIZE)
                .tokenEndpoint(Strategies.TOKEN)
                .client("client-id", ClientAuthentication.privateKeyJwt(EC_KEY.withAudience(Strategies.TOKEN)))
                .withIssuer(ISSUER)
                .withRequestObject();

        assertThat(signed(strategy)).containsEntry("aud", ISSUER);
        assertThat(new OAuth2StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
        assertThat(strategy.settings().secrets()).containsOnlyKeys("client_key");
    }

    @Test
    void readsBackWithItsKeyApart() {
        OAuth2Strategy<RedirectFlow> strategy = signing().withScopeDelimiter(",");

        assertThat(new OAuth2StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
        assertThat(strategy.settings().secrets()).containsOnlyKeys("client_secret", "request_object_key");
        assertThat(strategy.settings().json()).doesNotContain("PRIVATE KEY");
    }

    private static ConnectionConfigurationException failure(Supplier<?> step) {
        return catchThrowableOfType(ConnectionConfigurationException.class, step::get);
    }

    @Test
    void refusesARequestThatNamesNoServer() {
        var refusal = failure(() -> Strategies.acme().withRequestObject(EC_KEY));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(refusal).hasMessageContaining("withIssuer");
    }

    @Test
    void refusesARequestThatCouldPassForAnotherToken() {
        var withSubject = failure(() -> acme().withRequestObject(EC_KEY.withSubject("client-id")));
        var withScopes = failure(() -> acme().withRequestObject(EC_KEY.withScopeClaim()));

        assertThat(List.of(withSubject.code(), withScopes.code())).containsOnly("option_not_applicable");
        assertThat(withSubject).hasMessageContaining("leave these options out");
    }

    @Test
    void refusesToSignWithoutAKeyOrABrowser() {
        var keyless = failure(() -> acme().withRequestObject());
        var unattended = failure(() -> OAuth2.clientCredentials()
                .issuer(ISSUER)
                .client("client-id", Secret.of("s"))
                .withRequestObject(EC_KEY));

        assertThat(keyless.code()).isEqualTo("option_not_applicable");
        assertThat(keyless).hasMessageContaining("privateKeyJwt");
        assertThat(unattended.code()).isEqualTo("option_not_applicable");
        assertThat(unattended).hasMessageContaining("browser");
    }

    @ParameterizedTest
    @CsvSource({"request", "request_uri", "dpop_jkt"})
    void refusesAParameterThatTheSdkSends(String name) {
        var refusal = failure(() -> acme().withRequestObject(EC_KEY).withAuthorizationParameter(name, "x"));

        assertThat(refusal.code()).isEqualTo("parameter_reserved");
    }

    @Test
    void leavesTheParameterRequestToAServerOfItsOwnWhereNothingIsSigned() {
        AuthorizationRequest request = begin(acme().withAuthorizationParameter("request", "authorize"));

        assertThat(request.uri().getQuery()).contains("request=authorize");
    }
}
