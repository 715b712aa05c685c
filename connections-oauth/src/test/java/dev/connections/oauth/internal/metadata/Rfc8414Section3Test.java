package dev.connections.oauth.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8414, section 3, and OpenID Connect Discovery: where metadata is, and when it is believed. */
class Rfc8414Section3Test {
    private static final String ISSUER = "https://acme.example/tenant";
    private static final String OIDC = "https://acme.example/tenant/.well-known/openid-configuration";
    private static final String OAUTH = "https://acme.example/.well-known/oauth-authorization-server/tenant";

    private final ScriptedServer server = new ScriptedServer();
    private final OAuth2Strategy<RedirectFlow> strategy =
            OAuth2.authorizationCode().issuer(ISSUER).client("id", Strategies.CLIENT_SECRET);
    private final FakeContext context = FakeContext.of(strategy, server);

    @Test
    void asksWhereOpenIdConnectAppendsAndThenWhereOAuthInserts() {
        server.json(404, "").json(200, metadata(""));

        URI uri = begin();

        assertThat(uri.toString()).startsWith("https://acme.example/authorize?response_type=code");
        assertThat(server.calls())
                .extracting(call -> call.method() + " " + call.uri())
                .containsExactly("GET " + OIDC, "GET " + OAUTH);
    }

    @Test
    void asksNobodyBeforeItsFirstUse() {
        assertThat(strategy.facts()).doesNotContainKey("authorization_endpoint");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void knowsItsEndpointsAfterItsFirstUse() {
        server.json(200, metadata(",\"revocation_endpoint\":\"https://acme.example/revoke\""));

        begin();

        assertThat(strategy.facts())
                .containsEntry("authorization_endpoint", "https://acme.example/authorize")
                .containsEntry("token_endpoint", "https://acme.example/token")
                .containsEntry("revocation_endpoint", "https://acme.example/revoke");
    }

    @Test
    void asksOnceForAnHour() {
        server.json(200, metadata("")).json(200, metadata("").replace("authorize", "authorize2"));

        begin();
        context.at(FakeContext.NOW.plus(Duration.ofMinutes(59)));
        begin();
        context.at(FakeContext.NOW.plus(Duration.ofMinutes(61)));
        URI third = begin();

        assertThat(server.calls()).hasSize(2);
        assertThat(third).hasPath("/authorize2");
    }

    @Test
    void keepsTheLastGoodCopyForADayWhileTheServerIsAway() {
        server.json(200, metadata("")).json(500, "").json(200, "<html>").json(503, "");

        begin();
        context.at(FakeContext.NOW.plus(Duration.ofHours(2)));
        begin();
        begin();
        context.at(FakeContext.NOW.plus(Duration.ofHours(3)));
        begin();
        context.at(FakeContext.NOW.plus(Duration.ofHours(25)));

        assertThatThrownBy(this::begin).isInstanceOf(TransientConnectionException.class);
        assertThat(server.calls()).as("a minute's pause after each failure").hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example",
                "https://acme.example/tenant/",
                "https://ACME.example/tenant",
                "https://evil.example\\r\\nX",
                ""
            })
    void discardsMetadataOfAnotherIssuer(String named) {
        server.json(200, metadata("").replace(ISSUER, named));

        assertFails(ConnectionSecurityException.class, "issuer_mismatch", "exactly as the server names it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://acme.example/token|http://acme.example/token",
                "https://acme.example/token|https://user@evil.example/token",
                "https://acme.example/authorize|javascript:alert(1)",
                "https://acme.example/authorize|file:///etc/passwd",
                "https://acme.example/token|https://acme.example/#/token"
            })
    void refusesEndpointsThatNoDefinitionCouldState(String good, String bad) {
        server.json(200, metadata("").replace(good, bad));

        assertFails(ConnectionProtocolException.class, "metadata_malformed", "state the endpoints");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration_endpoint", "introspection_endpoint", "userinfo_endpoint"})
    void passesOverAnUnusableEndpointThatNoFlowNeeds(String member) {
        OAuth2Strategy<RedirectFlow> signIn = strategy.withOpenIdConnect();
        server.json(
                200,
                metadata(",\"jwks_uri\":\"https://acme.example/jwks\",\"" + member
                        + "\":\"http://acme.example/other\""));

        URI uri = signIn.flow(FakeContext.of(signIn, server))
                .begin(Strategies.CALLBACK)
                .uri();

        assertThat(uri).hasPath("/authorize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"issuer\":", "<html></html>", "{\"issuer\":\"https://acme.example/tenant\"}"})
    void refusesMetadataThatIsNone(String body) {
        server.json(200, body);

        assertFails(ConnectionProtocolException.class, "metadata_malformed", "state the endpoints");
    }

    @Test
    void refusesHostileMetadataAtOnce() {
        server.json(200, "{\"x\":" + "9".repeat(1 << 20) + "}");

        assertFails(ConnectionProtocolException.class, "metadata_malformed", "state the endpoints");
    }

    @Test
    void saysWhereItLookedInVain() {
        server.json(404, "").json(404, "");

        assertFails(ConnectionConfigurationException.class, "metadata_not_found", OAUTH);
    }

    @Test
    void passesOnHowLongTheServerAsksToWait() {
        server.answering(503, Map.of("retry-after", List.of("9")), new byte[0]);

        assertThatThrownBy(this::begin).isInstanceOfSatisfying(TransientConnectionException.class, failure -> {
            assertThat(failure.code()).isEqualTo("metadata_unavailable");
            assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(9));
            assertThat(failure.outcomeUnknown()).isFalse();
        });
    }

