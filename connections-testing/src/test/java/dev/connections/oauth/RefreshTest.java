package dev.connections.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.AuthorizationStatus;
import dev.connections.AuthorizationStatus.Reason;
import dev.connections.ConnectionCancelledException;
import dev.connections.ConnectionException;
import dev.connections.ConnectionProtocolException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.ReauthorizationRequiredException;
import dev.connections.RedirectFlow;
import dev.connections.TransientConnectionException;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.Endpoint;
import dev.connections.testing.MockService.Fault;
import dev.connections.testing.MockService.Hold;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import dev.connections.testing.SecretCanary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refresh token's life over real HTTP, at a server that forgives nothing (RFC 6749, section 6; RELIABILITY F-T). */
class RefreshTest {
    private static final Duration EXPIRED = MockService.DEFAULT_TOKEN_LIFETIME.plusSeconds(1);
    private static final Duration STALE = MockService.DEFAULT_TOKEN_LIFETIME.minus(Duration.ofMinutes(3));
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final Connections connections =
            Connections.builder().clock(clock).ticker(clock).build();
    private ManagedConnection<RedirectFlow> connection;

    @BeforeEach
    void authorize() {
        connection = connections.shared(crm.timedBy(clock)
                .rotatingRefreshTokens(Duration.ZERO)
                .service()
                .connection("CRM primary")
                .withScopes("leads.read"));
    }

    @AfterEach
    void close() {
        crm.close(); // connections wait for a refresh in flight, and one may hang
        connections.close();
    }

    private void approve() {
        crm.approve(connection, "alice@example.com");
    }

    private String sent() {
        return connection.credentialsFor(crm.resource("leads")).revealHeaders().get("Authorization");
    }

    private List<String> grants() {
        return crm.tokenRequests().stream().map(TokenRequest::grantType).toList();
    }

    private ConnectionException failure() {
        return catchThrowableOfType(ConnectionException.class, this::sent);
    }

    @Test
    void sendsTheRotatedRefreshTokenNextTime() {
        approve();

        for (int refresh = 0; refresh < 3; refresh++) {
            clock.advance(EXPIRED);
            sent();
        }

        assertThat(crm.tokenRequests()).extracting(TokenRequest::accepted).containsExactly(true, true, true, true);
    }

    @Test
    void leavesARotatedTokenToTheService() {
        approve();

        clock.advance(EXPIRED);
        sent();

        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
        assertThat(crm.revocationRequests()).isEmpty();
    }

    @Test
    void keepsTheOldRefreshTokenWhenTheResponseOmitsIt() {
        var plain = MockService.authorizationCode().timedBy(clock);
        try (plain) {
            var steady = connections.shared(plain.service().connection("Steady"));
            plain.approve(steady, "alice@example.com");

            for (int refresh = 0; refresh < 3; refresh++) {
                clock.advance(EXPIRED);
                var unused = steady.credentialsFor(plain.resource("leads"));
            }

            assertThat(plain.tokenRequests())
                    .extracting(TokenRequest::accepted)
                    .containsExactly(true, true, true, true);
        }
    }

    @Test
    void usesATokenOfUnknownLifetimeUntilTheServiceRefusesIt() {
        crm.hidingTokenLifetimes().tokensLiving(Duration.ofDays(365)).hidingTokenLifetimes();
        approve();
        String first = sent();

        clock.advance(Duration.ofDays(300));
        String later = sent();
        crm.expireTokens();
        connection.credentialsFor(crm.resource("leads")).rejected();

        assertThat(later).isEqualTo(first);
        assertThat(sent()).isNotEqualTo(first);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void sendsOneRefreshForAThousandThreads() throws Exception {
        approve();
        clock.advance(EXPIRED);
        Hold hold = crm.holdNext(Endpoint.TOKEN);
        var gate = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(1000);

        var headers = IntStream.range(0, 1000)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> atTheGate(gate), threads))
                .toList();
        gate.countDown();
        hold.awaitArrival();
        hold.release();
        var distinct = headers.stream().map(CompletableFuture::join).distinct().count();
        threads.shutdown();

        assertThat(distinct).isOne();
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    private String atTheGate(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return sent();
    }

    @Test
    void goesOnWhenAWaiterIsInterrupted() throws InterruptedException {
        approve();
        clock.advance(EXPIRED);
        Hold hold = crm.holdNext(Endpoint.TOKEN);
        var failure = new CompletableFuture<ConnectionException>();
        Thread waiter = new Thread(() -> failure.complete(failure()), "waiter");

        waiter.start();
        hold.awaitArrival();
        waiter.interrupt();
        waiter.join();
        hold.release();

        assertThat(failure.join())
                .isInstanceOf(ConnectionCancelledException.class)
                .hasMessageContaining("ask again");
        assertThat(sent())
                .isEqualTo("Bearer " + crm.secretOf("alice@example.com").reveal());
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED", "HTML", "EMPTY", "HOSTILE_JSON"})
    void losesNoTokenToAFault(Fault fault, SecretCanary canary) {
        approve();
        clock.advance(EXPIRED);
        crm.failNext(fault);

        ConnectionException failure = canary.watch(failure());
        clock.advance(LONGEST_PAUSE);

        assertThat(failure)
                .isNotInstanceOf(ReauthorizationRequiredException.class)
                .hasMessageContaining("; ");
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(sent())
                .isEqualTo("Bearer " + crm.secretOf("alice@example.com").reveal());
        assertThat(crm.tokenRequests()).extracting(TokenRequest::accepted).containsExactly(true, false, true);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "RATE_LIMITED", "HTML", "EMPTY", "HOSTILE_JSON", "HANG"})
    void servesTheTokenThatIsStillValidWhileARefreshFails(Fault fault) {
        approve();
        String first = sent();
        clock.advance(STALE);
        crm.failNext(fault);
        Hold hold = crm.holdNext(Endpoint.TOKEN);

        String whileItIsSent = sent();
        hold.awaitArrival();
        hold.release();

        assertThat(whileItIsSent).isEqualTo(first);
        assertThat(sent()).isEqualTo(first);
    }

