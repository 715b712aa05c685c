package dev.connections.oauth.internal.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.Keys;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.internal.flow.OAuth2StrategyProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ID tokens, named as the OpenID Foundation's tests for relying parties are: each defect ends in an error and saves nothing.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation">OpenID Connect Core, section
 *     3.1.3.7</a>
 */
class IdTokenValidationTest {
    private static final String JWKS = "https://acme.example/jwks";

    private final ScriptedServer server = new ScriptedServer();
    private final OAuth2Strategy<RedirectFlow> strategy =
            Strategies.acme().withIssuer(IdTokens.ISSUER).withOpenIdConnect(JWKS);
    private final FakeContext context = FakeContext.of(strategy, server, "calendar");

    private AuthorizationRequest begin() {
        return strategy.flow(context).begin(Strategies.CALLBACK);
    }

    private static String nonce(AuthorizationRequest request) {
        String query = request.uri().getRawQuery();
        return query.substring(query.indexOf("&nonce=") + "&nonce=".length());
    }

    private void answer(String idToken) {
        server.json(200, "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}");
    }

    private void complete(AuthorizationRequest request) {
        var unused = strategy.flow(context)
                .complete(URI.create(Strategies.CALLBACK + "?code=c&state=" + request.state()), request.state());
    }

    private ConnectionException refusal(Consumer<Map<String, Object>> defect) {
        AuthorizationRequest request = begin();
        Map<String, Object> claims = IdTokens.claims(nonce(request));
        defect.accept(claims);
        answer(IdTokens.signed(claims));
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));
        return catchThrowableOfType(ConnectionException.class, () -> complete(request));
    }

    private ConnectionException refusalOf(UnaryOperator<String> forgery) {
        AuthorizationRequest request = begin();
        answer(forgery.apply(IdTokens.signed(IdTokens.claims(nonce(request)))));
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));
        return catchThrowableOfType(ConnectionException.class, () -> complete(request));
    }

    @Test
    void takesTheSubjectForTheAccount() {
        AuthorizationRequest request = begin();
        answer(IdTokens.signed(IdTokens.claims(nonce(request))));
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));

        complete(request);

        assertThat(context.onlyGrant().accountId()).contains("248289761001");
        assertThat(context.onlyGrant().accountName()).contains("alice");
        assertThat(server.calls().get(1).uri()).isEqualTo(URI.create(JWKS));
    }

    @Test
    void asksForOpenidWithANonceOfItsOwn() {
        AuthorizationRequest first = begin();
        AuthorizationRequest second = begin();

        assertThat(first.uri().getRawQuery()).contains("scope=calendar%20openid");
        assertThat(nonce(first)).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(nonce(second));
        assertThat(first.uri().getRawQuery()).doesNotContain("code_challenge=" + nonce(first));
    }

    static Stream<Named<Consumer<Map<String, Object>>>> defects() {
        return Stream.of(
                defect("iss", it -> it.put("iss", "https://evil.example")),
                defect("iss missing", it -> it.remove("iss")),
                defect("iss with a slash more", it -> it.put("iss", IdTokens.ISSUER + "/")),
                defect("sub missing", it -> it.remove("sub")),
                defect("sub too long", it -> it.put("sub", "s".repeat(256))),
                defect("sub is a number", it -> it.put("sub", 5)),
                defect("aud", it -> it.put("aud", "another-client")),
                defect("aud missing", it -> it.remove("aud")),
                defect("aud is a number", it -> it.put("aud", 5)),
                defect("aud with another and no azp", it -> it.put("aud", List.of("client-id", "another"))),
                defect("azp", it -> it.put("azp", "another-client")),
                defect("nonce", it -> it.put("nonce", "another")),
                defect("nonce missing", it -> it.remove("nonce")),
                defect(
                        "exp over",
                        it -> it.put("exp", FakeContext.NOW.minusSeconds(61).getEpochSecond())),
                defect("exp missing", it -> it.remove("exp")),
                defect("exp is a text", it -> it.put("exp", "9999999999")),
                defect("exp is null", it -> it.put("exp", null)),
                defect("iat missing", it -> it.remove("iat")),
                defect(
                        "iat in the future",
                        it -> it.put("iat", FakeContext.NOW.plusSeconds(61).getEpochSecond())),
                defect(
                        "iat eleven minutes ago",
                        it -> it.put("iat", FakeContext.NOW.minusSeconds(661).getEpochSecond())),
                defect("at_hash", it -> it.put("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")));
    }

    private static Named<Consumer<Map<String, Object>>> defect(String name, Consumer<Map<String, Object>> defect) {
        return Named.of(name, defect);
    }

    @ParameterizedTest
    @MethodSource("defects")
    void refusesAClaimThatIsWrongAndSavesNothing(Consumer<Map<String, Object>> defect) {
        ConnectionException refusal = refusal(defect);

        assertThat(refusal)
                .isInstanceOf(ConnectionSecurityException.class)
                .hasMessageContaining("begin the authorization");
        assertThat(refusal.code()).isEqualTo("id_token_claims");
        assertThat(context.grants()).isEmpty();
        assertThat(server.calls()).hasSize(1);
    }

    static Stream<Named<Consumer<Map<String, Object>>>> variants() {
        return Stream.of(
                defect("aud as an array", it -> it.put("aud", List.of("client-id"))),
                defect("aud with another and azp", it -> {
                    it.put("aud", List.of("client-id", "another"));
                    it.put("azp", "client-id");
                }),
                defect(
                        "exp a minute ago",
                        it -> it.put("exp", FakeContext.NOW.minusSeconds(59).getEpochSecond())),
                defect("at_hash of the access token", it -> it.put("at_hash", hashOfAt())));
    }

    private static String hashOfAt() {
        try {
            byte[] hash =
                    java.security.MessageDigest.getInstance("SHA-256").digest("at".getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void takesWhatTheStandardPermits(Consumer<Map<String, Object>> variant) {
        AuthorizationRequest request = begin();
        Map<String, Object> claims = IdTokens.claims(nonce(request));
        variant.accept(claims);
        answer(IdTokens.signed(claims));
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));

        complete(request);

        assertThat(context.grants()).hasSize(1);
    }

    static Stream<Named<UnaryOperator<String>>> forgeries() {
        return Stream.of(
                Named.of("signature", it -> flipped(it)),
                Named.of("none", it -> base64("{\"alg\":\"none\"}") + "." + it.split("\\.", 3)[1] + "."),
                Named.of("hs256", it -> base64("{\"alg\":\"HS256\"}") + "." + it.split("\\.", 3)[1] + ".AAAA"),
                Named.of("encrypted", it -> base64("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "....AAAA"),
                Named.of("no token", it -> "nothing"));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** In the middle: the last character of Base64 holds bits that do not count. */
    private static String flipped(String token) {
        int at = token.length() - 20;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refusesAForgery(UnaryOperator<String> forgery) {
        ConnectionException refusal = refusalOf(forgery);

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class).hasNoCause();
        assertThat(refusal.code()).isIn("id_token_signature", "id_token_malformed");
        assertThat(context.grants()).isEmpty();
    }

    @Test
    void refusesAnAnswerWithoutIdToken() {
        AuthorizationRequest request = begin();
        server.json(200, "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}");

        ConnectionException refusal = catchThrowableOfType(ConnectionException.class, () -> complete(request));

        assertThat(refusal.code()).isEqualTo("id_token_missing");
        assertThat(refusal).hasMessageContaining("scope openid");
    }

    @Test
    void fetchesRotatedKeysOnceAndKeepsThem() {
        approve(Keys.RSA, "k1", IdTokens.keys(Keys.RSA, "k1"));
        context.at(FakeContext.NOW.plus(Duration.ofMinutes(2)));
        approve(IdTokens.OTHER, "k2", IdTokens.keys(IdTokens.OTHER, "k2"));
        approve(IdTokens.OTHER, "k2");

        assertThat(server.calls().stream().filter(call -> call.uri().toString().equals(JWKS)))
                .hasSize(2);
        assertThat(context.grants()).hasSize(3);
    }

    private void approve(java.security.KeyPair pair, String keyId, String... keys) {
        AuthorizationRequest request = begin();
        Map<String, Object> claims = new HashMap<>(IdTokens.claims(nonce(request)));
        claims.put("exp", FakeContext.NOW.plusSeconds(3600).getEpochSecond());
        answer(IdTokens.signed(claims, pair, keyId));
        Stream.of(keys).forEach(each -> server.json(200, each));
        complete(request);
    }

    @Test
    void asksNoMoreThanOnceAMinuteForKeysThatDoNotFit() {
        ConnectionException first = refusalBy(IdTokens.OTHER, "unknown");
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));

        assertThat(first.code()).isEqualTo("id_token_signature");
        assertThat(server.calls()).hasSize(2);
    }

    private ConnectionException refusalBy(java.security.KeyPair pair, String keyId) {
        AuthorizationRequest request = begin();
        answer(IdTokens.signed(IdTokens.claims(nonce(request)), pair, keyId));
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));
        return catchThrowableOfType(ConnectionException.class, () -> complete(request));
    }

    @Test
    void triesTheOnlyKeyWhenTheTokenNamesNone() {
        approve(Keys.RSA, "", IdTokens.keys(Keys.RSA, "k1"));

        assertThat(context.grants()).hasSize(1);
    }

    static List<String> hostileKeys() {
        var hostile = new ArrayList<String>();
        hostile.add("nothing");
        hostile.add("[]");
        hostile.add("{}");
        hostile.add("{\"keys\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        hostile.add("{\"keys\":[],\"n\":" + "9".repeat(900_000) + "}");
        hostile.add("{\"keys\":\"none\"}");
        return hostile;
    }

    @ParameterizedTest
    @MethodSource("hostileKeys")
    void survivesHostileKeys(String keys) {
        AuthorizationRequest request = begin();
        answer(IdTokens.signed(IdTokens.claims(nonce(request))));
        server.json(200, keys);

        ConnectionException refusal = catchThrowableOfType(ConnectionException.class, () -> complete(request));

        assertThat(refusal).isInstanceOf(ConnectionProtocolException.class).hasMessageContaining("report it");
        assertThat(refusal.code()).isEqualTo("keys_malformed");
    }

    @Test
    void findsTheKeysThroughTheIssuer() {
        var discovered = OAuth2.authorizationCode()
                .issuer(IdTokens.ISSUER)
                .client("client-id", Strategies.CLIENT_SECRET)
                .withOpenIdConnect();
        var elsewhere = FakeContext.of(discovered, server);
        server.json(200, """
            {"issuer": "https://acme.example", "authorization_endpoint": "https://acme.example/authorize",
             "token_endpoint": "https://acme.example/token", "jwks_uri": "https://keys.example.net/jwks"}\
            """);
        AuthorizationRequest request = discovered.flow(elsewhere).begin(Strategies.CALLBACK);
        answer(IdTokens.signed(IdTokens.claims(nonce(request))));
        server.json(200, IdTokens.keys(Keys.RSA, "k1"));

        var unused = discovered
                .flow(elsewhere)
                .complete(URI.create(Strategies.CALLBACK + "?code=c&state=" + request.state()), request.state());

        assertThat(server.guardedCalls())
                .extracting(call -> call.uri().toString())
                .containsExactly("https://keys.example.net/jwks");
    }

    @Test
    void readsBackFromItsSettings() {
        assertThat(new OAuth2StrategyProvider().create(strategy.settings())).isEqualTo(strategy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no issuer", "no keys", "no PKCE", "no browser", "own nonce"})
    void refusesADefinitionThatCannotCheck(String what) {
        var refusal = catchThrowableOfType(ConnectionConfigurationException.class, () -> {
            var unused = switch (what) {
                case "no issuer" -> Strategies.acme().withOpenIdConnect(JWKS);
                case "no keys" -> Strategies.acme().withIssuer(IdTokens.ISSUER).withOpenIdConnect();
                case "no PKCE" -> strategy.withDeviationNoPkce("breaks", "https://acme.example/docs");
                case "no browser" -> Strategies.robot().withOpenIdConnect(JWKS);
                default -> strategy.withAuthorizationParameter("nonce", "fixed");
            };
        });

        assertThat(refusal.code()).isIn("option_not_applicable", "parameter_reserved");
    }
}
