package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.JwtAssertion;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.Proof;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One switch for all that FAPI 2.0 demands of a client (RELIABILITY NFAPI-1 to 3).
 *
 * @see <a href="https://openid.net/specs/fapi-security-profile-2_0-final.html#section-5.3.3">FAPI 2.0 Security Profile,
 *     section 5.3.3</a>
 */
class Fapi2Test {
    private static final String ISSUER = "https://acme.example";
    private static final String CHAIN = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
    private static final Secret EC = Keys.pem(Keys.EC);
    private static final Secret RSA = Keys.pem(Keys.RSA);
    private static final String BOUND = "{\"access_token\":\"at-1\",\"token_type\":\"DPoP\"}";
    private static final String METADATA = """
            {"issuer": "https://acme.example", "authorization_endpoint": "https://acme.example/authorize",
             "token_endpoint": "https://acme.example/token",
             "pushed_authorization_request_endpoint": "https://acme.example/par",
             "mtls_endpoint_aliases": {"token_endpoint": "https://mtls.acme.example/token",
                "pushed_authorization_request_endpoint": "https://mtls.acme.example/par"}%s}""";
    private static final String BINDS = ", \"tls_client_certificate_bound_access_tokens\": true";

    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<RedirectFlow> acme(ClientAuthentication authentication) {
        return OAuth2.authorizationCode().issuer(ISSUER).client("client-id", authentication);
    }

    private static OAuth2Strategy<RedirectFlow> fapi() {
        return acme(ClientAuthentication.privateKeyJwt("kid-1", RSA)).withFapi2();
    }

    private static OAuth2Strategy<RedirectFlow> byCertificate() {
        return acme(ClientAuthentication.mutualTls(CHAIN, EC)).withFapi2();
    }

    private AuthorizationRequest begun(FakeContext context, OAuth2Strategy<RedirectFlow> strategy, String more) {
        server.json(200, METADATA.formatted(more));
        server.json(201, "{\"request_uri\":\"urn:example:1\",\"expires_in\":90}");
        return strategy.flow(context).begin(Strategies.CALLBACK);
    }

