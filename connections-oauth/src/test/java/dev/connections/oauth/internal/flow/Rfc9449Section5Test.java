package dev.connections.oauth.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.UnattendedFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.Proof;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.SubjectToken;
import dev.connections.oauth.internal.dpop.ProofKey;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.Refresher;
import dev.connections.spi.Refresher.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens that are bound to a key when they are asked for (RELIABILITY N9449-1 to 6, 9 to 11, F-T41).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9449#section-5">RFC 9449, sections 4, 5, 8 and 10</a>
 */
class Rfc9449Section5Test {
    private static final String BOUND =
            "{\"access_token\":\"at-1\",\"token_type\":\"DPoP\",\"refresh_token\":\"rt-1\"}";

    private final ScriptedServer server = new ScriptedServer();

    private static OAuth2Strategy<UnattendedFlow> robot() {
        return Strategies.robot().withDpop();
    }

    private StoredToken granted(OAuth2Strategy<UnattendedFlow> strategy) {
        FakeContext context = FakeContext.of(strategy, server);
        var unused = strategy.flow(context).grant();
        return (StoredToken) context.onlyGrant().tokens().get("default");
    }

    private ConnectionException failure(OAuth2Strategy<UnattendedFlow> strategy) {
        return catchThrowableOfType(ConnectionException.class, () -> granted(strategy));
    }