    @Test
    void sharesAFailureAndAsksAgainOnlyAfterThePause() {
        approve();
        clock.advance(EXPIRED);
        crm.failNext(Fault.UNAVAILABLE);

        List<String> codes =
                IntStream.range(0, 5).mapToObj(call -> failure().code()).toList();

        assertThat(codes).hasSize(5).containsOnly("service_unavailable");
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "EMPTY"})
    void callsAnAnswerThatIsNoneAProtocolErrorTheThirdTimeInARow(Fault fault) {
        approve();
        clock.advance(EXPIRED);
        for (int i = 0; i < 2; i++) {
            crm.failNext(fault);
            assertThatThrownBy(this::sent).isInstanceOf(TransientConnectionException.class);
            clock.advance(LONGEST_PAUSE);
        }
        crm.failNext(fault);

        assertThatThrownBy(this::sent)
                .isInstanceOf(ConnectionProtocolException.class)
                .hasMessageContaining("number 3 in a row")
                .hasMessageContaining("look what stands between this machine and the service");

        clock.advance(LONGEST_PAUSE);
        assertThat(sent()).isNotNull(); // nothing stored was lost
    }

    @Test
    void waitsAsLongAsTheServiceAsksTo() {
        approve();
        clock.advance(EXPIRED);
        crm.failNext(Fault.RATE_LIMITED);

        var first = (TransientConnectionException) failure();
        clock.advance(Duration.ofSeconds(7).minusMillis(1));
        ConnectionException early = failure();
        clock.advance(Duration.ofMillis(1));

        assertThat(first.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(early.code()).isEqualTo("rate_limited");
        assertThat(sent()).startsWith("Bearer ");
        assertThat(grants()).containsExactly("authorization_code", "refresh_token", "refresh_token");
    }

    @Test
    void asksForReauthorizationOnceWhenTheGrantWasRevoked() {
        approve();
        crm.revokeAtService("alice@example.com");
        clock.advance(EXPIRED);

        var first = (ReauthorizationRequiredException) failure();
        clock.advance(Duration.ofDays(1));
        var second = (ReauthorizationRequiredException) failure();

        assertThat(first.reason()).isEqualTo(Reason.REVOKED);
        assertThat(first.linkName()).isEqualTo("crm_primary");
        assertThat(first).hasMessageContaining("reconnect()");
        assertThat(second.reason()).isEqualTo(Reason.REVOKED);
        assertThat(connection.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void worksAgainAfterAReconnect() {
        approve();
        crm.revokeAtService("alice@example.com");
        clock.advance(EXPIRED);
        failure();

        crm.approve(connection.reconnect(), "alice@example.com");

        assertThat(sent())
                .isEqualTo("Bearer " + crm.secretOf("alice@example.com").reveal());
    }

    @Test
    void saysThatARotationWasLostWhenTheAnswerNeverCame() {
        approve();
        clock.advance(EXPIRED);
        crm.failNext(Fault.RESET_AFTER_COMMIT);

        var cut = (TransientConnectionException) failure();
        clock.advance(LONGEST_PAUSE);
        var lost = (ReauthorizationRequiredException) failure();

        assertThat(cut.outcomeUnknown()).isTrue();
        assertThat(lost.reason()).isEqualTo(Reason.LOST_ROTATION);
    }

    @Test
    void recoversALostRotationWithinTheGrace() {
        crm.rotatingRefreshTokens(Duration.ofMinutes(10));
        approve();
        clock.advance(EXPIRED);
        crm.failNext(Fault.RESET_AFTER_COMMIT);

        failure();
        clock.advance(LONGEST_PAUSE);

        assertThat(sent())
                .isEqualTo("Bearer " + crm.secretOf("alice@example.com").reveal());
        clock.advance(EXPIRED);
        assertThat(sent())
                .isEqualTo("Bearer " + crm.secretOf("alice@example.com").reveal());
    }

    @Test
    void keepsAnotherConnectionGoingWhileOneHangs() {
        var other = connections.shared(crm.service().connection("Other"));
        approve();
        crm.approve(other, "bob@example.com");
        clock.advance(EXPIRED);
        Hold hold = crm.holdNext(Endpoint.TOKEN);

        var hanging = CompletableFuture.supplyAsync(this::sent);
        hold.awaitArrival();
        var unused = other.credentialsFor(crm.resource("leads"));
        boolean stillHanging = !hanging.isDone();
        hold.release();

        assertThat(stillHanging).isTrue();
        assertThat(hanging.join()).startsWith("Bearer ");
    }

    @Test
    void needsTheUserWhenATokenWithoutRefreshTokenExpires() {
        crm.issuingNoRefreshTokens();
        approve();
        clock.advance(EXPIRED);

        var failure = (ReauthorizationRequiredException) failure();

        assertThat(failure.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(grants()).containsExactly("authorization_code");
    }
}
