package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static dev.connections.oauth.Strategies.CLIENT_SECRET;
import static dev.connections.oauth.Strategies.acme;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.Capture;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.spi.AuthClient.Call;
import dev.connections.spi.Refresher.Outcome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Requests that hold what must be computed (QUIRKS, rows 34, 36, 38, 44, 46, 47), against sums made here. */
class ComputedRequestTest {
    private static final String TOKENS = """
            {"access_token": "a-1", "refresh_token": "r-1", "token_type": "bearer", "expires_in": 3600}""";

    private final ScriptedServer server = new ScriptedServer();

    private FakeContext complete(OAuth2Strategy<RedirectFlow> strategy, String more) {
        server.json(200, TOKENS);
        FakeContext context = FakeContext.of(strategy, server);
        String state = strategy.flow(context).begin(CALLBACK).state();
        strategy.flow(context).complete(URI.create(CALLBACK + "?code=c-1&state=" + state + more), state);
        return context;
    }

    private Call refresh(OAuth2Strategy<RedirectFlow> strategy, FakeContext context) {
        server.json(200, TOKENS);
        OAuth2Token token = context.onlyGrant().tokens().get("default");
        assertThat(strategy.refresher().orElseThrow().refresh(token, context)).isInstanceOf(Outcome.Renewed.class);
        return server.calls().get(server.calls().size() - 1);
    }

    private static String hex(String algorithm, String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
    }

    @Test
    void smartsheetSendsAHashInPlaceOfTheSecret() throws GeneralSecurityException {
        OAuth2Strategy<RedirectFlow> smartsheet = acme().withTokenRequest(TokenRequestFormat.form()
                .withoutClientSecret()
                .withComputedParameter("hash", "hex(sha256(client_secret + '|' + code))"));

        complete(smartsheet, "");

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("hash", hex("SHA-256", CLIENT_SECRET.reveal() + "|c-1"))
                .containsEntry("client_id", "client-id")
                .doesNotContainKey("client_secret");
        assertThat(ScriptedServer.headers(server.onlyCall())).doesNotContainKey("Authorization");
        assertThat(server.onlyCall().toString()).doesNotContain(CLIENT_SECRET.reveal());
    }

    @Test
    void leavesOutOfARefreshWhatOnlyACodeHas() {
        OAuth2Strategy<RedirectFlow> smartsheet = acme().withTokenRequest(TokenRequestFormat.form()
                .withComputedParameter("hash", "hex(sha256(client_secret + '|' + code))"));
        FakeContext context = complete(smartsheet, "");

        assertThat(ScriptedServer.form(refresh(smartsheet, context)))
                .containsEntry("refresh_token", "r-1")
                .doesNotContainKey("hash");
    }

    @Test
    void agiloftAuthenticatesEachLegInItsOwnWay() throws GeneralSecurityException {
        OAuth2Strategy<RedirectFlow> agiloft = acme().withClientAuthentication(ClientAuthentication.CLIENT_SECRET_BASIC)
                .withRefreshRequest(TokenRequestFormat.form()
                        .withoutClientSecret()
                        .withComputedParameter("md5_secret", "left(hex(md5(client_secret)), 20)"));
        FakeContext context = complete(agiloft, "");

        Call refresh = refresh(agiloft, context);

        assertThat(ScriptedServer.headers(server.calls().get(0))).containsKey("Authorization");
        assertThat(ScriptedServer.headers(refresh)).doesNotContainKey("Authorization");
        assertThat(ScriptedServer.form(refresh))
                .containsEntry("md5_secret", hex("MD5", CLIENT_SECRET.reveal()).substring(0, 20));
    }

