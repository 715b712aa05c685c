package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.AuthorizationRequest;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.Strategies;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.oauth.internal.wire.FormEncoding;
import dev.connections.oauth.internal.wire.Pkce;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization code with PKCE from the button to the stored token. */
class CodeFlowTest {
    private static final String TOKENS =
            "{\"access_token\":\"a-1\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"r-1\"}";

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void sendsTheBrowserToTheAuthorizationEndpointWithStateAndChallenge() {
        FakeContext context = FakeContext.of(Strategies.acme(), server, "read", "write");

        AuthorizationRequest request = Strategies.acme().flow(context).begin(CALLBACK);

        Secret verifier = context.pendingFlows().get(0).get("code_verifier");
        assertThat(request.uri()).hasScheme("https").hasHost("acme.example").hasPath("/oauth/authorize");
        assertThat(query(request.uri()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "response_type", "code",
                        "client_id", "client-id",
                        "redirect_uri", CALLBACK,
                        "scope", "read write",
                        "state", request.state(),
                        "code_challenge", Pkce.challenge(verifier),
                        "code_challenge_method", "S256"));
        assertThat(request.expiresAt()).isEqualTo(FakeContext.NOW.plusSeconds(600));
        assertThat(request.toString()).doesNotContain(request.state());
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void keepsTheEndpointsOwnQuery() {
        OAuth2Strategy<RedirectFlow> strategy = OAuth2.authorizationCode()
                .authorizationEndpoint("https://acme.example/auth?tenant=a%20b")
                .tokenEndpoint(Strategies.TOKEN)
                .publicClient("id");

        URI uri =
                strategy.flow(FakeContext.of(strategy, server)).begin(CALLBACK).uri();

        assertThat(uri.toString()).startsWith("https://acme.example/auth?tenant=a%20b&response_type=code&");
    }

    @Test
    void sendsFixedParametersAddedScopesAndTheDelimiterOfTheDefinition() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme()
                .withScopeDelimiter(",")
                .withAddedScopes("offline_access", "read")
                .withAuthorizationParameter("access_type", "offline");

        URI uri = strategy.flow(FakeContext.of(strategy, server, "read", "write"))
                .begin(CALLBACK)
                .uri();

        assertThat(query(uri))
                .containsEntry("scope", "read,write,offline_access")
                .containsEntry("access_type", "offline");
    }

    @Test
    void writesEachRequestForItsOwnRedirectUriAndScopes() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme();
        FakeContext readers = FakeContext.of(strategy, server, "read");
        FakeContext writers = FakeContext.of(strategy, server, "write");

        URI first = strategy.flow(readers).begin(CALLBACK).uri();
        URI second = strategy.flow(readers).begin("https://other.example/cb").uri();
        URI third = strategy.flow(writers).begin("https://other.example/cb").uri();

