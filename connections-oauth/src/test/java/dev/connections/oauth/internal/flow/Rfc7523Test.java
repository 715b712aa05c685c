package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signed assertions: to prove who the client is, and to ask for a token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523">RFC 7523</a>
 */
class Rfc7523Test {
    private static final String TOKEN = "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}";
    private static final Secret LONG_SECRET = Secret.of("a client secret that has 32 bytes, or more");

    private final ScriptedServer server = new ScriptedServer().json(200, TOKEN).json(200, TOKEN);

    private static OAuth2Strategy<UnattendedFlow> robot(ClientAuthentication authentication) {
        return OAuth2.clientCredentials().tokenEndpoint(Strategies.TOKEN).client("client:id", authentication);
    }

    private static OAuth2Strategy<UnattendedFlow> bearer(JwtAssertion assertion) {
        return OAuth2.jwtBearer(assertion).tokenEndpoint(Strategies.TOKEN).publicClient("client-id");
    }

    private Map<String, String> sent(OAuth2Strategy<UnattendedFlow> strategy) {
        var unused = strategy.flow(FakeContext.of(strategy, server, "a", "b")).grant();
        return ScriptedServer.form(server.calls().get(server.calls().size() - 1));
    }

    private static JWTClaimsSet verified(String token, JWSVerifier verifier) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        assertThat(jwt.verify(verifier)).isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static JWSVerifier rsa() {
        return new RSASSAVerifier((RSAPublicKey) Keys.RSA.getPublic());
    }

