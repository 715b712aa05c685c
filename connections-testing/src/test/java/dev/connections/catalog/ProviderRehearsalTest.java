package dev.connections.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionProtocolException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Entries against what their providers really answer, as their documentation shows it (QUIRKS, rows 1, 2, 5, 13, 53). */
class ProviderRehearsalTest {
    private static final String REDIRECT = "https://app.example.com/callback";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final Secret secret = canary.secret();
    private final Connections connections = Connections.inMemory();
    private Loopback provider = Loopback.of();

    @AfterEach
    void close() {
        connections.close();
        provider.close();
    }

    @Test
    void readsBothTokensOfSlack() throws Exception {
        var slack = connect(DefaultServices.SLACK.client("id", secret), "slack.com");
        provider.answer("slack.com", """
                {"ok": true, "access_token": "xoxb-bot", "token_type": "bot", "scope": "commands,chat:write",
                 "bot_user_id": "U0", "app_id": "A0", "team": {"name": "Acme", "id": "T9"},
                 "authed_user": {"id": "U1", "scope": "search:read", "access_token": "xoxp-user", "token_type": "user"}}""");

        Authorization authorization = complete(slack, "");

        URI api = provider.at("slack.com", "/api/chat.postMessage");
        assertThat(slack.credentialsFor(api).revealHeaders()).containsEntry("Authorization", "Bearer xoxb-bot");
        assertThat(slack.token("user").credentialsFor(api).revealHeaders())
                .containsEntry("Authorization", "Bearer xoxp-user");
        assertThat(authorization.grantedScopes()).contains("commands", "chat:write", "search:read");
        assertThat(authorization.account().orElseThrow().name()).isEqualTo("Acme");
        assertThat(provider.received("slack.com").form()).doesNotContainKey("code_verifier");
    }

    @Test
    void takesOkFalseForSlacksError() throws Exception {
        var slack = connect(DefaultServices.SLACK.client("id", secret), "slack.com");
        provider.answer("slack.com", "{\"ok\": false, \"error\": \"bad_client_secret\"}");

        var refused = catchThrowableOfType(ConnectionConfigurationException.class, () -> complete(slack, ""));

        assertThat(refused).hasMessageContaining("bad_client_secret");
    }

    @Test
    void endsSlackTokensByThemselves() throws Exception {
        var slack = connect(DefaultServices.SLACK.client("id", secret), "slack.com");
        provider.answer("slack.com", "{\"ok\": true, \"access_token\": \"xoxb-bot\", \"token_type\": \"bot\"}");
        complete(slack, "");
        provider.received("slack.com");
        provider.answer("slack.com", "{\"ok\": true, \"revoked\": true}");

        slack.revoke();

        var revocation = provider.received("slack.com");
        assertThat(revocation.path()).isEqualTo("/api/auth.revoke");
        assertThat(revocation.header("Authorization")).isEqualTo("Bearer xoxb-bot");
    }

    @Test
    void readsTheCommasInWhatGitHubGranted() throws Exception {
        var github = connect(DefaultServices.GITHUB.client("id", secret), "github.com");
        provider.answer("github.com", "{\"access_token\":\"gho_1\",\"scope\":\"repo,gist\",\"token_type\":\"bearer\"}");

        Authorization authorization = complete(github, "");

        assertThat(authorization.grantedScopes()).containsExactlyInAnyOrder("repo", "gist");
        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(provider.received("github.com").header("Accept")).isEqualTo("application/json");
    }

    @Test
    void readsTheFormThatGitHubAnswersByDefault() throws Exception {
        var github = connect(DefaultServices.GITHUB.client("id", secret), "github.com");
        provider.answer(
                "github.com",
                200,
                "application/x-www-form-urlencoded; charset=utf-8",
                "access_token=gho_1&scope=repo%2Cgist&token_type=bearer");

        complete(github, "");

        assertThat(github.credentialsFor(URI.create("https://api.github.com/user"))
                        .revealHeaders())
                .containsEntry("Authorization", "Bearer gho_1");
    }