        assertThat(query(first)).containsEntry("redirect_uri", CALLBACK).containsEntry("scope", "read");
        assertThat(query(second))
                .containsEntry("redirect_uri", "https://other.example/cb")
                .containsEntry("scope", "read");
        assertThat(query(third))
                .containsEntry("redirect_uri", "https://other.example/cb")
                .containsEntry("scope", "write");
    }

    @Test
    void printsOriginAndExpiryOfARequestOnly() {
        AuthorizationRequest request = Strategies.acme()
                .flow(FakeContext.of(Strategies.acme(), server))
                .begin(CALLBACK);

        assertThat(request).hasToString("AuthorizationRequest[https://acme.example, expires 2026-01-01T00:10:00Z]");
    }

    @Test
    void leavesTheScopeOutWhereNoneIsAskedFor() {
        URI uri = Strategies.acme()
                .flow(FakeContext.of(Strategies.acme(), server))
                .begin(CALLBACK)
                .uri();

        assertThat(query(uri)).doesNotContainKey("scope");
    }

    @Test
    void sendsNoChallengeWhereTheDefinitionSaysWhy() {
        OAuth2Strategy<RedirectFlow> strategy =
                Strategies.acme().withDeviationNoPkce("answers 400", "https://acme.example/doc");
        FakeContext context = FakeContext.of(strategy, server);

        URI uri = strategy.flow(context).begin(CALLBACK).uri();

        assertThat(query(uri)).doesNotContainKeys("code_challenge", "code_challenge_method");
        assertThat(context.pendingFlows().get(0)).doesNotContainKey("code_verifier");
    }

    @Test
    void sendsThePlainVerifierWhereTheDefinitionSaysWhy() {
        OAuth2Strategy<RedirectFlow> strategy =
                Strategies.acme().withDeviationPlainPkce("knows plain only", "https://acme.example/doc");
        FakeContext context = FakeContext.of(strategy, server);

        URI uri = strategy.flow(context).begin(CALLBACK).uri();

        assertThat(query(uri))
                .containsEntry(
                        "code_challenge",
                        context.pendingFlows().get(0).get("code_verifier").reveal())
                .containsEntry("code_challenge_method", "plain");
    }

    @Test
    void beginsEveryFlowWithAnotherVerifier() {
        FakeContext context = FakeContext.of(Strategies.acme(), server);
        RedirectFlow flow = Strategies.acme().flow(context);

        for (int i = 0; i < 100; i++) {
            flow.begin(CALLBACK);
        }

        assertThat(context.pendingFlows())
                .extracting(parts -> parts.get("code_verifier").reveal())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://app.example.com/callback",
                "https://app.example.com/callback#x",
                "https://good@evil.example/cb",
                "https:app.example.com/cb",
                "https:///cb",
                "ftp://app.example.com/cb",
                "javascript:alert(1)",
                "/callback",
                "",
                "https://app.example.com/a b",
                "https://app.example.com/\r\nX: 1",
                "https://äpp.example.com/cb"
            })
    void refusesARedirectUriThatCannotBeRegistered(String redirectUri) {
        RedirectFlow flow = Strategies.acme().flow(FakeContext.of(Strategies.acme(), server));

        assertThatThrownBy(() -> flow.begin(redirectUri))
                .isInstanceOfSatisfying(ConnectionConfigurationException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("redirect_uri_malformed");
                    assertThat(refused).hasMessageContaining("https://app.example.com/callback");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:49152/callback",
                "http://[::1]:80/",
                "http://localhost/cb",
                "https://app.example.com"
            })
    void takesRedirectUrisOfWebAppsAndOfTools(String redirectUri) {
        URI uri = Strategies.acme()
                .flow(FakeContext.of(Strategies.acme(), server))
                .begin(redirectUri)
                .uri();

        assertThat(query(uri)).containsEntry("redirect_uri", redirectUri);
    }

    @Test
    void exchangesTheCodeOnceWithTheSameRedirectUriAndTheVerifier() {
        FakeContext context = FakeContext.of(Strategies.acme(), server.json(200, TOKENS), "read");
        RedirectFlow flow = Strategies.acme().flow(context);
        String state = flow.begin(CALLBACK).state();
        String verifier = context.pendingFlows().get(0).get("code_verifier").reveal();

        flow.complete(URI.create(CALLBACK + "?code=c%2F1+x&state=" + state), state);

        var call = server.onlyCall();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.uri()).isEqualTo(URI.create(Strategies.TOKEN));
        assertThat(call.contentType()).contains("application/x-www-form-urlencoded");
        assertThat(ScriptedServer.form(call))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        "c/1 x",
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        verifier));
        assertThat(ScriptedServer.headers(call))
                .containsEntry("Accept", "application/json")
                .containsEntry("Authorization", "Basic Y2xpZW50LWlkOmNsaWVudC1zM2NyM3Q=");
    }

    @Test
    void storesWhatTheServerGranted() {
        FakeContext context = FakeContext.of(Strategies.acme(), server.json(200, TOKENS), "read", "write");

        complete(Strategies.acme(), context);

        var grant = context.onlyGrant();
        StoredToken token = (StoredToken) grant.tokens().get("default");
        assertThat(token.access()).contains(Secret.of("a-1"));
        assertThat(token.refresh()).contains(Secret.of("r-1"));
        assertThat(token.expiresAt()).contains(FakeContext.NOW.plusSeconds(3600));
        assertThat(grant.grantedScopes()).contains(Set.of("read", "write"));
        assertThat(grant.resourceServers()).isEmpty();
        assertThat(grant.captured()).isEmpty();
    }

    @Test
    void takesAnEmptyScopeForNoneAndNotForAll() {
        String body = "{\"access_token\":\"a-1\",\"scope\":\"\"}";
        FakeContext context = FakeContext.of(Strategies.acme(), server.json(200, body), "read", "write");

        complete(Strategies.acme(), context);

        assertThat(context.onlyGrant().grantedScopes()).contains(Set.of());
    }

    @Test
    void leavesOpenWhatWasGrantedBeforeWhereScopesAddUp() {
        server.json(200, "{\"access_token\":\"a-1\"}");
        FakeContext context = FakeContext.of(Strategies.acme().withIncrementalConsent(), server, "read", "write");

        complete(Strategies.acme().withIncrementalConsent(), context);

        assertThat(context.onlyGrant().grantedScopes()).isEmpty();
    }

    @Test
    void storesTheScopesThatWereGrantedInsteadOfThoseAskedFor() {
        String body = "{\"access_token\":\"a-1\",\"scope\":\"read admin\"}";
        FakeContext context = FakeContext.of(Strategies.acme(), server.json(200, body), "read", "write");

        complete(Strategies.acme(), context);

        assertThat(context.onlyGrant().grantedScopes()).contains(Set.of("read", "admin"));
    }

    @Test
    void takesDecodedParametersAsAFrameworkGivesThem() {
        FakeContext context = FakeContext.of(Strategies.acme(), server.json(200, TOKENS));
        RedirectFlow flow = Strategies.acme().flow(context);
        String state = flow.begin(CALLBACK).state();

        flow.complete(
                Map.of("code", List.of("c-1"), "state", List.of(state), "session_state", List.of("a", "b")), state);

        assertThat(context.grants()).hasSize(1);
    }

    @Test
    void sendsIdAndSecretInTheBodyWhereTheServerWantsThemThere() {
        OAuth2Strategy<RedirectFlow> strategy =
                Strategies.acme().withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST);

        complete(strategy, FakeContext.of(strategy, server.json(200, TOKENS)));

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("client_id", "client-id")
                .containsEntry("client_secret", "client-s3cr3t");
        assertThat(server.onlyCall().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void sendsTheIdAloneForAPublicClient() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acmeForPublicClients();

        complete(strategy, FakeContext.of(strategy, server.json(200, TOKENS)));

        assertThat(ScriptedServer.form(server.onlyCall()))
                .containsEntry("client_id", "client-id")
                .doesNotContainKey("client_secret");
        assertThat(server.onlyCall().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void writesTheRequestAsTheDefinitionSays() {
        OAuth2Strategy<RedirectFlow> strategy = Strategies.acme()
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)
                .withTokenRequest(TokenRequestFormat.json()
                        .renaming("client_id", "client_key")
                        .omitting("grant_type")
                        .withParameter("type", "web_server")
                        .withHeader("User-Agent", "acme/1.0")
                        .withHeader("Accept", "application/vnd.acme+json"));

        FakeContext context = FakeContext.of(strategy, server.json(200, TOKENS));
        complete(strategy, context);

        var call = server.onlyCall();
        assertThat(call.contentType()).contains("application/json");
        assertThat(call.body().orElseThrow().reveal())
                .startsWith("{\"")
                .contains("\"code\":\"c-1\"", "\"redirect_uri\":\"" + CALLBACK + "\"", "\"code_verifier\":\"")
                .contains("\"client_key\":\"client-id\"", "\"client_secret\":\"client-s3cr3t\"")
                .contains("\"type\":\"web_server\"")
                .doesNotContain("grant_type", "client_id");
        assertThat(ScriptedServer.headers(call))
                .containsEntry("User-Agent", "acme/1.0")
                .containsEntry("Accept", "application/vnd.acme+json");
    }

    @Test
    void takesCodesThatRoundTripExactly() {
        String code = "4/0A!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ x";
        FakeContext context = FakeContext.of(Strategies.acme(), server.json(200, TOKENS));
        RedirectFlow flow = Strategies.acme().flow(context);
        String state = flow.begin(CALLBACK).state();

        flow.complete(URI.create(CALLBACK + "?state=" + state + "&code=" + FormEncoding.encode(code)), state);

        assertThat(ScriptedServer.form(server.onlyCall())).containsEntry("code", code);
    }

    @Test
    void sendsNoCodeToAServerThatTheFlowDidNotBeginWith() {
        FakeContext context = FakeContext.of(Strategies.acme(), server);
        String state = Strategies.acme().flow(context).begin(CALLBACK).state();
        RedirectFlow changed = OAuth2.authorizationCode()
                .authorizationEndpoint(Strategies.AUTHORIZE)
                .tokenEndpoint("https://other.example/token")
                .publicClient("id")
                .flow(context);

        assertThatThrownBy(() -> changed.complete(URI.create(CALLBACK + "?code=c-1&state=" + state), state))
                .isInstanceOfSatisfying(ConnectionSecurityException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("server_changed");
                    assertThat(refused).hasMessageContaining("begin the authorization again");
                });
        assertThat(server.calls()).isEmpty();
    }

    static void complete(OAuth2Strategy<RedirectFlow> strategy, FakeContext context) {
        RedirectFlow flow = strategy.flow(context);
        String state = flow.begin(CALLBACK).state();
        flow.complete(URI.create(CALLBACK + "?code=c-1&state=" + state), state);
    }

    private static Map<String, String> query(URI uri) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : uri.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            assertThat(parameters.put(parts[0], FormEncoding.decode(parts[1]).orElseThrow()))
                    .isNull();
        }
        return parameters;
    }
}