    private static SignedJWT assertion(Map<String, String> form) {
        try {
            return SignedJWT.parse(form.get("client_assertion"));
        } catch (ParseException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void pushesEveryRequestAndLetsTheBrowserCarryAReference() throws ParseException {
        OAuth2Strategy<RedirectFlow> strategy = fapi();

        AuthorizationRequest request = begun(FakeContext.of(strategy, server), strategy, "");

        Map<String, String> pushed = ScriptedServer.form(server.calls().get(1));
        assertThat(server.calls().get(1).uri()).isEqualTo(URI.create("https://acme.example/par"));
        assertThat(pushed).containsEntry("code_challenge_method", "S256").containsKeys("code_challenge", "dpop_jkt");
        assertThat(assertion(pushed).getHeader().getAlgorithm().getName()).isEqualTo("PS256");
        assertThat(assertion(pushed).getPayload().toJSONObject()).containsEntry("aud", ISSUER);
        assertThat(request.uri())
                .isEqualTo(
                        URI.create("https://acme.example/authorize?client_id=client-id&request_uri=urn%3Aexample%3A1"));
    }

    @Test
    void bindsTokensByProofs() {
        OAuth2Strategy<RedirectFlow> strategy = fapi();
        FakeContext context = FakeContext.of(strategy, server);
        var unused = begun(context, strategy, "");
        server.json(200, BOUND);

        var authorization = strategy.flow(context)
                .complete(
                        URI.create(Strategies.CALLBACK + "?code=c&state=state-1&iss=https%3A%2F%2Facme.example"),
                        "state-1");

        assertThat(authorization).isNotNull();
        assertThat(Proof.of(server.calls().get(2)).claim("htu")).isEqualTo("https://acme.example/token");
    }

    @Test
    void callsNoEndpointAfterACallbackWithoutIssuer() {
        OAuth2Strategy<RedirectFlow> strategy = fapi();
        FakeContext context = FakeContext.of(strategy, server);
        var unused = begun(context, strategy, "");

        for (String issuer : List.of("", "&iss=https%3A%2F%2Fevil.example")) {
            FakeContext again = FakeContext.of(strategy, server);
            server.json(201, "{\"request_uri\":\"urn:example:1\",\"expires_in\":90}");
            var begun = strategy.flow(again).begin(Strategies.CALLBACK);
            int before = server.calls().size();

            var refusal = catchThrowableOfType(
                    ConnectionSecurityException.class,
                    () -> strategy.flow(again)
                            .complete(
                                    URI.create(Strategies.CALLBACK + "?code=c&state=" + begun.state() + issuer),
                                    begun.state()));

            assertThat(refusal.code()).isIn("issuer_missing", "issuer_mismatch");
            assertThat(server.calls()).hasSize(before);
        }
    }

    @Test
    void saysThatTheServerTakesNoPushedRequests() {
        OAuth2Strategy<RedirectFlow> strategy = fapi();
        server.json(200, METADATA.formatted("").replace("pushed_authorization_request_endpoint", "other"));

        var refusal = catchThrowableOfType(
                ConnectionException.class,
                () -> strategy.flow(FakeContext.of(strategy, server)).begin(Strategies.CALLBACK));

        assertThat(refusal.code()).isEqualTo("metadata_malformed");
        assertThat(refusal).hasMessageContaining("pushed");
    }

    @Test
    void usesTheEndpointsForCertificatesAndNoProof() {
        OAuth2Strategy<RedirectFlow> strategy = byCertificate();

        var unused = begun(FakeContext.of(strategy, server), strategy, BINDS);

        assertThat(server.calls().get(1).uri()).isEqualTo(URI.create("https://mtls.acme.example/par"));
        assertThat(ScriptedServer.form(server.calls().get(1))).doesNotContainKey("dpop_jkt");
    }

    @Test
    void refusesAServerThatBindsNothing() {
        OAuth2Strategy<RedirectFlow> strategy = byCertificate();
        server.json(200, METADATA.formatted(""));

        var refusal = catchThrowableOfType(
                ConnectionProtocolException.class,
                () -> strategy.flow(FakeContext.of(strategy, server)).begin(Strategies.CALLBACK));

        assertThat(refusal.code()).isEqualTo("fapi_requires");
        assertThat(refusal).hasMessageContaining("withDpop()");
    }

    @Test
    void bindsByProofsTooWhereTheDefinitionSaysSo() {
        OAuth2Strategy<RedirectFlow> strategy = byCertificate().withDpop();

        var unused = begun(FakeContext.of(strategy, server), strategy, "");

        assertThat(ScriptedServer.form(server.calls().get(1))).containsKey("dpop_jkt");
    }

    @Test
    void readsBack() {
        OAuth2Strategy<RedirectFlow> strategy = fapi().withScopeDelimiter(",");

        assertThat(new OAuth2StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
        assertThat(strategy.settings().json()).contains("\"fapi2\":true");
    }

    private static final JwtAssertion RSA_KEY = JwtAssertion.signedWith("kid-1", RSA);
    private static final ClientAuthentication EC_KEY = ClientAuthentication.privateKeyJwt("kid-1", EC);

    static Stream<Supplier<OAuth2Strategy<?>>> clients() {
        return Stream.of(
                () -> OAuth2.authorizationCode()
                        .issuer(ISSUER)
                        .publicClient("id")
                        .withFapi2(),
                () -> OAuth2.authorizationCode()
                        .issuer(ISSUER)
                        .client("id", Strategies.CLIENT_SECRET)
                        .withFapi2(),
                () -> acme(ClientAuthentication.secret(
                                ClientAuthentication.CLIENT_SECRET_JWT, Secret.of("s".repeat(32))))
                        .withFapi2(),
                () -> acme(ClientAuthentication.privateKeyJwt(RSA_KEY.withAlgorithm("RS256")))
                        .withFapi2(),
                () -> acme(ClientAuthentication.privateKeyJwt(RSA_KEY.withAlgorithm("PS512")))
                        .withFapi2(),
                () -> acme(ClientAuthentication.privateKeyJwt("", Keys.pem(Keys.pair("EC", 384))))
                        .withFapi2(),
                () -> acme(ClientAuthentication.privateKeyJwt(RSA_KEY.withAudience(ISSUER + "/token")))
                        .withFapi2(),
                () -> acme(ClientAuthentication.mutualTls(CHAIN, Keys.pem(Keys.pair("RSA", 1024))))
                        .withFapi2());
    }

    static Stream<Supplier<OAuth2Strategy<?>>> options() {
        return Stream.of(
                () -> Strategies.acme().withIssuer(ISSUER).withFapi2(),
                () -> acme(EC_KEY).withFapi2().withPushedAuthorizationRequests("https://acme.example/par"),
                () -> acme(EC_KEY).withFapi2().withOpenIdConnect("https://acme.example/keys"),
                () -> acme(EC_KEY).withRevocationEndpoint(Strategies.REVOKE).withFapi2(),
                () -> acme(EC_KEY)
                        .withIntrospectionEndpoint("https://acme.example/introspect")
                        .withFapi2(),
                () -> acme(EC_KEY)
                        .withDeviationNoPkce("refuses it", "https://acme.example/docs")
                        .withFapi2(),
                () -> acme(EC_KEY)
                        .withDeviationPlainPkce("knows no other", "https://acme.example/docs")
                        .withFapi2(),
                () -> acme(EC_KEY).withFapi2().withDpop("ES384"),
                () -> acme(EC_KEY).withFapi2().withDpop("RS256"),
                () -> acme(EC_KEY)
                        .withRequestObject(RSA_KEY.withAlgorithm("PS384"))
                        .withFapi2(),
                () -> acme(ClientAuthentication.mutualTls(CHAIN, EC))
                        .withAuthorizationHeader("Token {token}")
                        .withFapi2(),
                () -> OAuth2.passwordGrantThatExposesThePassword()
                        .issuer(ISSUER)
                        .client("id", EC_KEY)
                        .withFapi2(),
                () -> OAuth2.jwtBearer(RSA_KEY.withAlgorithm("RS512"))
                        .issuer(ISSUER)
                        .client("id", EC_KEY)
                        .withFapi2());
    }

    @ParameterizedTest
    @MethodSource({"clients", "options"})
    void refusesWhatContradictsIt(Supplier<OAuth2Strategy<?>> definition) {
        var refusal = catchThrowableOfType(ConnectionConfigurationException.class, definition::get);

        assertThat(refusal.code()).isEqualTo("fapi_requires");
        assertThat(refusal).hasMessageContaining("FAPI 2.0 wants").hasMessageContaining("or leave withFapi2 out");
    }

    @Test
    void appliesToClientsThatActForThemselves() {
        server.json(200, METADATA.formatted(""));
        server.json(200, BOUND);
        var strategy = OAuth2.clientCredentials()
                .issuer(ISSUER)
                .client("id", ClientAuthentication.privateKeyJwt("", EC))
                .withFapi2();

        var unused = strategy.flow(FakeContext.of(strategy, server)).grant();

        assertThat(assertion(ScriptedServer.form(server.calls().get(1)))
                        .getHeader()
                        .getAlgorithm()
                        .getName())
                .isEqualTo("ES256");
        assertThat(server.calls().get(1).headers()).containsKey("DPoP");
    }

    @Test
    void signsRequestsWithTheKeyOfTheClientAsTheProfileWants() throws ParseException {
        OAuth2Strategy<RedirectFlow> strategy = fapi().withRequestObject();

        var unused = begun(FakeContext.of(strategy, server), strategy, "");

        SignedJWT request =
                SignedJWT.parse(ScriptedServer.form(server.calls().get(1)).get("request"));
        assertThat(request.getHeader().getAlgorithm().getName()).isEqualTo("PS256");
    }

    private static String idToken(JWSAlgorithm algorithm, String nonce) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("248289761001")
                .audience("client-id")
                .claim("nonce", nonce)
                .issueTime(Date.from(FakeContext.NOW))
                .expirationTime(Date.from(FakeContext.NOW.plusSeconds(300)));
        var token = new SignedJWT(new JWSHeader(algorithm), claims.build());
        try {
            token.sign(new RSASSASigner(Keys.RSA.getPrivate()));
        } catch (JOSEException broken) {
            throw new AssertionError(broken);
        }
        return token.serialize();
    }

    private ConnectionException identified(JWSAlgorithm algorithm) {
        OAuth2Strategy<RedirectFlow> strategy = fapi().withOpenIdConnect();
        FakeContext context = FakeContext.of(strategy, server);
        var begun = begun(context, strategy, ", \"jwks_uri\": \"https://acme.example/keys\"");
        String nonce = ScriptedServer.form(server.calls().get(1)).get("nonce");
        String idToken = idToken(algorithm, nonce);
        server.json(200, BOUND.replace("}", ",\"id_token\":\"" + idToken + "\"}"));
        server.json(200, new JWKSet(new RSAKey.Builder((RSAPublicKey) Keys.RSA.getPublic()).build()).toString());
        return catchThrowableOfType(
                ConnectionException.class,
                () -> strategy.flow(context)
                        .complete(
                                URI.create(Strategies.CALLBACK + "?code=c&iss=" + ISSUER + "&state=" + begun.state()),
                                begun.state()));
    }

    @Test
    void takesAnIdTokenOfTheProfile() {
        assertThat(identified(JWSAlgorithm.PS256)).isNull();
    }

    @Test
    void takesNoIdTokenOfAnotherAlgorithm() {
        ConnectionException refusal = identified(JWSAlgorithm.RS256);

        assertThat(refusal.code()).isEqualTo("id_token_malformed");
        assertThat(refusal).hasMessageContaining("PS256 or ES256");
        assertThat(server.calls()).hasSize(3); // no keys were asked for
    }
}