    private static ConnectionException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectionException.class, call);
    }

    @Test
    void provesTheClientWithItsKeyAndNothingElse() throws Exception {
        Map<String, String> form = sent(robot(ClientAuthentication.privateKeyJwt("kid-1", Keys.pem(Keys.RSA))));

        JWTClaimsSet claims = verified(form.get("client_assertion"), rsa());
        assertThat(form)
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .containsEntry("client_id", "client:id")
                .doesNotContainKey("client_secret");
        assertThat(ScriptedServer.headers(server.calls().get(0))).doesNotContainKey("Authorization");
        assertThat(claims.getIssuer()).isEqualTo("client:id");
        assertThat(claims.getSubject()).isEqualTo("client:id");
        assertThat(SignedJWT.parse(form.get("client_assertion")).getPayload().toJSONObject())
                .containsEntry("aud", Strategies.TOKEN); // a text and no array
        assertThat(claims.getIssueTime()).isEqualTo(FakeContext.NOW);
        assertThat(claims.getExpirationTime()).isEqualTo(FakeContext.NOW.plusSeconds(60));
        assertThat(SignedJWT.parse(form.get("client_assertion")).getHeader().toJSONObject())
                .isEqualTo(Map.of("alg", "RS256", "typ", "JWT", "kid", "kid-1"));
    }

    @Test
    void signsEachRequestAnewWithAnIdOfItsOwn() throws Exception {
        OAuth2Strategy<UnattendedFlow> strategy = robot(ClientAuthentication.privateKeyJwt(Keys.assertion()));

        String first = SignedJWT.parse(sent(strategy).get("client_assertion"))
                .getJWTClaimsSet()
                .getJWTID();
        String second = SignedJWT.parse(sent(strategy).get("client_assertion"))
                .getJWTClaimsSet()
                .getJWTID();

        assertThat(first).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(second);
    }

    @Test
    void saysWhatTheServerWantsInstead() throws Exception {
        JwtAssertion assertion = Keys.assertion()
                .withIssuer("app.example.com")
                .withSubject("subject")
                .withAudience("https://revolut.example")
                .withClaim("tenant", "t1")
                .withLifetime(Duration.ofMinutes(5))
                .withAlgorithm("PS256");

        Map<String, String> form = sent(robot(ClientAuthentication.privateKeyJwt(assertion)));

        JWTClaimsSet claims = verified(form.get("client_assertion"), rsa());
        assertThat(claims.getIssuer()).isEqualTo("app.example.com");
        assertThat(claims.getSubject()).isEqualTo("subject");
        assertThat(claims.getAudience()).containsExactly("https://revolut.example");
        assertThat(claims.getStringClaim("tenant")).isEqualTo("t1");
        assertThat(claims.getExpirationTime()).isEqualTo(FakeContext.NOW.plusSeconds(300));
    }

    @Test
    void signsWithAnEcKeyAsItsCurveWants() throws Exception {
        Map<String, String> form = sent(robot(ClientAuthentication.privateKeyJwt("", Keys.pem(Keys.EC))));

        String token = form.get("client_assertion");
        assertThat(verified(token, new ECDSAVerifier((ECPublicKey) Keys.EC.getPublic()))
                        .getIssuer())
                .isEqualTo("client:id");
        assertThat(SignedJWT.parse(token).getHeader().toJSONObject()).isEqualTo(Map.of("alg", "ES256", "typ", "JWT"));
    }

    @Test
    void takesAJsonWebKeyWithItsOwnId() throws Exception {
        String rsa = new RSAKey.Builder((RSAPublicKey) Keys.RSA.getPublic())
                .privateKey(Keys.RSA.getPrivate())
                .keyID("own-kid")
                .build()
                .toJSONString();
        String ec = new ECKey.Builder(Curve.P_256, (ECPublicKey) Keys.EC.getPublic())
                .privateKey(Keys.EC.getPrivate())
                .build()
                .toJSONString();

        String signed = sent(robot(ClientAuthentication.privateKeyJwt("", Secret.of(rsa))))
                .get("client_assertion");
        String other = sent(robot(ClientAuthentication.privateKeyJwt("k", Secret.of(ec))))
                .get("client_assertion");

        assertThat(SignedJWT.parse(signed).getHeader().getKeyID()).isEqualTo("own-kid");
        assertThat(SignedJWT.parse(other).getHeader().getKeyID()).isEqualTo("k");
    }

    @Test
    void provesTheClientWithItsSecretWithoutSendingIt() throws Exception {
        Map<String, String> form =
                sent(robot(ClientAuthentication.secret(ClientAuthentication.CLIENT_SECRET_JWT, LONG_SECRET)));

        JWTClaimsSet claims = verified(
                form.get("client_assertion"),
                new MACVerifier(LONG_SECRET.reveal().getBytes(StandardCharsets.UTF_8)));
        assertThat(claims.getIssuer()).isEqualTo("client:id");
        assertThat(form.values()).doesNotContain(LONG_SECRET.reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "SECRET_AS_USERNAME, 's3cr3t/+ é:'",
        "CLIENT_SECRET_BASIC_RAW, 'client-id:s3cr3t/+ é'",
        "CLIENT_SECRET_BASIC, 'client-id:s3cr3t%2F%2B+%C3%A9'",
    })
    void writesTheHeaderAsTheMethodSays(String method, String expected) {
        ClientAuthentication authentication = ClientAuthentication.secret(
                switch (method) {
                    case "SECRET_AS_USERNAME" -> ClientAuthentication.SECRET_AS_USERNAME;
                    case "CLIENT_SECRET_BASIC_RAW" -> ClientAuthentication.CLIENT_SECRET_BASIC_RAW;
                    default -> ClientAuthentication.CLIENT_SECRET_BASIC;
                },
                Secret.of("s3cr3t/+ é"));
        var strategy =
                OAuth2.clientCredentials().tokenEndpoint(Strategies.TOKEN).client("client-id", authentication);

        Map<String, String> form = sent(strategy);

        String header = ScriptedServer.headers(server.onlyCall()).get("Authorization");
        assertThat(new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8))
                .isEqualTo(expected);
        assertThat(form).doesNotContainKeys("client_secret", "client_id");
    }

    @Test
    void asksForATokenWithAnAssertion() throws Exception {
        Map<String, String> form = sent(bearer(Keys.assertion().withSubject("alice")));

        JWTClaimsSet claims = verified(form.get("assertion"), rsa());
        assertThat(form)
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
                .containsEntry("scope", "a b")
                .containsEntry("client_id", "client-id");
        assertThat(claims.getIssuer()).isEqualTo("client-id");
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getClaims()).doesNotContainKey("scope");
    }

    @Test
    void carriesTheScopesInTheAssertionWhereTheServerReadsThemThere() throws Exception {
        Map<String, String> form = sent(bearer(Keys.assertion().withScopeClaim()));

        assertThat(verified(form.get("assertion"), rsa()).getStringClaim("scope"))
                .isEqualTo("a b");
        assertThat(form).doesNotContainKey("scope");
    }

    @Test
    void putsNoScopeIntoAnAssertionThatProvesTheClient() throws Exception {
        Map<String, String> form =
                sent(robot(ClientAuthentication.privateKeyJwt(Keys.assertion().withScopeClaim())));

        assertThat(verified(form.get("client_assertion"), rsa()).getClaims()).doesNotContainKey("scope");
        assertThat(form).containsEntry("scope", "a b");
    }

    @Test
    void saysWhatToCheckWhenTheAssertionIsRefused() {
        var refusing = new ScriptedServer().json(400, "{\"error\":\"invalid_grant\"}");
        OAuth2Strategy<UnattendedFlow> strategy = bearer(Keys.assertion());

        ConnectionException denied =
                failure(() -> strategy.flow(FakeContext.of(strategy, refusing)).grant());

        assertThat(denied.code()).isEqualTo("invalid_grant");
        assertThat(denied).hasMessageContaining("this machine's clock").hasMessageContaining("the signed assertion");
    }

    @Test
    void printsNoKey() {
        assertThat(Keys.assertion().toString()).doesNotContain("PRIVATE KEY");
        assertThat(bearer(Keys.assertion()).toString()).doesNotContain("PRIVATE KEY");
        assertThat(bearer(Keys.assertion()).settings().json()).doesNotContain("PRIVATE KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "-----BEGIN RSA PRIVATE KEY-----\nAA==\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "{}",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
            })
    void refusesAKeyThatCannotSign(String text) {
        ConnectionException refusal = failure(() -> ClientAuthentication.privateKeyJwt("kid", Secret.of(text)));

        assertThat(refusal).isInstanceOf(ConnectionConfigurationException.class).hasMessageContaining("openssl pkcs8");
        assertThat(refusal.code()).isEqualTo("private_key_malformed");
        assertThat(refusal).hasNoCause();
    }

    @Test
    void refusesAnRsaKeyThatIsTooShort() {
        ConnectionException refusal = failure(() -> JwtAssertion.signedWith("kid", Keys.pem(Keys.pair("RSA", 1024))));

        assertThat(refusal.code()).isEqualTo("private_key_malformed");
    }

    @Test
    void refusesASecretThatIsTooShortToSign() {
        ConnectionException refusal =
                failure(() -> Strategies.robot().withClientAuthentication(ClientAuthentication.CLIENT_SECRET_JWT));

        assertThat(refusal.code()).isEqualTo("client_secret_malformed");
        assertThat(refusal).hasMessageContaining("32 bytes");
    }

    @Test
    void refusesAnIdThatTheRawHeaderCannotCarry() {
        ConnectionException refusal = failure(
                () -> robot(ClientAuthentication.secret(ClientAuthentication.CLIENT_SECRET_BASIC_RAW, LONG_SECRET)));

        assertThat(refusal.code()).isEqualTo("client_id_malformed");
        assertThat(refusal).hasMessageContaining("CLIENT_SECRET_BASIC");
    }

    @Test
    void refusesAMethodForASecretWhereTheClientSignsWithItsKey() {
        OAuth2Strategy<UnattendedFlow> strategy = robot(ClientAuthentication.privateKeyJwt(Keys.assertion()));

        ConnectionException refusal =
                failure(() -> strategy.withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST));

        assertThat(refusal.code()).isEqualTo("option_not_applicable");
        assertThat(refusal).hasMessageContaining("client(id, secret)");
    }

    @Test
    void refusesOptionsOfAnAssertionThatCannotWork() {
        assertThat(failure(() -> Keys.assertion().withAlgorithm("ES256")).code())
                .isEqualTo("algorithm_unknown");
        assertThat(failure(() -> Keys.assertion().withAlgorithm("none")).code()).isEqualTo("algorithm_unknown");
        assertThat(failure(() -> Keys.assertion().withLifetime(Duration.ofHours(2)))
                        .code())
                .isEqualTo("duration_malformed");
        assertThat(failure(() -> Keys.assertion().withClaim("exp", "1")).code()).isEqualTo("parameter_reserved");
    }

    @Test
    void keepsTheClientWhenAnotherOptionIsAdded() {
        OAuth2Strategy<UnattendedFlow> strategy =
                robot(ClientAuthentication.privateKeyJwt(Keys.assertion())).withScopeDelimiter(",");

        assertThat(sent(strategy)).containsEntry("scope", "a,b").containsKey("client_assertion");
    }
}
