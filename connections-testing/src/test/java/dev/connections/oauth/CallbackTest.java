package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import dev.connections.Subject;
import dev.connections.store.InMemoryConnectionStore;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A callback works once, in the browser that began, and nothing else does (RELIABILITY F-B; RFC 9700, section 4.7). */
class CallbackTest {
    private static final String REDIRECT_URI = "https://app.example.com/callback";
    private static final String ALICE = "alice@example.com";

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final InMemoryConnectionStore store = InMemoryConnectionStore.create(clock);
    private final Connections connections =
            Connections.builder().clock(clock).store(store).build();
    private ManagedConnection<RedirectFlow> connection;

    @BeforeEach
    void declare() {
        connection = connections.shared(crm.service().connection("CRM primary").withScopes("leads.read"));
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private AuthorizationRequest begin() {
        return connection.authorize().begin(REDIRECT_URI);
    }

    private URI callback(AuthorizationRequest request) {
        return crm.consent(request.uri(), ALICE);
    }

    private ConnectionException refusal(URI callback, String sessionState) {
        return catchThrowableOfType(
                ConnectionException.class, () -> connection.authorize().complete(callback, sessionState));
    }

    @Test
    void completesAndKnowsWhatWasGranted() {
        AuthorizationRequest request = begin();

        Authorization authorization = connection.authorize().complete(callback(request), request.state());

        assertThat(authorization.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(authorization.grantedScopes()).containsExactly("leads.read");
        assertThat(connection.authorization().account()).isPresent();
    }

    @Test
    void isFoundByItsStateWhicheverConnectionItBelongsTo() {
        AuthorizationRequest request = begin();

        Authorization authorization = connections.complete(callback(request), request.state());

        assertThat(authorization.connectionLinkName()).isEqualTo("crm_primary");
    }

    @Test
    void completesOnAnotherNodeThatSharesTheStore() {
        AuthorizationRequest request = begin();
        URI callback = callback(request);

        try (Connections other = Connections.builder().clock(clock).store(store).build()) {
            var there = other.shared(crm.service().connection("CRM primary").withScopes("leads.read"));
            there.authorize().complete(callback, request.state());
        }

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
    }

    @Test
    void refusesAReplayAndKeepsWhatTheFirstOneGot() {
        AuthorizationRequest request = begin();
        URI callback = callback(request);
        connection.authorize().complete(callback, request.state());

        ConnectionException refusal = refusal(callback, request.state());

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class).hasMessageContaining("begin again");
        assertThat(refusal.code()).isEqualTo("flow_unknown");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(crm.tokenRequests()).hasSize(1);
    }

    @Test
    void letsOneOfManySimultaneousCallbacksThrough() {
        AuthorizationRequest request = begin();
        URI callback = callback(request);
        var gate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(16);

        List<CompletableFuture<Boolean>> completions = IntStream.range(0, 16)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> completes(gate, callback, request), threads))
                .toList();
        gate.countDown();
        long completed = completions.stream().filter(CompletableFuture::join).count();
        threads.shutdown();

