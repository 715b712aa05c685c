package dev.connections.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationFlow;
import dev.connections.AuthorizationStatus;
import dev.connections.Connection;
import dev.connections.ConnectionConfigurationException;
import dev.connections.ConnectionProtocolException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.UnattendedFlow;
import dev.connections.http.CredentialInterceptor;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MockOpenIdProvider;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.ReceivedRequest;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens that are bound to a key, at a service that takes each proof once and for its own request (RFC 9449). */
class DpopTest {
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    @RegisterExtension
    final MockService<UnattendedFlow> jobs = MockService.clientCredentials();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final InMemoryConnectionStore store = InMemoryConnectionStore.create(clock);
    private final Connections connections =
            Connections.builder().clock(clock).store(store).build();

    @AfterEach
    void close() {
        connections.close();
    }

    private <F extends AuthorizationFlow> ManagedConnection<F> declared(
            MockService<F> service, OAuth2Strategy<F> strategy) {
        service.timedBy(clock);
        return connections.shared(Service.custom("CRM")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(service.resource("").toString())
                .authentication(strategy)
                .withProbe("GET", "/api/me")
                .connection("CRM"));
    }

    private OAuth2Strategy<RedirectFlow> strategy() {
        return OAuth2.authorizationCode()
                .withPlainHttpForLoopbackTestsOnly()
                .issuer(crm.issuer().toString())
                .client(crm.clientId(), crm.clientSecret())
                .withDpop();
    }

    private ManagedConnection<RedirectFlow> authorized() {
        ManagedConnection<RedirectFlow> connection = declared(crm, strategy());
        var unused = crm.approve(connection, ALICE);
        return connection;
    }

    private static int send(Connection connection, Request request) throws IOException {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        try (Response response = http.newCall(request).execute()) {
            return response.code();
        } finally {
            http.connectionPool().evictAll();
            http.dispatcher().executorService().shutdown();
        }
    }

    private static int get(Connection connection, URI target) throws IOException {
        return send(connection, new Request.Builder().url(target.toString()).build());
    }

    private List<Integer> statuses() {
        return crm.resourceRequests().stream().map(ReceivedRequest::status).toList();
    }

    @Test
    void provesEveryRequestAnew() throws IOException {
        var connection = authorized();

        int first = get(connection, crm.resource("leads?page=1"));
        int second = get(connection, crm.resource("leads?page=1"));

        assertThat(List.of(first, second)).containsOnly(200);
        assertThat(crm.tokenRequests()).extracting(TokenRequest::accepted).containsExactly(true);
    }

