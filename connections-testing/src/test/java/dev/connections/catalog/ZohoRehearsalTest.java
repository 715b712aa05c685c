package dev.connections.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Authorization;
import dev.connections.AuthorizationRequest;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.TransientConnectionException;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An application registered in the United States, an organisation in Europe.
 *
 * @see <a href="https://www.zoho.com/accounts/protocol/oauth/multi-dc/client-authorization.html">Zoho: multi DC</a>
 */
class ZohoRehearsalTest {
    private static final String REDIRECT = "https://app.example.com/callback";
    private static final String US = "accounts.zoho.com";
    private static final String EU = "accounts.zoho.eu";
    private static final String API = "www.zohoapis.eu";

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final Loopback zoho = Loopback.of(US, EU, API);
    private final MutableClock clock = MutableClock.at("2026-11-20T08:00:00Z");
    private final Connections connections = Connections.builder().clock(clock).build();
    private ManagedConnection<RedirectFlow> crm;

    @BeforeEach
    void declare() throws Exception {
        Secret secret = canary.secret();
        crm = connections.shared(
                zoho.move(DefaultServices.ZOHO_CRM.at(DataCenter.US).client("1000.ABC", secret), secret)
                        .connection("CRM primary")
                        .withScopes("ZohoCRM.modules.READ", "ZohoCRM.users.READ"));
    }

    @AfterEach
    void close() {
        connections.close();
        zoho.close();
    }

    @Test
    void asksForConsentAsZohoWantsIt() {
        URI uri = crm.authorize().begin(REDIRECT).uri();

        assertThat(uri).hasPath("/oauth/v2/auth").hasPort(zoho.at(US, "").getPort());
        assertThat(Loopback.parameters(uri.getRawQuery()))
                .containsEntry("scope", "ZohoCRM.modules.READ,ZohoCRM.users.READ")
                .containsEntry("access_type", "offline")
                .containsEntry("prompt", "consent")
                .containsEntry("code_challenge_method", "S256");
    }

    @Test
    void exchangesTheCodeWhereTheAccountLives() throws Exception {
        var authorization = authorize();

        var exchange = zoho.received(EU);
        assertThat(zoho.requestsTo(US)).isZero();
        assertThat(exchange.path()).isEqualTo("/oauth/v2/token");
        assertThat(exchange.form())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("client_id", "1000.ABC")
                .containsEntry("client_secret", canary.secret().reveal());
        assertThat(authorization.account().orElseThrow().captured())
                .isEqualTo(
                        Map.of("accounts-server", zoho.origin(EU), "location", "eu", "api_domain", zoho.origin(API)));
    }

    @Test
    void redeemsAGrantTokenOfTheSelfClient() throws Exception {
        zoho.answer(US, tokens("1000.access-1"));

        var authorization = crm.authorize().redeem(Secret.of("1000.grant-token"));

        var exchange = zoho.received(US);
        assertThat(exchange.form())
                .containsEntry("code", "1000.grant-token")
                .doesNotContainKeys("redirect_uri", "code_verifier");
        assertThat(authorization.account().orElseThrow().captured()).containsEntry("api_domain", zoho.origin(API));
        assertThat(crm.credentialsFor(zoho.at(API, "/crm/v8/Leads")).revealHeaders())
                .containsEntry("Authorization", "Zoho-oauthtoken 1000.access-1");
    }

    @Test
    void sendsTheTokenToTheAccountsApiAlone() {
        var unused = authorize();

        assertThat(crm.credentialsFor(zoho.at(API, "/crm/v8/Leads")).revealHeaders())
                .containsEntry("Authorization", "Zoho-oauthtoken 1000.access-1");
        assertThat(crm.resolve("/crm/v8/Leads")).isEqualTo(zoho.at(API, "/crm/v8/Leads"));
        assertThat(catchThrowableOfType(
                                ConnectionSecurityException.class,
                                () -> crm.credentialsFor(URI.create("https://www.zohoapis.com/crm/v8/Leads")))
                        .code())
                .isEqualTo("origin_not_allowed");
    }

    @Test
    void sendsNothingToAnAccountsServerThatIsNoneOfZohos() {
        AuthorizationRequest request = crm.authorize().begin(REDIRECT);
        URI forged = callback(request, "https://accounts.zoho.eu.evil.example");

        var refused = catchThrowableOfType(
                ConnectionSecurityException.class, () -> crm.authorize().complete(forged, request.state()));

        assertThat(refused.code()).isEqualTo("captured_host_not_allowed");
        assertThat(zoho.requestsTo(US) + zoho.requestsTo(EU)).isZero();
    }