    @Test
    void sendsSalesforceTokensToTheInstance() throws Exception {
        var salesforce =
                connect(DefaultServices.SALESFORCE.client("id", secret), "login.salesforce.com", "*.salesforce.com");
        String instance = provider.origin("*.salesforce.com");
        provider.answer("login.salesforce.com", """
                {"access_token": "00D!x", "refresh_token": "5Aep", "signature": "s", "scope": "refresh_token api",
                 "instance_url": "%s", "id": "https://login.salesforce.com/id/00D/005", "token_type": "Bearer",
                 "issued_at": "1763625600000"}""".formatted(instance));

        complete(salesforce, "");

        assertThat(salesforce.resolve("/services/data/v62.0")).hasToString(instance + "/services/data/v62.0");
        assertThat(salesforce.credentialsFor(URI.create(instance + "/x")).revealHeaders())
                .containsEntry("Authorization", "Bearer 00D!x");
    }

    @Test
    void refusesSalesforceWithoutAnInstance() throws Exception {
        var salesforce = connect(DefaultServices.SALESFORCE.client("id", secret), "login.salesforce.com");
        provider.answer("login.salesforce.com", "{\"access_token\":\"00D!x\",\"token_type\":\"Bearer\"}");

        var refused = catchThrowableOfType(ConnectionProtocolException.class, () -> complete(salesforce, ""));

        assertThat(refused.code()).isEqualTo("capture_missing");
    }

    @Test
    void keepsTheCompanyThatQuickBooksNamesInTheCallback() throws Exception {
        var books = connect(DefaultServices.QUICKBOOKS.client("id", secret), "oauth.platform.intuit.com");
        provider.answer("oauth.platform.intuit.com", """
                {"token_type": "bearer", "expires_in": 3600, "x_refresh_token_expires_in": 8726400,
                 "refresh_token": "AB1", "access_token": "eyJ"}""");

        Authorization authorization = complete(books, "&realmId=1231");

        String basic = Base64.getEncoder().encodeToString(("id:" + secret.reveal()).getBytes(UTF_8));
        assertThat(authorization.account().orElseThrow().captured()).containsEntry("realmId", "1231");
        assertThat(provider.received("oauth.platform.intuit.com").header("Authorization"))
                .isEqualTo("Basic " + basic);
    }

    @Test
    void authenticatesToDropboxInOnePlaceAndEndsTokensByThemselves() throws Exception {
        var dropbox = connect(DefaultServices.DROPBOX.client("id", secret), "api.dropboxapi.com");
        provider.answer("api.dropboxapi.com", """
                {"access_token": "sl.1", "expires_in": 14400, "token_type": "bearer", "scope": "account_info.read",
                 "refresh_token": "r1", "account_id": "dbid:AA", "uid": "1"}""");
        complete(dropbox, "");
        var exchange = provider.received("api.dropboxapi.com");
        provider.answer("api.dropboxapi.com", "null");

        dropbox.revoke();

        assertThat(exchange.header("Authorization")).isNull();
        assertThat(exchange.form()).containsEntry("client_secret", secret.reveal());
        assertThat(provider.received("api.dropboxapi.com").path()).isEqualTo("/2/auth/token/revoke");
    }

    private ManagedConnection<RedirectFlow> connect(Service<RedirectFlow> service, String... hosts) throws Exception {
        provider = Loopback.of(hosts);
        return connections.shared(
                provider.move(service, secret).connection("Rehearsal").withScopes("repo", "gist"));
    }

    private static Authorization complete(ManagedConnection<RedirectFlow> connection, String more) {
        AuthorizationRequest request = connection.authorize().begin(REDIRECT);
        URI callback = URI.create(REDIRECT + "?code=code-1&state=" + request.state() + more);
        return connection.authorize().complete(callback, request.state());
    }
}