    private void refuses(String error, Map<String, List<String>> headers) {
        server.answering(400, headers, ("{\"error\":\"" + error + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private void wantsNonce(String... nonces) {
        refuses("use_dpop_nonce", Map.of("dpop-nonce", List.of(nonces)));
    }

    private Proof proof(int call) {
        return Proof.of(server.calls().get(call));
    }

    @Test
    void asksForTokensWithAProof() {
        server.json(200, BOUND);

        var unused = granted(robot());

        Proof proof = proof(0);
        assertThat(proof.header())
                .containsEntry("typ", "dpop+jwt")
                .containsEntry("alg", "ES256")
                .hasSize(3);
        assertThat(proof.key().isPrivate()).isFalse();
        assertThat(proof.claims()).containsOnlyKeys("jti", "htm", "htu", "iat");
        assertThat(proof.claim("htm")).isEqualTo("POST");
        assertThat(proof.claim("htu")).isEqualTo(Strategies.TOKEN);
        assertThat(proof.claim("iat")).isEqualTo(String.valueOf(FakeContext.NOW.getEpochSecond()));
        assertThat(proof.claim("jti")).matches("[A-Za-z0-9_-]{22}"); // 128 bits
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES384", "ES512", "PS256", "RS256"})
    void signsWithTheAlgorithmOfTheDefinition(String algorithm) {
        server.json(200, BOUND);

        var unused = granted(Strategies.robot().withDpop(algorithm));

        assertThat(proof(0).header()).containsEntry("alg", algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DPoP", "dPOp", "dpop"})
    void keepsTheKeyWithItsTokens(String type) {
        server.json(200, BOUND.replace("DPoP", type));

        StoredToken token = granted(robot());

        assertThat(token.proofKey().map(ProofKey::thumbprint)).contains(proof(0).thumbprint());
        var codec = robot().codec();
        assertThat(codec.read(codec.version(), codec.write(token))).isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "mac", ""})
    void refusesATokenThatIsNotBound(String type) {
        server.json(200, BOUND.replace("DPoP", type));

        ConnectionException refusal = failure(robot());

        assertThat(refusal).isInstanceOf(ConnectionProtocolException.class).hasMessageContaining("reconnect()");
        assertThat(refusal.code()).isEqualTo("token_not_bound");
    }

    @Test
    void repeatsARequestWithTheNonceThatTheServerWants() {
        wantsNonce("n-1");
        server.json(200, BOUND);

        StoredToken token = granted(robot());

        assertThat(token.access()).contains(Secret.of("at-1"));
        assertThat(proof(0).claims()).doesNotContainKey("nonce");
        assertThat(proof(1).claim("nonce")).isEqualTo("n-1");
        assertThat(proof(1).claim("jti")).isNotEqualTo(proof(0).claim("jti"));
        assertThat(proof(1).thumbprint()).isEqualTo(proof(0).thumbprint());
        assertThat(server.calls().get(1).body()).isEqualTo(server.calls().get(0).body());
    }

    @Test
    void takesTheNextNonceFromASuccess() {
        server.answering(200, Map.of("dpop-nonce", List.of("n-2")), BOUND.getBytes(StandardCharsets.UTF_8));
        server.json(200, BOUND);
        OAuth2Strategy<UnattendedFlow> strategy = robot();

        var first = granted(strategy);
        var second = granted(strategy);

        assertThat(proof(1).claim("nonce")).isEqualTo("n-2");
        assertThat(first.proofKey()).isNotEqualTo(second.proofKey());
    }

    @Test
    void asksTwiceAtMostAServerThatAlwaysWantsAnotherNonce() {
        wantsNonce("n-1");
        wantsNonce("n-2");

        ConnectionException refusal = failure(robot());

        assertThat(server.calls()).hasSize(2);
        assertThat(refusal.code()).isEqualTo("use_dpop_nonce");
        assertThat(refusal).isInstanceOf(ConnectionProtocolException.class).hasMessageContaining("report it");
    }

    @Test
    void keepsTheNonceOfTheSecondRefusal() {
        wantsNonce("n-1");
        wantsNonce("n-2");
        server.json(200, BOUND);
        OAuth2Strategy<UnattendedFlow> strategy = robot();

        ConnectionException refusal = failure(strategy);
        var unused = granted(strategy);

        assertThat(refusal.code()).isEqualTo("use_dpop_nonce");
        assertThat(proof(2).claim("nonce")).isEqualTo("n-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "a\\b", "a\r\nX-Evil: 1", "\u00e4", ""})
    void refusesANonceWithForeignCharacters(String nonce) {
        wantsNonce(nonce);

        ConnectionException refusal = failure(robot());

        assertThat(server.calls()).hasSize(1);
        assertThat(refusal.code()).isEqualTo("use_dpop_nonce");
    }

    @Test
    void refusesTwoNoncesAndALongOne() {
        wantsNonce("n-1", "n-2");
        wantsNonce("n".repeat(1025));

        assertThat(failure(robot()).code()).isEqualTo("use_dpop_nonce");
        assertThat(failure(robot()).code()).isEqualTo("use_dpop_nonce");
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void repeatsOnceByTheClockOfTheServer() {
        refuses("invalid_dpop_proof", Map.of("date", List.of("Thu, 1 Jan 2026 00:05:00 GMT")));
        server.json(200, BOUND);
        server.json(200, BOUND);
        OAuth2Strategy<UnattendedFlow> strategy = robot();

        var first = granted(strategy);
        var second = granted(strategy);

        assertThat(first.access()).isEqualTo(second.access());
        assertThat(proof(0).claim("iat")).isEqualTo("1767225600");
        assertThat(proof(1).claim("iat")).isEqualTo("1767225900");
        assertThat(proof(2).claim("iat")).isEqualTo("1767225900");
    }

    @Test
    void understandsAServerThatBlamesTheProofInItsDescription() {
        String answer = "{\"error\": \"invalid_request\", \"error_description\": \"DPoP proof is not active\"}";
        server.answering(
                400, Map.of("date", List.of("Thu, 1 Jan 2026 00:05:00 GMT")), answer.getBytes(StandardCharsets.UTF_8));
        server.json(200, BOUND);

        assertThat(granted(robot()).access()).isPresent();
        assertThat(proof(1).claim("iat")).isEqualTo("1767225900");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon, 5 Jan 2026 00:00:00 GMT", "yesterday"})
    void keepsItsOwnClockWhereTheServersSaysNothing(String date) {
        refuses("invalid_dpop_proof", Map.of("date", List.of(date)));
        refuses("invalid_dpop_proof", Map.of());

        ConnectionException refusal = failure(robot());

        assertThat(proof(1).claim("iat")).isEqualTo("1767225600");
        assertThat(server.calls()).hasSize(2);
        assertThat(refusal.code()).isEqualTo("invalid_dpop_proof");
        assertThat(refusal).hasMessageContaining("clock");
    }

    @Test
    void repeatsNothingWithoutAKey() {
        wantsNonce("n-1");

        ConnectionException refusal = failure(Strategies.robot());

        assertThat(refusal.code()).isEqualTo("use_dpop_nonce");
        assertThat(refusal).hasMessageContaining("withDpop()");
        assertThat(server.onlyCall().headers()).doesNotContainKey("DPoP");
    }

    @Test
    void bindsTheCodeToTheKeyThatRedeemsIt() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme().withDpop();
        FakeContext context = FakeContext.of(strategy, server);
        wantsNonce("n-1");
        server.json(200, BOUND);

        URI asked = strategy.flow(context).begin(Strategies.CALLBACK).uri();
        var unused =
                strategy.flow(context).complete(URI.create(Strategies.CALLBACK + "?code=c-1&state=state-1"), "state-1");

        assertThat(asked.getRawQuery()).contains("&dpop_jkt=" + proof(0).thumbprint());
        assertThat(proof(1).thumbprint()).isEqualTo(proof(0).thumbprint());
        assertThat(server.calls())
                .extracting(ScriptedServer::form)
                .allMatch(form -> form.get("code").equals("c-1"));
        assertThat(((StoredToken) context.onlyGrant().tokens().get("default"))
                        .proofKey()
                        .map(ProofKey::thumbprint))
                .contains(proof(0).thumbprint());
    }

    @Test
    void pushesTheNameOfTheKeyToo() {
        OAuth2Strategy<RedirectFlow> strategy =
                Strategies.acme().withDpop().withPushedAuthorizationRequests("https://acme.example/oauth/par");
        server.json(201, "{\"request_uri\":\"urn:example:1\",\"expires_in\":90}");
        FakeContext context = FakeContext.of(strategy, server);

        var unused = strategy.flow(context).begin(Strategies.CALLBACK);

        Secret key = context.pendingFlows().get(0).get("proof_key");
        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("dpop_jkt", ProofKey.read(key).thumbprint());
    }

    private Outcome<OAuth2Token> refreshed(StoredToken token) {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme().withDpop();
        Refresher<OAuth2Token> refresher = strategy.refresher().orElseThrow();
        return refresher.refresh(token, FakeContext.of(strategy, server));
    }

    private static StoredToken renewed(Outcome<OAuth2Token> outcome) {
        return (StoredToken) ((Outcome.Renewed<OAuth2Token>) outcome).credential();
    }

    @Test
    void refreshesWithTheKeyOfTheToken() {
        ProofKey key = ProofKey.make("ES256");
        wantsNonce("n-1");
        server.json(200, BOUND.replace("rt-1", "rt-2"));

        StoredToken after =
                renewed(refreshed(Tokens.withRefreshToken(Secret.of("rt-1")).boundTo(Optional.of(key))));

        assertThat(server.calls())
                .extracting(Proof::of)
                .extracting(Proof::thumbprint)
                .containsOnly(key.thumbprint());
        assertThat(server.calls())
                .extracting(ScriptedServer::form)
                .allMatch(form -> form.get("refresh_token").equals("rt-1"));
        assertThat(after.proofKey()).contains(key);
        assertThat(after.refresh()).contains(Secret.of("rt-2"));
    }

    @Test
    void keepsTheRefreshTokenOfAServerThatAlwaysWantsAnotherNonce() {
        wantsNonce("n-1");
        wantsNonce("n-2");

        Outcome<OAuth2Token> outcome =
                refreshed(Tokens.withRefreshToken(Secret.of("rt-1")).boundTo(Optional.of(ProofKey.make("ES256"))));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.failure().code()).isEqualTo("use_dpop_nonce");
            assertThat(failed.outcomeUnknown()).isFalse();
        });
    }

    @Test
    void bindsATokenThatWasABearerTokenWhenItIsRenewed() {
        server.json(200, BOUND);

        StoredToken after = renewed(refreshed(Tokens.withRefreshToken(Secret.of("rt-1"))));

        assertThat(after.proofKey().map(ProofKey::thumbprint)).contains(proof(0).thumbprint());
    }

    @Test
    void savesARefreshedTokenThatIsNotBoundForItsRefreshToken() {
        server.json(200, BOUND.replace("DPoP", "Bearer").replace("rt-1", "rt-2"));

        StoredToken after = renewed(refreshed(Tokens.withRefreshToken(Secret.of("rt-1"))));

        assertThat(after.refresh()).contains(Secret.of("rt-2"));
    }

    @Test
    void provesTheTokenRequestOfADevice() {
        server.json(200, """
                {"device_code": "dc", "user_code": "AB-CD", "verification_uri": "https://acme.example/device",
                 "expires_in": 600, "interval": 1}""");
        wantsNonce("n-1");
        server.json(200, BOUND);
        var strategy = Strategies.television().withDpop();
        FakeContext context = FakeContext.of(strategy, server);

        var unused = strategy.flow(context).begin().poll();

        assertThat(context.onlyGrant().tokens()).hasSize(1);
        assertThat(server.calls())
                .extracting(Call::uri)
                .containsExactly(
                        URI.create(Strategies.DEVICE), URI.create(Strategies.TOKEN), URI.create(Strategies.TOKEN));
        assertThat(server.calls().get(0).headers()).doesNotContainKey("DPoP");
        assertThat(proof(2).claim("nonce")).isEqualTo("n-1");
    }

    @Test
    void provesTheRequestThatItsOwnTokenAuthorizes() {
        OAuth2Strategy<UnattendedFlow> strategy = robot().withRevocationByAccessToken(Strategies.REVOKE);
        ProofKey key = ProofKey.make("ES256");
        server.json(200, "{}");

        var unused = strategy.revoker()
                .orElseThrow()
                .revoke(Tokens.ofType("at-1", "DPoP").boundTo(Optional.of(key)), FakeContext.of(strategy, server));

        assertThat(ScriptedServer.headers(server.onlyCall())).containsEntry("Authorization", "DPoP at-1");
        assertThat(proof(0).claim("htu")).isEqualTo(Strategies.REVOKE);
        assertThat(proof(0).claims()).containsKey("ath");
    }

    @Test
    void bindsATokenThatAnotherIsExchangedFor() {
        var strategy = OAuth2.tokenExchange()
                .tokenEndpoint(Strategies.TOKEN)
                .client("client-id", Strategies.CLIENT_SECRET)
                .withDpop();
        FakeContext context = FakeContext.of(strategy, server);
        wantsNonce("n-1");
        server.json(200, BOUND);

        var unused = strategy.flow(context).with(SubjectToken.accessToken(Secret.of("theirs")));

        StoredToken token = (StoredToken) context.onlyGrant().tokens().get("default");
        assertThat(proof(1).claim("nonce")).isEqualTo("n-1");
        assertThat(token.proofKey().map(ProofKey::thumbprint)).contains(proof(1).thumbprint());
    }
}