    @Test
    void leavesAStolenTokenUseless() throws IOException {
        var unused = authorized();
        String token = crm.secretOf(ALICE).reveal();
        OkHttpClient thief = new OkHttpClient();

        for (String scheme : List.of("Bearer ", "DPoP ")) {
            try (Response response = thief.newCall(new Request.Builder()
                            .url(crm.resource("leads").toString())
                            .header("Authorization", scheme + token)
                            .build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(401);
            }
        }
        thief.connectionPool().evictAll();
    }

    @Test
    void repeatsARequestOnceWithTheNonceOfTheService() throws IOException {
        var connection = authorized();
        crm.failNext(Endpoint.RESOURCE, Fault.DPOP_NONCE);

        int posted = send(
                connection,
                new Request.Builder()
                        .url(crm.resource("leads").toString())
                        .post(RequestBody.create("a lead".getBytes(UTF_8)))
                        .build());
        int later = get(connection, crm.resource("leads"));

        assertThat(List.of(posted, later)).containsOnly(200);
        assertThat(statuses()).containsExactly(401, 200, 200);
    }

    @Test
    void returnsTheRefusalOfAServiceThatAlwaysWantsAnotherNonce() throws IOException {
        var connection = authorized();
        crm.failNext(Endpoint.RESOURCE, Fault.DPOP_NONCE);
        crm.failNext(Endpoint.RESOURCE, Fault.DPOP_NONCE);

        int status = get(connection, crm.resource("leads"));

        assertThat(status).isEqualTo(401);
        assertThat(statuses()).containsExactly(401, 401);
        assertThat(crm.tokenRequests()).hasSize(1); // the token was not to blame
    }

    @Test
    void redeemsTheSameCodeWithTheNonceOfTheServer() {
        ManagedConnection<RedirectFlow> connection = declared(crm, strategy());
        crm.failNext(Fault.DPOP_NONCE);

        var authorization = crm.approve(connection, ALICE);

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(crm.tokenRequests()).extracting(TokenRequest::error).containsExactly("use_dpop_nonce", "");
    }

    @Test
    void saysThatTheServerAlwaysWantsAnotherNonce() {
        ManagedConnection<RedirectFlow> connection = declared(crm, strategy());
        crm.failNext(Fault.DPOP_NONCE);
        crm.failNext(Fault.DPOP_NONCE);

        var refusal = catchThrowableOfType(ConnectionProtocolException.class, () -> crm.approve(connection, ALICE));

        assertThat(refusal.code()).isEqualTo("use_dpop_nonce");
        assertThat(refusal.error()).isEqualTo("use_dpop_nonce");
        assertThat(crm.tokenRequests()).hasSize(2);
    }

    @Test
    void keepsTheNoncesOfServerAndServiceApart() throws IOException {
        crm.failNext(Fault.DPOP_NONCE);
        var connection = authorized();
        crm.failNext(Endpoint.RESOURCE, Fault.DPOP_NONCE);
        int before = get(connection, crm.resource("leads"));
        clock.advance(Duration.ofHours(2));

        int after = get(connection, crm.resource("leads"));

        assertThat(List.of(before, after)).containsOnly(200);
        assertThat(statuses()).containsExactly(401, 200, 200);
        assertThat(crm.tokenRequests())
                .extracting(TokenRequest::error)
                .containsExactly("use_dpop_nonce", "", ""); // the refresh had the nonce
    }

    @Test
    void renewsWithTheKeyOfTheAccountInAnotherProcess() throws IOException {
        crm.rotatingRefreshTokens(Duration.ZERO);
        var unused = authorized();
        clock.advance(Duration.ofHours(2));

        try (Connections other = Connections.builder().clock(clock).store(store).build()) {
            assertThat(get(other.get("crm"), crm.resource("leads"))).isEqualTo(200);
        }

        assertThat(crm.tokenRequests())
                .extracting(TokenRequest::grantType)
                .containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void renewsATokenThatTheServiceRefusesAndProvesTheNewOne() throws IOException {
        var connection = authorized();
        crm.expireTokens();

        int status = get(connection, crm.resource("leads"));

        assertThat(status).isEqualTo(200);
        assertThat(statuses()).containsExactly(401, 200);
        assertThat(crm.tokenRequests()).hasSize(2);
    }

    @Test
    void goesByTheClockOfTheService() throws IOException {
        var service = MutableClock.at("2026-01-01T00:00:00Z");
        var connection = authorized();
        crm.timedBy(service);
        service.advance(Duration.ofMinutes(10));

        int first = get(connection, crm.resource("leads"));
        int second = get(connection, crm.resource("leads"));

        assertThat(List.of(first, second)).containsOnly(200);
        assertThat(statuses()).containsExactly(401, 200, 200);
        assertThat(crm.tokenRequests()).hasSize(1);
    }

    @Test
    void mintsWithTheKeyOfTheAccount() throws IOException {
        ManagedConnection<UnattendedFlow> connection = declared(
                jobs,
                OAuth2.clientCredentials()
                        .withPlainHttpForLoopbackTestsOnly()
                        .issuer(jobs.issuer().toString())
                        .client(jobs.clientId(), jobs.clientSecret())
                        .withDpop("PS256"));
        jobs.failNext(Fault.DPOP_NONCE);
        var unused = jobs.approve(connection, ALICE);
        clock.advance(Duration.ofHours(2));

        assertThat(get(connection, jobs.resource("leads"))).isEqualTo(200);
        assertThat(jobs.tokenRequests()).extracting(TokenRequest::error).containsExactly("use_dpop_nonce", "", "");
    }

    @Test
    void dressesARequestWhoseMethodIsKnown() {
        var connection = authorized();

        var refusal = catchThrowableOfType(
                ConnectionConfigurationException.class, () -> connection.credentialsFor(crm.resource("leads")));
        Map<String, String> headers =
                connection.credentialsFor("GET", crm.resource("leads")).revealHeaders();

        assertThat(refusal.code()).isEqualTo("method_required");
        assertThat(headers).containsOnlyKeys("Authorization", "DPoP");
        assertThat(headers.get("Authorization"))
                .isEqualTo("DPoP " + crm.secretOf(ALICE).reveal());
    }

    @Test
    void triesTheCredentialsWithTheNonceOfTheService() {
        var connection = authorized();
        crm.failNext(Endpoint.RESOURCE, Fault.DPOP_NONCE);

        assertThat(connection.test().passed()).isTrue();
        assertThat(statuses()).containsExactly(401, 200);
    }

    @Test
    void carriesNothingToAnotherOrigin() throws IOException, InterruptedException {
        try (var elsewhere = new MockWebServer();
                var home = new MockWebServer()) {
            elsewhere.start();
            home.start();
            home.enqueue(redirect(home.url("/moved").toString()));
            home.enqueue(redirect(elsewhere.url("/stolen").toString()));
            elsewhere.enqueue(new MockResponse.Builder().body("ok").build());
            var connection = connections.shared(Service.custom("Home")
                    .withPlainHttpForLoopbackTestsOnly()
                    .resourceServers(home.url("/").toString())
                    .authentication(strategy())
                    .connection("Home"));
            var unused = crm.approve(connection, ALICE);

            int status = get(connection, home.url("/leads").uri());

            assertThat(status).isEqualTo(200);
            String first = home.takeRequest().getHeaders().get("DPoP");
            String second = home.takeRequest().getHeaders().get("DPoP");
            assertThat(first).isNotNull().isNotEqualTo(second);
            assertThat(second).isNotNull(); // RELIABILITY N9449-2: a proof of its own for each hop
            assertThat(elsewhere.takeRequest().getHeaders().names()).doesNotContain("DPoP", "Authorization");
        }
    }

    /** OkHttp repeats a request after 503 by itself, with the proof that the server saw already. */
    @Test
    void provesAnewWhereTheLibraryRepeatedARequest() throws IOException, InterruptedException {
        try (var api = new MockWebServer()) {
            api.start();
            api.enqueue(new MockResponse.Builder()
                    .code(503)
                    .addHeader("Retry-After", "0")
                    .build());
            api.enqueue(new MockResponse.Builder()
                    .code(401)
                    .addHeader("WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\"")
                    .build());
            api.enqueue(new MockResponse.Builder().build());
            var connection = connections.shared(Service.custom("Api")
                    .withPlainHttpForLoopbackTestsOnly()
                    .resourceServers(api.url("/").toString())
                    .authentication(strategy())
                    .connection("Api"));
            var unused = crm.approve(connection, ALICE);

            int status = get(connection, api.url("/leads").uri());

            String first = api.takeRequest().getHeaders().get("DPoP");
            assertThat(status).isEqualTo(200);
            assertThat(api.takeRequest().getHeaders().get("DPoP")).isEqualTo(first);
            assertThat(api.takeRequest().getHeaders().get("DPoP")).isNotNull().isNotEqualTo(first);
        }
    }

    private static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .addHeader("Location", location)
                .build();
    }

    @Test
    void asksWhoTheUserIsWithAProof() {
        MockOpenIdProvider acme = MockService.openIdConnect();
        try (acme) {
            acme.namingUsersInUserInfoOnly();
            acme.failNext(Endpoint.USER_INFO, Fault.DPOP_NONCE);
            ManagedConnection<RedirectFlow> connection = declared(
                    acme,
                    OAuth2.authorizationCode()
                            .withPlainHttpForLoopbackTestsOnly()
                            .issuer(acme.issuer().toString())
                            .client(acme.clientId(), acme.clientSecret())
                            .withOpenIdConnect()
                            .withDpop());

            var authorization = acme.approve(connection, "alice");

            assertThat(authorization.account().orElseThrow().name()).isEqualTo("alice");
            assertThat(acme.requests())
                    .filteredOn(request -> request.path().equals("/userinfo"))
                    .extracting(ReceivedRequest::status)
                    .containsExactly(401, 200);
        }
    }
}
