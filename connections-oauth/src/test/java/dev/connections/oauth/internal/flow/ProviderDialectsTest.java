package dev.connections.oauth.internal.flow;

import static dev.connections.oauth.Strategies.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.AuthorizationDeniedException;
import dev.connections.ConnectionSecurityException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.oauth.Capture;
import dev.connections.oauth.ClientAuthentication;
import dev.connections.oauth.FakeContext;
import dev.connections.oauth.OAuth2;
import dev.connections.oauth.OAuth2Strategy;
import dev.connections.oauth.OAuth2Token;
import dev.connections.oauth.RecordedRequest;
import dev.connections.oauth.ScriptedServer;
import dev.connections.oauth.TokenRequestFormat;
import dev.connections.oauth.TokenResponseFormat;
import dev.connections.oauth.TokenResponseFormat.ExpiryFormat;
import dev.connections.oauth.internal.token.StoredToken;
import dev.connections.spi.Refresher.Outcome;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What real services do differently, said as data (QUIRKS.md rows 1, 2, 4, 5, 11, 12, 17, 53). */
class ProviderDialectsTest {
    private static final Secret SECRET = Secret.of("client-s3cr3t");
    private static final OAuth2Strategy<RedirectFlow> ZOHO = OAuth2.authorizationCode()
            .authorizationEndpoint("https://accounts.zoho.com/oauth/v2/auth")
            .tokenEndpoint("https://accounts.zoho.com/oauth/v2/token")
            .client("1000.ABC", SECRET)
            .withRevocationEndpoint("https://accounts.zoho.com/oauth/v2/token/revoke")
            .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)
            .withScopeDelimiter(",")
            .withAuthorizationParameter("access_type", "offline")
            .withAuthorizationParameter("prompt", "consent")
            .withAuthorizationHeader("Zoho-oauthtoken {token}")
            .withTokenResponse(TokenResponseFormat.standard()
                    .withErrorMeaning("invalid_code", "invalid_grant")
                    .withErrorMeaning("Access Denied", "temporarily_unavailable")
                    .withExpiry("expires_in_sec", ExpiryFormat.SECONDS))
            .withCapture(Capture.fromCallback("accounts-server")
                    .withHost("accounts.zoho.com", "https://www.zohoapis.com")
                    .withHost("accounts.zoho.eu", "https://www.zohoapis.eu")
                    .withTokenServer())
            .withCapture(Capture.fromCallback("location"))
            .withCapture(Capture.fromTokenResponse("/api_domain")
                    .withHost("www.zohoapis.com")
                    .withHost("www.zohoapis.eu")
                    .withResourceServer());
    private static final OAuth2Strategy<RedirectFlow> SLACK = OAuth2.authorizationCode()
            .authorizationEndpoint("https://slack.com/oauth/v2/authorize")
            .tokenEndpoint("https://slack.com/api/oauth.v2.access")
            .client("1.2", SECRET)
            .withScopeDelimiter(",")
            .withAuthorizationParameter("user_scope", "users:read")
            .withTokenResponse(TokenResponseFormat.standard()
                    .withToken("user", "/authed_user/access_token")
                    .withTokenTypes("bot", "user")
                    .withSuccessAt("/ok", "true")
                    .withErrorMeaning("invalid_refresh_token", "invalid_grant")
                    .withAccountId("/team/id")
                    .withAccountName("/team/name"));

    private final ScriptedServer server = new ScriptedServer();

    @Test
    void zohoExchangesTheCodeWhereTheAccountLives() {
        server.json(
                200,
                "{\"access_token\":\"1000.a\",\"refresh_token\":\"1000.r\",\"api_domain\":\"https://www.zohoapis.eu\","
                        + "\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"ZohoCRM.modules.READ ZohoCRM.users.READ\"}");
        FakeContext context = FakeContext.of(ZOHO, server, "ZohoCRM.modules.READ", "ZohoCRM.users.READ");

        callback(ZOHO, context, "&location=eu&accounts-server=https%3A%2F%2Faccounts.zoho.eu");

        assertThat(server.onlyCall().uri()).isEqualTo(URI.create("https://accounts.zoho.eu/oauth/v2/token"));
        var grant = context.onlyGrant();
        assertThat(grant.resourceServers()).containsExactly("https://www.zohoapis.eu");
        assertThat(grant.captured())
                .containsEntry("accounts-server", "https://accounts.zoho.eu")
                .containsEntry("location", "eu")
                .containsEntry("api_domain", "https://www.zohoapis.eu");
        assertThat(grant.grantedScopes()).contains(Set.of("ZohoCRM.modules.READ", "ZohoCRM.users.READ"));
    }

    @Test
    void zohoRefreshesAndRevokesWhereTheAccountLives() {
        server.json(200, "{\"access_token\":\"1000.a\",\"refresh_token\":\"1000.r\"}")
                .json(200, "{\"access_token\":\"1000.b\",\"expires_in\":3600}")
                .json(200, "{\"status\":\"success\"}")
                .json(200, "{\"status\":\"success\"}");
        FakeContext context = FakeContext.of(ZOHO, server);
        callback(ZOHO, context, "&accounts-server=https://accounts.zoho.eu");
        OAuth2Token token = context.onlyGrant().tokens().get("default");

        var outcome =
                (Outcome.Renewed<OAuth2Token>) ZOHO.refresher().orElseThrow().refresh(token, context);
        ZOHO.revoker().orElseThrow().revoke(outcome.credential(), context);

        assertThat(server.calls())
                .extracting(call -> call.uri().toString())
                .containsExactly(
                        "https://accounts.zoho.eu/oauth/v2/token",
                        "https://accounts.zoho.eu/oauth/v2/token",
                        "https://accounts.zoho.eu/oauth/v2/token/revoke",
                        "https://accounts.zoho.eu/oauth/v2/token/revoke");
    }

    @Test
    void zohoSendsNoRefreshTokenToAHostThatLeftTheFamily() {
        StoredToken moved = Tokens.issuedBy("https://accounts.zoho.old.example");
        server.json(200, "{\"access_token\":\"1000.b\"}");

        ZOHO.refresher().orElseThrow().refresh(moved, FakeContext.of(ZOHO, server));

        assertThat(server.onlyCall().uri()).hasHost("accounts.zoho.com");
    }

    @Test
    void zohoSendsNoCodeToAHostOutsideTheFamily() {
        FakeContext context = FakeContext.of(ZOHO, server);

        assertThatThrownBy(() -> callback(ZOHO, context, "&accounts-server=https://accounts.zoho.evil.example"))
                .isInstanceOfSatisfying(
                        ConnectionSecurityException.class,
                        refused -> assertThat(refused.code()).isEqualTo("captured_host_not_allowed"));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void zohoTakesAnErrorWithStatus200ForWhatItMeans() {
        server.json(200, "{\"error\":\"invalid_code\"}")
                .json(400, "{\"error\":\"Access Denied\",\"error_description\":\"You have made too many requests\"}");
        FakeContext context = FakeContext.of(ZOHO, server);

        assertThatThrownBy(() -> callback(ZOHO, context, "")).isInstanceOf(AuthorizationDeniedException.class);
        var throttled = (Outcome.Failed<OAuth2Token>)
                ZOHO.refresher().orElseThrow().refresh(Tokens.withRefreshToken(Secret.of("1000.r")), context);
        assertThat(throttled.failure()).isInstanceOf(TransientConnectionException.class);
    }

    @Test
    void zohoCarriesItsOwnScheme() {
        assertThat(applied(ZOHO, "1000.a", "Bearer")).isEqualTo(Map.of("Authorization", "Zoho-oauthtoken 1000.a"));
    }

    @Test
    void slackGivesABotTokenAndAUserToken() {
        server.json(
                200,
                "{\"ok\":true,\"access_token\":\"xoxb-1\",\"token_type\":\"bot\",\"scope\":\"chat:write,commands\","
                        + "\"refresh_token\":\"xoxe-b\",\"expires_in\":43200,\"team\":{\"id\":\"T1\",\"name\":\"Acme\"},"
                        + "\"authed_user\":{\"id\":\"U1\",\"scope\":\"users:read\",\"access_token\":\"xoxp-1\","
                        + "\"token_type\":\"user\",\"refresh_token\":\"xoxe-u\",\"expires_in\":43200}}");
        FakeContext context = FakeContext.of(SLACK, server, "chat:write", "commands");

        callback(SLACK, context, "");

        var grant = context.onlyGrant();
        assertThat(grant.tokens()).containsOnlyKeys("default", "user");
        assertThat(((StoredToken) grant.tokens().get("default")).refresh()).contains(Secret.of("xoxe-b"));
        assertThat(((StoredToken) grant.tokens().get("user")).access()).contains(Secret.of("xoxp-1"));
        assertThat(((StoredToken) grant.tokens().get("user")).refresh()).contains(Secret.of("xoxe-u"));
        assertThat(grant.grantedScopes()).contains(Set.of("chat:write", "commands", "users:read"));
        assertThat(grant.accountId()).contains("T1");
        assertThat(grant.accountName()).contains("Acme");
        assertThat(applied(SLACK, "xoxb-1", "bot")).isEqualTo(Map.of("Authorization", "Bearer xoxb-1"));
    }

    @Test
    void slackGivesAUserTokenAloneWhereOnlyAUserInstalls() {
        server.json(200, "{\"ok\":true,\"authed_user\":{\"access_token\":\"xoxp-1\",\"token_type\":\"user\"}}");
        FakeContext context = FakeContext.of(SLACK, server);

        callback(SLACK, context, "");

        assertThat(((StoredToken) context.onlyGrant().tokens().get("default")).access())
                .contains(Secret.of("xoxp-1"));
    }

    @Test
    void slackSaysNoWithStatus200() {
        server.json(200, "{\"ok\":false,\"error\":\"invalid_code\"}")
                .json(200, "{\"ok\":false,\"access_token\":\"x\"}");
        FakeContext context = FakeContext.of(SLACK, server);

        assertThatThrownBy(() -> callback(SLACK, context, "")).hasMessageContaining("invalid_code");
        assertThatThrownBy(() -> callback(SLACK, context, "")).hasMessageContaining("token endpoint");
        assertThat(context.grants()).isEmpty();
    }

    @Test
    void githubAnswersWithAFormAndWithErrorsOfStatus200() {
        OAuth2Strategy<RedirectFlow> github = OAuth2.authorizationCode()
                .authorizationEndpoint("https://github.com/login/oauth/authorize")
                .tokenEndpoint("https://github.com/login/oauth/access_token")
                .client("Iv1", SECRET)
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)
                .withTokenResponse(
                        TokenResponseFormat.standard().withErrorMeaning("bad_verification_code", "invalid_grant"));
        server.answering(
                        200,
                        "application/x-www-form-urlencoded; charset=utf-8",
                        "access_token=gho_1&scope=gist%2Crepo&token_type=bearer")
                .json(
                        200,
                        "{\"error\":\"bad_verification_code\",\"error_description\":\"The code passed is incorrect\"}");
        FakeContext context = FakeContext.of(github, server, "gist", "repo");

        callback(github, context, "");
        assertThatThrownBy(() -> callback(github, context, ""))
                .isInstanceOf(AuthorizationDeniedException.class)
                .hasMessageContaining("The code passed is incorrect");

        StoredToken token = (StoredToken) context.onlyGrant().tokens().get("default");
        assertThat(token.access()).contains(Secret.of("gho_1"));
        assertThat(token.expiresAt()).isEmpty();
        assertThat(ScriptedServer.headers(server.calls().get(0))).containsEntry("Accept", "application/json");
    }

    @Test
    void salesforceSaysWhereItsApiIsAndNotWhenItsTokensExpire() {
        OAuth2Strategy<RedirectFlow> salesforce = OAuth2.authorizationCode()
                .authorizationEndpoint("https://login.salesforce.com/services/oauth2/authorize")
                .tokenEndpoint("https://login.salesforce.com/services/oauth2/token")
                .client("3MVG", SECRET)
                .withAddedScopes("refresh_token")
                .withTokenResponse(TokenResponseFormat.standard().withAccountId("/id"))
                .withCapture(Capture.fromTokenResponse("/instance_url")
                        .withRequired()
                        .withHost("*.my.salesforce.com")
                        .withResourceServer());
        server.json(
                200,
                "{\"access_token\":\"00D!x\",\"signature\":\"s\",\"scope\":\"refresh_token api\","
                        + "\"instance_url\":\"https://acme.my.salesforce.com\",\"token_type\":\"Bearer\","
                        + "\"id\":\"https://login.salesforce.com/id/00D/005\",\"issued_at\":\"1767225600000\"}");
        FakeContext context = FakeContext.of(salesforce, server, "api");

        callback(salesforce, context, "");

        var grant = context.onlyGrant();
        StoredToken token = (StoredToken) grant.tokens().get("default");
        assertThat(grant.resourceServers()).containsExactly("https://acme.my.salesforce.com");
        assertThat(grant.accountId()).contains("https://login.salesforce.com/id/00D/005");
        assertThat(salesforce.refresher().orElseThrow().validity(token).expiresAt())
                .isEmpty();
    }

    @Test
    void atlassianLikeServersWantFixedParameters() {
        OAuth2Strategy<RedirectFlow> strategy = OAuth2.authorizationCode()
                .authorizationEndpoint("https://auth.atlassian.com/authorize")
                .tokenEndpoint("https://auth.atlassian.com/oauth/token")
                .client("id", SECRET)
                .withAuthorizationParameter("audience", "api.atlassian.com")
                .withAuthorizationParameter("prompt", "consent")
                .withAddedScopes("offline_access");

        URI uri = strategy.flow(FakeContext.of(strategy, server, "read:me"))
                .begin(CALLBACK)
                .uri();

        assertThat(uri).hasParameter("audience", "api.atlassian.com").hasParameter("scope", "read:me offline_access");
    }

    @Test
    void businessServersWrapEverything() {
        OAuth2Strategy<RedirectFlow> strategy = OAuth2.authorizationCode()
                .authorizationEndpoint("https://business.example/auth")
                .tokenEndpoint("https://business.example/token")
                .client("app", SECRET)
                .withClientAuthentication(ClientAuthentication.CLIENT_SECRET_POST)
                .withTokenRequest(TokenRequestFormat.json()
                        .renaming("client_id", "app_id")
                        .renaming("client_secret", "secret")
                        .renaming("code", "auth_code"))
                .withTokenResponse(TokenResponseFormat.standard()
                        .withToken("default", "/data/accessToken")
                        .renaming("refresh_token", "refreshToken")
                        .withExpiry("expireTime", ExpiryFormat.ISO_DATE_TIME)
                        .withErrorAt("/code")
                        .withSuccessAt("/code", "0"));
        server.json(
                        200,
                        "{\"code\":0,\"data\":{\"accessToken\":\"a\",\"refreshToken\":\"r\",\"expireTime\":\"2026-01-01T01:00:00Z\"}}")
                .json(200, "{\"code\":40105,\"message\":\"Invalid auth_code\",\"data\":{}}");
        FakeContext context = FakeContext.of(strategy, server);

        callback(strategy, context, "");
        assertThatThrownBy(() -> callback(strategy, context, ""))
                .hasMessageContaining("40105")
                .hasMessageContaining("Invalid auth_code");

        StoredToken token = (StoredToken) context.onlyGrant().tokens().get("default");
        assertThat(token.refresh()).contains(Secret.of("r"));
        assertThat(token.expiresAt()).contains(FakeContext.NOW.plusSeconds(3600));
    }

    private static Map<String, String> applied(OAuth2Strategy<?> strategy, String access, String type) {
        StoredToken stored = Tokens.ofType(access, type);
        var request = new RecordedRequest();
        strategy.apply(stored, request);
        return request.headers();
    }

    private static void callback(OAuth2Strategy<RedirectFlow> strategy, FakeContext context, String more) {
        RedirectFlow flow = strategy.flow(context);
        String state = flow.begin(CALLBACK).state();
        flow.complete(URI.create(CALLBACK + "?code=c-1&state=" + state + more), state);
    }
}