    @Test
    void shoplineSignsTheBodyAndTheTimeInHeaders() throws GeneralSecurityException {
        OAuth2Strategy<RedirectFlow> shopline = acme().withTokenRequest(TokenRequestFormat.json()
                .withoutClientSecret()
                .omitting("client_id", "grant_type", "redirect_uri")
                .withComputedHeader("appkey", "client_id")
                .withComputedHeader("timestamp", "now('PT0S', 'millis')")
                .withComputedHeader("sign", "hex(hmac_sha256(client_secret, body + now('PT0S', 'millis')))"));

        complete(shopline, "");

        Call call = server.onlyCall();
        String body = call.body().orElseThrow().reveal();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(CLIENT_SECRET.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String timestamp = Long.toString(FakeContext.NOW.toEpochMilli());
        assertThat(ScriptedServer.headers(call))
                .containsEntry("appkey", "client-id")
                .containsEntry("timestamp", timestamp)
                .containsEntry("sign", HexFormat.of().formatHex(mac.doFinal((body + timestamp).getBytes(UTF_8))));
    }

    @Test
    void followUpBossHearsItsStateAgain() {
        OAuth2Strategy<RedirectFlow> boss =
                acme().withTokenRequest(TokenRequestFormat.form().withComputedParameter("state", "state"));

        complete(boss, "");

        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("state", "state-1");
    }

    @Test
    void walmartGetsANonceAndTheSellerOfTheCallback() {
        OAuth2Strategy<RedirectFlow> walmart = acme().withComputedAuthorizationParameter("nonce", "random(16)")
                .withCapture(Capture.fromCallback("sellerId").withRequired())
                .withTokenRequest(TokenRequestFormat.form()
                        .withComputedHeader("WM_PARTNER.ID", "captured.sellerId")
                        .withComputedHeader("WM_QOS.CORRELATION_ID", "uuid()"));
        URI first = strategyUri(walmart);

        FakeContext context = complete(walmart, "&sellerId=10001");

        assertThat(first.getRawQuery()).containsPattern("&nonce=[0-9a-f]{16}$");
        assertThat(strategyUri(walmart)).isNotEqualTo(first);
        assertThat(ScriptedServer.headers(server.onlyCall())).containsEntry("WM_PARTNER.ID", "10001");
        String id = ScriptedServer.headers(server.onlyCall()).get("WM_QOS.CORRELATION_ID");
        Call refresh = refresh(walmart, context.knowing("sellerId", "10001"));
        assertThat(ScriptedServer.headers(refresh))
                .containsEntry("WM_PARTNER.ID", "10001")
                .hasEntrySatisfying(
                        "WM_QOS.CORRELATION_ID", again -> assertThat(again).isNotEqualTo(id));
    }

    private URI strategyUri(OAuth2Strategy<RedirectFlow> strategy) {
        return strategy.flow(FakeContext.of(strategy, server)).begin(CALLBACK).uri();
    }

    @Test
    void cloverRefreshesElsewhereWithoutSecretAndGrantType() {
        OAuth2Strategy<RedirectFlow> clover = acme().withTokenRequest(TokenRequestFormat.json())
                .withRefreshRequest(TokenRequestFormat.json()
                        .withEndpoint("https://acme.example/oauth/v2/refresh")
                        .withoutClientSecret()
                        .omitting("grant_type"));
        FakeContext context = complete(clover, "");

        Call refresh = refresh(clover, context);

        assertThat(refresh.uri()).hasToString("https://acme.example/oauth/v2/refresh");
        assertThat(refresh.body().orElseThrow().reveal())
                .isEqualTo("{\"refresh_token\":\"r-1\",\"client_id\":\"client-id\"}");
    }

    @Test
    void endsTokensUnderTheServersNames() {
        OAuth2Strategy<RedirectFlow> tiktok = acme().withRevocationEndpoint(Strategies.REVOKE)
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)
                .withRevocationRequest(TokenRequestFormat.form()
                        .renaming("client_id", "client_key")
                        .omitting("token_type_hint"));
        server.json(200, "{}");

        tiktok.revoker().orElseThrow().revoke(Tokens.ofType("a-1", "Bearer"), FakeContext.of(tiktok, server));

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsOnly(
                        Map.entry("token", "a-1"),
                        Map.entry("client_key", "client-id"),
                        Map.entry("client_secret", CLIENT_SECRET.reveal()));
    }

    @Test
    void refusesFormulasWhereTheyDoNotBelong() {
        var reserved = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> acme().withComputedAuthorizationParameter("state", "random(8)"));
        var robot = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> Strategies.robot().withComputedAuthorizationParameter("nonce", "random(8)"));
        var header = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> acme().withComputedHeader("Authorization", "access_token"));
        var code = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> TokenRequestFormat.form().withComputedParameter("code", "'x'"));

        assertThat(reserved.code()).isEqualTo("parameter_reserved");
        assertThat(robot.code()).isEqualTo("option_not_applicable");
        assertThat(header.code()).isEqualTo("header_malformed");
        assertThat(code.code()).isEqualTo("parameter_reserved");
    }

    @Test
    void refusesTheBodyWhereThereIsNoneYet() {
        var parameter = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> TokenRequestFormat.form().withComputedParameter("sign", "hex(hmac_sha256(client_secret, body))"));
        var get = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> TokenRequestFormat.form()
                        .withComputedHeader("sign", "hex(hmac_sha256(client_secret, body))")
                        .withDeviationGet("knows GET alone", "https://acme.example/docs"));

        assertThat(parameter.code()).isEqualTo("formula_malformed");
        assertThat(parameter)
                .hasMessageContaining("needs \"body\", which is not known there; use access_token, client_id");
        assertThat(get.code()).isEqualTo("formula_malformed");
        assertThat(get).hasMessageContaining("needs \"body\"");
    }

    @Test
    void hidesWhatAServerEchoesOfAComputedRequest() {
        OAuth2Strategy<RedirectFlow> boss =
                acme().withTokenRequest(TokenRequestFormat.form().withComputedParameter("state", "state"));
        FakeContext context = FakeContext.of(boss, server);
        String state = boss.flow(context).begin(CALLBACK).state();
        server.json(400, "{\"error\": \"invalid_request\", \"error_description\": \"no " + state + "\"}");

        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> boss.flow(context).complete(URI.create(CALLBACK + "?code=c-1&state=" + state), state));

        assertThat(refusal).hasMessageNotContaining(state);
    }

    @Test
    void signsEachRequestToTheApiByItself() {
        OAuth2Strategy<RedirectFlow> signed = acme().withComputedHeader("X-Company", "captured.realmId")
                .withComputedHeader("X-Sign", "hex(hmac_sha256(client_secret, method + path + query))");
        var request = new ApiRequest("GET", URI.create("https://api.acme.example/v1/x?a=1"), Map.of("realmId", "9"));

        signed.apply(Tokens.withRefreshToken(Secret.of("r")), request);

        assertThat(request.headers())
                .containsEntry("Authorization", "Bearer a-1")
                .containsEntry("X-Company", "9")
                .hasEntrySatisfying("X-Sign", sign -> assertThat(sign).matches("[0-9a-f]{64}"));
        assertThat(request.looked()).isTrue();
    }

    @Test
    void looksAtNoRequestForWhatIsTheSameForAll() {
        OAuth2Strategy<RedirectFlow> named = acme().withComputedHeader("X-Company", "captured.realmId");
        var request = new ApiRequest("GET", URI.create("https://api.acme.example/"), Map.of());

        named.apply(Tokens.withRefreshToken(Secret.of("r")), request);

        assertThat(request.looked()).isFalse();
        assertThat(request.headers()).containsOnlyKeys("Authorization");
    }
}