    @Test
    void refusesAnApiDomainThatIsNoneOfZohos() {
        zoho.answer(EU, tokens("1000.access-1").replace(zoho.origin(API), "https://evil.example"));
        AuthorizationRequest request = crm.authorize().begin(REDIRECT);

        var refused = catchThrowableOfType(
                ConnectionSecurityException.class,
                () -> crm.authorize().complete(callback(request, zoho.origin(EU)), request.state()));

        assertThat(refused.code()).isEqualTo("captured_host_not_allowed");
    }

    @Test
    void refreshesWhereTheAccountLives() throws Exception {
        var unused = authorize();
        zoho.answer(
                EU,
                "{\"access_token\":\"1000.access-2\",\"api_domain\":\"" + zoho.origin(API)
                        + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
        clock.advance(Duration.ofHours(2));

        String sent = crm.credentialsFor(zoho.at(API, "/")).revealHeaders().get("Authorization");

        assertThat(sent).isEqualTo("Zoho-oauthtoken 1000.access-2");
        zoho.received(EU);
        assertThat(zoho.received(EU).form()).containsEntry("grant_type", "refresh_token");
    }

    @Test
    void readsTheOldLifetimeInMillisecondsByItsSeconds() {
        zoho.answer(
                EU,
                tokens("1000.access-1")
                        .replace("\"expires_in\":3600", "\"expires_in\":3600000,\"expires_in_sec\":3600"));
        complete();
        zoho.answer(EU, tokens("1000.access-2"));
        clock.advance(Duration.ofHours(2));

        assertThat(crm.credentialsFor(zoho.at(API, "/")).revealHeaders())
                .containsEntry("Authorization", "Zoho-oauthtoken 1000.access-2");
    }

    @Test
    void takesInvalidCodeWithStatus200ForTheEndOfTheGrant() {
        var unused = authorize();
        zoho.answer(EU, "{\"error\":\"invalid_code\"}");
        clock.advance(Duration.ofHours(2));

        var ended = catchThrowableOfType(
                ReauthorizationRequiredException.class, () -> crm.credentialsFor(zoho.at(API, "/")));

        assertThat(ended).hasMessageContaining("reconnect()");
        assertThat(crm.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void takesTheLimitOnTokensForAPause() {
        var unused = authorize();
        zoho.answer(
                EU,
                "{\"error_description\":\"You have made too many requests continuously.\","
                        + "\"error\":\"Access Denied\",\"status\":\"failure\"}");
        clock.advance(Duration.ofHours(2));

        var paused =
                catchThrowableOfType(TransientConnectionException.class, () -> crm.credentialsFor(zoho.at(API, "/")));

        assertThat(paused.outcomeUnknown()).isFalse();
        assertThat(paused.retryAfter()).isEqualTo(Duration.ofMinutes(10));
        assertThat(paused).hasMessageContaining("10 access tokens in 10 minutes");
        assertThat(crm.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void goesOnAfterThePause() {
        var unused = authorize();
        zoho.answer(EU, "{\"error\":\"Access Denied\"}");
        clock.advance(Duration.ofHours(2));
        var paused =
                catchThrowableOfType(TransientConnectionException.class, () -> crm.credentialsFor(zoho.at(API, "/")));
        zoho.answer(EU, tokens("1000.access-2"));
        clock.advance(Duration.ofMinutes(10));

        var headers = crm.credentialsFor(zoho.at(API, "/")).revealHeaders();

        assertThat(paused).isNotNull();
        assertThat(headers).containsEntry("Authorization", "Zoho-oauthtoken 1000.access-2");
    }

    @Test
    void revokesWhereTheAccountLives() throws Exception {
        var unused = authorize();
        zoho.received(EU);
        zoho.answer(EU, "{\"status\":\"success\"}");
        crm.revoke();

        var revocation = zoho.received(EU);
        assertThat(revocation.path()).isEqualTo("/oauth/v2/token/revoke");
        assertThat(revocation.form()).containsEntry("token", "1000.refresh-1");
    }

    private Authorization authorize() {
        zoho.answer(EU, tokens("1000.access-1"));
        return complete();
    }

    private Authorization complete() {
        AuthorizationRequest request = crm.authorize().begin(REDIRECT);
        return crm.authorize().complete(callback(request, zoho.origin(EU)), request.state());
    }

    private static URI callback(AuthorizationRequest request, String accountsServer) {
        return URI.create(REDIRECT + "?code=1000.code-1&location=eu&accounts-server=" + accountsServer + "&state="
                + request.state());
    }

    private String tokens(String access) {
        return "{\"access_token\":\"" + access + "\",\"refresh_token\":\"1000.refresh-1\",\"api_domain\":\""
                + zoho.origin(API) + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    }
}
