package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Authorization;
import dev.connections.AuthorizationDeniedException;
import dev.connections.AuthorizationRequest;
import dev.connections.AuthorizationStatus;
import dev.connections.ConnectionException;
import dev.connections.ConnectionSecurityException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.Secret;
import dev.connections.Service;
import dev.connections.oauth.OAuth1.Signature;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three legs over HTTP, and what can go wrong on each (RFC 5849, section 2). */
class OAuth1FlowTest {
    private static final String REDIRECT_URI = "https://app.example.com/callback?tenant=a";
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    final MockService<RedirectFlow> photos = MockService.oauth1();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final InMemoryConnectionStore store = InMemoryConnectionStore.create(clock);
    private final Connections connections =
            Connections.builder().clock(clock).store(store).build();
    private ManagedConnection<RedirectFlow> connection;

    @BeforeEach
    void declare() {
        photos.timedBy(clock);
        connection = declare(it -> it);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private ManagedConnection<RedirectFlow> declare(UnaryOperator<OAuth1.Strategy> options) {
        return declare("Photos", photos.clientSecret(), options);
    }

    private ManagedConnection<RedirectFlow> declare(
            String name, Secret secret, UnaryOperator<OAuth1.Strategy> options) {
        OAuth1.Strategy strategy = OAuth1.threeLegged()
                .withPlainHttpForLoopbackTestsOnly()
                .requestTokenEndpoint(photos.endpoint(Endpoint.REQUEST_TOKEN).toString())
                .authorizationEndpoint(photos.endpoint(Endpoint.AUTHORIZATION).toString())
                .tokenEndpoint(photos.endpoint(Endpoint.TOKEN).toString())
                .client(photos.clientId(), secret)
                .withAccountName("screen_name")
                .withAccountId("user_id");
        return connections.shared(Service.custom(name)
                .withPlainHttpForLoopbackTestsOnly()
                .resourceServers(photos.resource("").toString())
                .authentication(options.apply(strategy))
                .connection(name)
                .withScopes("photos.read"));
    }

    private URI callback(AuthorizationRequest request) {
        return photos.consent(request.uri(), ALICE);
    }

    private static ConnectionException failure(ThrowingCallable call) {
        return catchThrowableOfType(ConnectionException.class, call);
    }

    @Test
    void authorizesAndKnowsTheAccount() {
        Authorization authorization = photos.approve(connection, ALICE);

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(authorization.grantedScopes()).containsExactly("photos.read");
        assertThat(authorization.account().orElseThrow().name()).isEqualTo(ALICE);
    }

    @Test
    void isFoundByTheStateInItsCallback() {
        AuthorizationRequest request = connection.authorize().begin(REDIRECT_URI);
        URI callback = callback(request);

        Authorization authorization = connections.complete(callback, request.state());

        assertThat(callback.toString()).startsWith(REDIRECT_URI + "&state=" + request.state());
        assertThat(authorization.connectionLinkName()).isEqualTo("photos");
    }

    @Test
    void completesOnAnotherNodeThatSharesTheStore() {
        AuthorizationRequest request = connection.authorize().begin(REDIRECT_URI);
        URI callback = callback(request);

        try (Connections other = Connections.builder().clock(clock).store(store).build()) {
            var unused = other.complete(callback, request.state());
        }

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void sendsAnExactCallbackAndCompletesByTheSession() {
        ManagedConnection<RedirectFlow> exact =
                declare("Exact", photos.clientSecret(), OAuth1.Strategy::withExactCallback);
        AuthorizationRequest request = exact.authorize().begin(REDIRECT_URI);
        URI callback = callback(request);

        Authorization authorization = exact.authorize().complete(callback, request.state());

        assertThat(callback.toString()).startsWith(REDIRECT_URI + "&oauth_").doesNotContain("state=");
        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void refusesTheRequestTokenOfAnotherFlow() {
        ManagedConnection<RedirectFlow> exact =
                declare("Exact", photos.clientSecret(), OAuth1.Strategy::withExactCallback);
        AuthorizationRequest mine = exact.authorize().begin(REDIRECT_URI);
        URI theirs = callback(exact.authorize().begin(REDIRECT_URI));

        ConnectionException refusal = failure(() -> exact.authorize().complete(theirs, mine.state()));

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class).hasMessageContaining("begin again");
        assertThat(refusal.code()).isEqualTo("token_mismatch");
        assertThat(photos.tokenRequests()).isEmpty();
    }

    @Test
    void refusesASessionThatLostItsState() {
        ManagedConnection<RedirectFlow> exact =
                declare("Exact", photos.clientSecret(), OAuth1.Strategy::withExactCallback);
        URI callback = callback(exact.authorize().begin(REDIRECT_URI));

        ConnectionException refusal = failure(() -> exact.authorize().complete(callback, null));

        assertThat(refusal.code()).isEqualTo("state_missing");
    }

    @Test
    void tellsThatTheUserRefused() {
        ConnectionException denied = photos.deny(connection);

        assertThat(denied).isInstanceOf(AuthorizationDeniedException.class).hasMessageContaining("begin again");
        assertThat(denied.code()).isEqualTo("access_denied");
        assertThat(denied.error()).isEqualTo("user_refused");
        assertThat(denied.linkName()).isEqualTo("photos");
    }

    @Test
    void tellsThatTheServiceSendsTheRequestTokenBackAsDenied() {
        AuthorizationRequest request = connection.authorize().begin(REDIRECT_URI);
        String token = request.uri().getRawQuery().substring("oauth_token=".length());
        URI callback = URI.create(REDIRECT_URI + "&state=" + request.state() + "&denied=" + token);

        ConnectionException denied = failure(() -> connection.authorize().complete(callback, request.state()));

        assertThat(denied.code()).isEqualTo("access_denied");
        assertThat(photos.tokenRequests()).isEmpty();
    }

    @Test
    void refusesACallbackWithoutVerifier() {
        AuthorizationRequest request = connection.authorize().begin(REDIRECT_URI);
        String token = request.uri().getRawQuery();
        URI callback = URI.create(REDIRECT_URI + "&state=" + request.state() + "&" + token);

        ConnectionException refusal = failure(() -> connection.authorize().complete(callback, request.state()));

        assertThat(refusal.code()).isEqualTo("verifier_missing");
        assertThat(photos.tokenRequests()).isEmpty();
    }

    @Test
    void refusesAForgedVerifier() {
        AuthorizationRequest request = connection.authorize().begin(REDIRECT_URI);
        String forged = callback(request).toString().replaceFirst("oauth_verifier=[^&]+", "oauth_verifier=forged");

        ConnectionException refusal =
                failure(() -> connection.authorize().complete(URI.create(forged), request.state()));

        assertThat(refusal).isInstanceOf(AuthorizationDeniedException.class).hasMessageContaining("begin again");
        assertThat(refusal.code()).isEqualTo("invalid_grant");
        assertThat(refusal.error()).isEqualTo("verifier_invalid");
    }

    @Test
    void saysThatTheClientSecretIsWrong() {
        ManagedConnection<RedirectFlow> wrong = declare("Wrong", Secret.of("wrong"), it -> it);

        ConnectionException refusal = failure(() -> wrong.authorize().begin(REDIRECT_URI));

        assertThat(refusal.code()).isEqualTo("signature_refused");
        assertThat(refusal).hasMessageContaining("check the client secret").hasMessageContaining("/request_token");
    }

    @Test
    void saysThatTheClockIsWrong() {
        photos.timedBy(MutableClock.at("2026-01-01T01:00:00Z"));

        ConnectionException refusal = failure(() -> connection.authorize().begin(REDIRECT_URI));

        assertThat(refusal.code()).isEqualTo("timestamp_refused");
        assertThat(refusal).hasMessageContaining("set this machine's clock");
    }

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, service_unavailable",
        "RATE_LIMITED, rate_limited",
        "RESET_AFTER_COMMIT, no_answer",
        "HTML, token_response_html",
        "EMPTY, token_response_empty",
        "HOSTILE_JSON, token_missing",
    })
    void savesNothingWhenTheRequestTokenCannotBeHad(Fault fault, String code, SecretCanary canary) {
        photos.failNext(Endpoint.REQUEST_TOKEN, fault);

        ConnectionException failure =
                canary.watch(failure(() -> connection.authorize().begin(REDIRECT_URI)));

        assertThat(failure.code()).isEqualTo(code);
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, true", "RATE_LIMITED, false", "RESET_AFTER_COMMIT, true", "EMPTY, true"})
    void keepsWorkingWhenAReconnectFails(Fault fault, boolean outcomeUnknown, SecretCanary canary) {
        photos.approve(connection, ALICE);
        AuthorizationRequest request = connection.reconnect().begin(REDIRECT_URI);
        URI callback = callback(request);
        photos.failNext(Endpoint.TOKEN, fault);

        var failure = catchThrowableOfType(
                dev.connections.TransientConnectionException.class,
                () -> connection.reconnect().complete(callback, request.state()));

        assertThat(canary.watch(failure).outcomeUnknown()).isEqualTo(outcomeUnknown);
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void readsBackFromTheStoreAndSigns(SecretCanary canary) {
        photos.approve(declare("Reloaded", photos.clientKey(), it -> it.withSignature(Signature.RSA_SHA1)), ALICE);

        try (Connections other = Connections.builder().clock(clock).store(store).build()) {
            Map<String, String> headers = other.get("reloaded")
                    .credentialsFor("GET", photos.resource("one"))
                    .revealHeaders();

            assertThat(headers.get("Authorization"))
                    .contains("oauth_signature_method=\"RSA-SHA1\"", "oauth_version=\"1.0\"");
        }
    }
}
