package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.ConnectionConfigurationException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Service;
import dev.connections.http.CredentialInterceptor;
import dev.connections.oauth.OddProvider.Received;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services that are used otherwise than RFC 6750 says (QUIRKS, rows 10, 29, 36, 49, 61). */
class OddServiceTest {
    private static final String TOKENS = """
            {"access_token": "a-1", "refresh_token": "r-1", "token_type": "bearer", "expires_in": 600}""";
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @RegisterExtension
    private final SecretCanary canary = SecretCanary.planted();

    private final MutableClock clock = MutableClock.at(BEGIN.toString());
    private final OddProvider provider = new OddProvider();
    private final Connections connections =
            Connections.builder().clock(clock).ticker(clock).build();

    @AfterEach
    void close() {
        provider.close();
        connections.close();
    }

    private ManagedConnection<RedirectFlow> authorized(UnaryOperator<OAuth2Strategy<RedirectFlow>> odd, String more) {
        Service<RedirectFlow> service = Service.custom("Odd")
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(provider.origin())
                .authentication(odd.apply(provider.withCodes().client("id", canary.secret())));
        var connection = connections.shared(service.connection("Odd"));
        provider.answer(TOKENS);
        var unused = OddProvider.complete(connection, more);
        provider.received();
        return connection;
    }

    private Received call(ManagedConnection<RedirectFlow> connection, String path) throws IOException {
        var http = new OkHttpClient.Builder()
                .addInterceptor(CredentialInterceptor.of(connection))
                .build();
        try (Response response = http.newCall(
                        new Request.Builder().url(provider.at(path).toString()).build())
                .execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        return provider.received();
    }

    @Test
    void renewsATokenWhoseEndIsToldInABodyWithStatus200() throws IOException {
        var marketo =
                authorized(strategy -> strategy.withExpiredTest(200, "\"success\":false", "\"code\":\"602\""), "");
        provider.answer("{\"success\": false, \"errors\": [{\"code\": \"602\", \"message\": \"expired\"}]}")
                .answer(TOKENS.replace("a-1", "a-2"))
                .answer("{\"success\": true}");

        Received first = call(marketo, "/rest/v1/leads");

        assertThat(first.header("Authorization")).isEqualTo("Bearer a-1");
        assertThat(provider.received().path()).isEqualTo("/token");
        assertThat(provider.received().header("Authorization")).isEqualTo("Bearer a-2");
    }

    @Test
    void renewsNothingForABodyThatSaysSomethingElse() throws IOException {
        var marketo = authorized(strategy -> strategy.withExpiredTest(200, "\"code\":\"602\""), "");
        provider.answer("{\"errors\": [{\"code\": \"606\"}]}");

        call(marketo, "/rest/v1/leads");

        assertThat(provider.requests()).isEqualTo(2);
    }

    @Test
    void sendsTheTokenInTheQueryWhereThatIsAllAServiceReads() throws IOException {
        var foursquare = authorized(
                strategy -> strategy.withDeviationTokenInQuery(
                        "oauth_token", "reads no header", "https://docs.foursquare.example"),
                "");
        provider.answer("{}");

        Received received = call(foursquare, "/v2/users/self?v=1");

        assertThat(received.query()).containsEntry("oauth_token", "a-1").containsEntry("v", "1");
        assertThat(received.header("Authorization")).isEqualTo("null");
        URI target = provider.at("/v2/users");
        assertThat(foursquare.credentialsFor(target).applyTo(target)).hasQuery("oauth_token=a-1");
    }

    @Test
    void explainsWhyATokenTravelsInTheQueryOrRefusesIt() {
        var unexplained = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> authorized(strategy -> strategy.withDeviationTokenInQuery("t", " ", "x"), ""));
        var twice = catchThrowableOfType(
                ConnectionConfigurationException.class,
                () -> authorized(
                        strategy ->
                                strategy.withAuthorizationHeader("X {token}").withDeviationTokenInQuery("t", "r", "s"),
                        ""));

        assertThat(unexplained.code()).isEqualTo("deviation_unexplained");
        assertThat(twice.code()).isEqualTo("option_not_applicable");
        assertThat(twice).hasMessageContaining("leave out the header,");
    }

    @Test
    void sendsWhatTheCallbackToldWithEachRequest() throws IOException {
        var walmart = authorized(
                strategy -> strategy.withCapture(
                                Capture.fromCallback("sellerId").withRequired())
                        .withComputedHeader("WM_PARTNER.ID", "captured.sellerId")
                        .withComputedHeader("WM_QOS.CORRELATION_ID", "uuid()"),
                "&sellerId=10001");
        provider.answer("{}").answer("{}");

        Received first = call(walmart, "/v3/orders");
        Received second = call(walmart, "/v3/orders");

        assertThat(first.header("WM_PARTNER.ID")).isEqualTo("10001");
        assertThat(second.header("WM_QOS.CORRELATION_ID")).isNotEqualTo(first.header("WM_QOS.CORRELATION_ID"));
    }

    @Test
    void asksForNoTokenBeforeTheServerWouldGiveOne() {
        var exact = authorized(
                strategy -> strategy.withRenewal(TokenRenewal.byRefreshToken()
                        .withEarliestAge(Duration.ofMinutes(9).plusSeconds(30))),
                "");
        clock.advance(Duration.ofMinutes(9).plusSeconds(20));
        var before = exact.credentialsFor(provider.at("/x")).revealHeaders();

        assertThat(before).containsEntry("Authorization", "Bearer a-1");
        assertThat(provider.requests()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(41));
        provider.answer(TOKENS.replace("a-1", "a-2"));

        assertThat(exact.credentialsFor(provider.at("/x")).revealHeaders())
                .containsEntry("Authorization", "Bearer a-2");
    }

    @Test
    void tellsUntilWhenAnAuthorizationLasts() {
        var linkedIn = authorized(
                strategy ->
                        strategy.withRenewal(TokenRenewal.byRefreshToken().withConsentLifetime(Duration.ofDays(365))),
                "");
        clock.advance(Duration.ofDays(100));
        provider.answer(TOKENS.replace("r-1", "r-2").replace("a-1", "a-2"));
        linkedIn.credentialsFor(provider.at("/x"));

        assertThat(linkedIn.authorization().lastsUntil()).contains(BEGIN.plus(Duration.ofDays(365)));
    }

    @Test
    void knowsNoEndWhereNobodySaidOne() {
        assertThat(authorized(strategy -> strategy, "").authorization().lastsUntil())
                .isEmpty();
    }
}