    @Test
    void knowsThatNoTokenWasSentWhereTheMetadataIsOutOfReach() {
        server.failing(new TransientConnectionException("unreachable", "gone; try again", Duration.ZERO, true, null));

        assertThatThrownBy(this::begin)
                .isInstanceOfSatisfying(
                        TransientConnectionException.class,
                        failure -> assertThat(failure.outcomeUnknown()).isFalse());
    }

    @Test
    void keepsToPublicAddressesWhereTheServerNamesAnotherHost() {
        server.json(200, metadata("").replace("https://acme.example/token", "https://internal.example/token"))
                .json(200, "{\"access_token\":\"a\"}");

        complete();

        assertThat(server.guardedCalls())
                .extracting(call -> call.uri().getHost())
                .containsExactly("internal.example");
    }

    @Test
    void trustsTheIssuersOwnHost() {
        server.json(200, metadata("")).json(200, "{\"access_token\":\"a\"}");

        complete();

        assertThat(server.guardedCalls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[\"client_secret_post\"]|true",
                "[\"private_key_jwt\",\"client_secret_post\"]|true",
                "[\"client_secret_post\",\"client_secret_basic\"]|false",
                "[\"client_secret_basic\"]|false",
                "[]|false"
            })
    void sendsTheSecretWhereTheServerSaysItTakesIt(String methods, boolean inBody) {
        server.json(200, metadata(",\"token_endpoint_auth_methods_supported\":" + methods))
                .json(200, "{\"access_token\":\"a\"}");

        complete();

        assertThat(ScriptedServer.form(server.calls().get(1)).containsKey("client_secret"))
                .isEqualTo(inBody);
        assertThat(server.calls().get(1).headers().containsKey("Authorization")).isEqualTo(!inBody);
    }

    @Test
    void leavesBrowsersAloneWhereTheServerHasNoAuthorizationEndpoint() {
        server.json(200, "{\"issuer\":\"" + ISSUER + "\",\"token_endpoint\":\"https://acme.example/token\"}");

        assertFails(ConnectionConfigurationException.class, "endpoint_missing", "clientCredentials()");
    }

    @Test
    void servesClientCredentialsToo() {
        var robot = OAuth2.clientCredentials().issuer("https://acme.example").client("id", Secret.of("s"));
        server.json(200, "{\"issuer\":\"https://acme.example\",\"token_endpoint\":\"https://acme.example/t\"}")
                .json(200, "{\"access_token\":\"a\"}");
        FakeContext own = FakeContext.of(robot, server);

        robot.flow(own).grant();

        assertThat(own.grants()).hasSize(1);
        assertThat(server.calls().get(0).uri().toString())
                .isEqualTo("https://acme.example/.well-known/openid-configuration");
    }

    private URI begin() {
        return strategy.flow(context).begin(Strategies.CALLBACK).uri();
    }

    private void complete() {
        RedirectFlow flow = strategy.flow(context);
        String state = flow.begin(Strategies.CALLBACK).state();
        flow.complete(URI.create(Strategies.CALLBACK + "?code=c&state=" + state), state);
    }

    private void assertFails(Class<? extends ConnectionException> type, String code, String fix) {
        assertThatThrownBy(this::begin).isInstanceOfSatisfying(type, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure).hasMessageContaining(fix).hasMessageNotContaining("\n");
        });
        assertThat(context.pendingFlows()).isEmpty();
    }

    private static String metadata(String more) {
        return "{\"issuer\":\"" + ISSUER + "\",\"authorization_endpoint\":\"https://acme.example/authorize\","
                + "\"token_endpoint\":\"https://acme.example/token\",\"unknown\":{\"a\":[1,{}]}" + more + "}";
    }
}