        assertThat(completed).isOne();
        assertThat(crm.tokenRequests()).hasSize(1);
    }

    private boolean completes(CountDownLatch gate, URI callback, AuthorizationRequest request) {
        try {
            gate.await();
            connection.authorize().complete(callback, request.state());
            return true;
        } catch (ConnectionSecurityException refused) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesTheStateOfAnotherSession(SecretCanary canary) {
        AuthorizationRequest mine = begin();
        AuthorizationRequest theirs = begin();

        ConnectionException refusal = canary.watch(refusal(callback(theirs), mine.state()));

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class).hasMessageContaining("same session");
        assertThat(refusal.code()).isEqualTo("state_mismatch");
        assertThat(crm.tokenRequests()).isEmpty();
    }

    @Test
    void endsAFlowThatAnotherSessionTouched() {
        AuthorizationRequest mine = begin();
        AuthorizationRequest theirs = begin();
        URI stolen = callback(theirs);
        refusal(stolen, mine.state());

        ConnectionException second = refusal(stolen, theirs.state());

        assertThat(second.code()).isEqualTo("flow_unknown");
    }

    @Test
    void refusesTheCallbackOfAnotherUser() {
        var perUser = connections.perUser(crm.service().connection("My CRM"));
        AuthorizationRequest alices =
                perUser.forUser(Subject.of("alice")).authorize().begin(REDIRECT_URI);
        URI callback = crm.consent(alices.uri(), ALICE);

        ConnectionException refusal = catchThrowableOfType(
                ConnectionException.class,
                () -> perUser.forUser(Subject.of("bob")).authorize().complete(callback, alices.state()));

        assertThat(refusal.code()).isEqualTo("state_mismatch");
        assertThat(perUser.forUser(Subject.of("bob")).authorization().status())
                .isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(crm.tokenRequests()).isEmpty();
    }

    @Test
    void refusesAForgedState() {
        URI forged = URI.create(REDIRECT_URI + "?code=stolen&state=forged");

        ConnectionException refusal = refusal(forged, "forged");

        assertThat(refusal.code()).isEqualTo("flow_unknown");
        assertThat(crm.tokenRequests()).isEmpty();
    }

    @Test
    void refusesALateCallback() {
        AuthorizationRequest request = begin();
        URI callback = callback(request);
        clock.advance(Duration.ofMinutes(10));

        ConnectionException refusal = refusal(callback, request.state());

        assertThat(refusal.code()).isEqualTo("flow_expired");
        assertThat(request.expiresAt()).isEqualTo(clock.instant());
        assertThat(crm.tokenRequests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "&state=another, callback_parameter_repeated",
        "&code=another, callback_parameter_repeated",
        "&iss=https://evil.example, callback_parameter_repeated",
        "&access_token=leaked, token_in_callback",
    })
    void refusesWhatSomebodyAddedAndStaysUsable(String addition, String code, SecretCanary canary) {
        AuthorizationRequest request = begin();
        URI callback = callback(request);

        ConnectionException refusal = canary.watch(refusal(URI.create(callback + addition), request.state()));

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class).hasMessageContaining("begin");
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(crm.tokenRequests()).isEmpty();
    }

    @Test
    void refusesRepeatedParametersThatAFrameworkDecoded() {
        AuthorizationRequest request = begin();
        var parameters = Map.of("code", List.of("one", "two"), "state", List.of(request.state()));

        ConnectionException refusal = catchThrowableOfType(
                ConnectionException.class, () -> connection.authorize().complete(parameters, request.state()));

        assertThat(refusal.code()).isEqualTo("callback_parameter_repeated");
    }

    @Test
    void refusesTheCallbackOfAnotherServer() {
        AuthorizationRequest request = begin();
        String ours = callback(request).toString();
        String theirs = ours.substring(0, ours.indexOf("&iss=")) + "&iss=https%3A%2F%2Fevil.example";

        ConnectionException refusal = refusal(URI.create(theirs), request.state());

        assertThat(refusal).isInstanceOf(ConnectionSecurityException.class);
        assertThat(refusal.code()).isEqualTo("issuer_mismatch");
        assertThat(crm.tokenRequests()).isEmpty();
    }

    @Test
    void tellsThatTheUserRefused() {
        ConnectionException denied = crm.deny(connection);

        assertThat(denied).isInstanceOf(AuthorizationDeniedException.class);
        assertThat(denied.error()).isEqualTo("access_denied");
        assertThat(denied.errorDescription()).isEqualTo("the user refused");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
    }

    @Test
    void keepsWorkingWhenAReconnectIsRefused() {
        crm.approve(connection, ALICE);
        AuthorizationRequest request = connection.reconnect().begin(REDIRECT_URI);

        assertThatThrownBy(() -> connection.reconnect().complete(crm.refusal(request.uri()), request.state()))
                .isInstanceOf(AuthorizationDeniedException.class);

        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(connection.credentialsFor(crm.resource("leads")).revealHeaders())
                .containsEntry("Authorization", "Bearer " + crm.secretOf(ALICE).reveal());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED", "RESET_AFTER_COMMIT", "HTML", "EMPTY", "HOSTILE_JSON"})
    void savesNothingOfAnExchangeThatFailed(Fault fault, SecretCanary canary) {
        AuthorizationRequest request = begin();
        URI callback = callback(request);
        crm.failNext(Endpoint.TOKEN, fault);

        ConnectionException failure = canary.watch(refusal(callback, request.state()));

        assertThat(failure).hasMessageContaining(crm.issuer().toString());
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.DISCONNECTED);
        assertThat(crm.tokenRequests()).hasSize(1);
    }
}
