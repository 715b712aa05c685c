package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.spi.Refresher.Outcome;
import dev.connections.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** FRESH, STALE, EXPIRED, and the one refresh (DESIGN §7), with a strategy whose refreshes end as each test says. */
class FreshnessTest {
    private static final URI LEADS = URI.create("https://api.example.com/leads");
    private static final Duration STALE = ScriptedStrategy.LIFETIME.minus(Duration.ofMinutes(3));
    private static final Duration EXPIRED = ScriptedStrategy.LIFETIME.plusSeconds(1);

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    private final Connections connections = Connections.builder()
            .clock(clock)
            .listener(event -> events.add(event.code()))
            .build();
    private ManagedConnection<UnattendedFlow> crm;

    @BeforeEach
    void authorize() {
        crm = connections.shared(Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(strategy)
                .connection("CRM primary"));
        var unused = crm.authorize().grant();
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private String sent() {
        return crm.credentialsFor(LEADS).revealHeaders().get("Authorization");
    }

    @Test
    void servesOneSnapshotWhileItIsFresh() {
        RequestCredentials first = crm.credentialsFor(LEADS);
        clock.advance(Duration.ofMinutes(30));

        assertThat(crm.credentialsFor(LEADS)).isSameAs(first);
        assertThat(strategy.refreshes).hasValue(0);
    }

    @Test
    void servesTheStaleTokenWhileOneRefreshRunsInTheBackground() throws InterruptedException {
        var running = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        strategy.refreshingBy((current, context) -> {
            running.countDown();
            Waiting.until(end);
            return strategy.renewed(current, context);
        });
        clock.advance(STALE);

        List<String> meanwhile = List.of(sent(), sent(), sent());
        running.await();
        end.countDown();
        Waiting.until(events, "refreshed");

        assertThat(meanwhile).containsOnly("Bearer 1");
        assertThat(sent()).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void servesTheStaleTokenWhenItsRefreshFails() {
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(false));
        clock.advance(STALE);

        String first = sent();
        Waiting.until(events, "refresh_failed");

        assertThat(first).isEqualTo("Bearer 1");
        assertThat(sent()).isEqualTo("Bearer 1");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void refreshesOnceForAThousandCallersOfAnExpiredToken() throws Exception {
        var end = new CountDownLatch(1);
        strategy.refreshingBy((current, context) -> {
            Waiting.until(end);
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);
        int callers = 1_000;
        var gate = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        var answers = new ArrayList<Future<String>>();

        for (int i = 0; i < callers; i++) {
            answers.add(threads.submit(() -> {
                gate.countDown();
                Waiting.until(gate);
                return sent();
            }));
        }
        gate.await();
        end.countDown();

        for (Future<String> answer : answers) {
            assertThat(answer.get()).isEqualTo("Bearer 2");
        }
        assertThat(strategy.refreshes).hasValue(1);
        threads.shutdown();
    }

    @Test
    void sharesAFailureAndAsksAgainOnlyAfterThePause() {
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(false));
        clock.advance(EXPIRED);

        var first = catchThrowableOfType(TransientConnectionException.class, this::sent);
        var second = catchThrowableOfType(TransientConnectionException.class, this::sent);

        assertThat(first.code()).isEqualTo("unavailable");
        assertThat(first).hasMessage("connection \"crm_primary\": the token endpoint is down; try later");
        assertThat(second.retryAfter()).isPositive();
        assertThat(strategy.refreshes).hasValue(1);

        strategy.refreshingBy(strategy::renewed);
        clock.advance(Duration.ofMinutes(5));
        assertThat(sent()).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(2);
    }

    @Test
    void doublesThePauseUpToFiveMinutes() {
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(false));
        clock.advance(EXPIRED);

        for (int i = 0; i < 12; i++) {
            var failure = catchThrowableOfType(TransientConnectionException.class, this::sent);
            assertThat(failure.code()).isEqualTo("unavailable");
            clock.advance(Duration.ofMinutes(5));
        }

        assertThat(strategy.refreshes).hasValue(12);
    }

    @Test
    void honoursTheTimeTheServiceAskedFor() {
        strategy.refreshingBy((current, context) -> new Outcome.Failed<>(
                new TransientConnectionException("busy", "too many; wait", Duration.ofMinutes(20), false, null),
                false));
        clock.advance(EXPIRED);

        var unused = catchThrowableOfType(TransientConnectionException.class, this::sent);
        strategy.refreshingBy(strategy::renewed);
        clock.advance(Duration.ofMinutes(19));
        var waiting = catchThrowableOfType(TransientConnectionException.class, this::sent);

        assertThat(waiting.retryAfter()).isEqualTo(Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(sent()).isEqualTo("Bearer 2");
    }

    @Test
    void goesOnWithTheRefreshWhenAWaiterIsInterrupted() throws Exception {
        var running = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        strategy.refreshingBy((current, context) -> {
            running.countDown();
            Waiting.until(end);
            return strategy.renewed(current, context);
        });
        clock.advance(EXPIRED);
        var seen = new ArrayList<Object>();
        Thread waiter = new Thread(() -> {
            seen.add(catchThrowableOfType(ConnectionCancelledException.class, this::sent)
                    .code());
            seen.add(Thread.currentThread().isInterrupted());
        });

        waiter.start();
        running.await();
        waiter.interrupt();
        waiter.join();
        end.countDown();
        Waiting.until(events, "refreshed");

        assertThat(seen).containsExactly("interrupted", true);
        assertThat(sent()).isEqualTo("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void asksForReauthorizationOnceWhenTheRefreshTokenIsRejected() {
        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", "Token revoked"));
        clock.advance(EXPIRED);

        var first = catchThrowableOfType(ReauthorizationRequiredException.class, this::sent);
        clock.advance(Duration.ofDays(1));
        var later = catchThrowableOfType(ReauthorizationRequiredException.class, this::sent);

        assertThat(first.reason()).isEqualTo(AuthorizationStatus.Reason.REVOKED);
        assertThat(first)
                .hasMessageContaining("invalid_grant: Token revoked")
                .hasMessageContaining("with reconnect(), or use another")
                .hasMessageEndingWith("with switchTo(account)");
        assertThat(first.error()).isEqualTo("invalid_grant");
        assertThat(first.errorDescription()).isEqualTo("Token revoked");
        assertThat(later.reason()).isEqualTo(AuthorizationStatus.Reason.REVOKED);
        assertThat(strategy.refreshes).hasValue(1);
        assertThat(crm.authorization().status()).isEqualTo(AuthorizationStatus.REAUTHORIZATION_REQUIRED);
    }

    @Test
    void saysThatARotationWasLostWhenAnEarlierOutcomeIsUnknown() {
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(true));
        clock.advance(EXPIRED);
        var unknown = catchThrowableOfType(TransientConnectionException.class, this::sent);

        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("invalid_grant", ""));
        clock.advance(Duration.ofMinutes(5));
        var failure = catchThrowableOfType(ReauthorizationRequiredException.class, this::sent);

        assertThat(unknown.outcomeUnknown()).isTrue();
        assertThat(failure.reason()).isEqualTo(AuthorizationStatus.Reason.LOST_ROTATION);
    }

    @Test
    void usesATokenThatNothingCanRenewToItsEnd() {
        strategy.refreshingBy((current, context) -> new Outcome.Rejected<>("no_refresh_token", ""));
        clock.advance(STALE);

        assertThat(sent()).isEqualTo("Bearer 1");
        clock.advance(Duration.ofMinutes(2));
        assertThat(sent()).isEqualTo("Bearer 1");
        clock.advance(Duration.ofMinutes(2));
        var failure = catchThrowableOfType(ReauthorizationRequiredException.class, this::sent);
        assertThat(failure.reason()).isEqualTo(AuthorizationStatus.Reason.EXPIRED);
    }

    @Test
    void refreshesOncePerVersionThatTheServiceRefused() {
        RequestCredentials refused = crm.credentialsFor(LEADS);

        refused.rejected();
        refused.rejected();
        String second = sent();
        refused.rejected();
        crm.credentialsFor(LEADS).rejected();

        assertThat(second).isEqualTo("Bearer 2");
        assertThat(sent()).as("a second 401 in a row refreshes nothing").isEqualTo("Bearer 2");
        clock.advance(Duration.ofSeconds(30));
        crm.credentialsFor(LEADS).rejected();
        assertThat(sent()).isEqualTo("Bearer 3");
        assertThat(strategy.refreshes).hasValue(2);
    }

    @Test
    void servesARefusedTokenOnWhileNothingCanRenewIt() {
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(false));

        crm.credentialsFor(LEADS).rejected();

        assertThat(sent()).isEqualTo("Bearer 1");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void givesEachCallerAFailureOfItsOwn() {
        strategy.refreshingBy((current, context) -> ScriptedStrategy.unavailable(false));
        clock.advance(EXPIRED);

        var first = catchThrowableOfType(TransientConnectionException.class, this::sent);
        var second = catchThrowableOfType(TransientConnectionException.class, this::sent);

        assertThat(first).isNotSameAs(second);
        assertThat(second.linkName()).isEqualTo("crm_primary");
    }

    @Test
    void holdsATokenWhoseIdentityDiffers() {
        strategy.failingVerification();
        clock.advance(EXPIRED);

        var failure = catchThrowableOfType(ConnectionSecurityException.class, this::sent);

        assertThat(failure.code()).isEqualTo("security_hold");
        assertThat(failure).hasMessageContaining("subject_differs");
        assertThat(crm.authorization().status()).isEqualTo(AuthorizationStatus.SECURITY_HOLD);
        Waiting.until(events, "security_hold");
    }

    @Test
    void doesNotRefreshATokenOfNoLifetimeForEachRequest() {
        strategy.living(Duration.ZERO);
        clock.advance(EXPIRED);

        assertThat(List.of(sent(), sent(), sent())).containsOnly("Bearer 2");
        assertThat(strategy.refreshes).hasValue(1);
    }

    @Test
    void staysRevokedWhenARefreshInFlightEndsLater() throws Exception {
        var running = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        strategy.refreshingBy((current, context) -> {
            running.countDown();
            Waiting.until(end);
            return strategy.renewed(current, context);
        });
        clock.advance(STALE);

        String before = sent();
        running.await();
        Revocation revocation = crm.revoke();
        end.countDown();
        connections.close();

        assertThat(before).isEqualTo("Bearer 1");
        assertThat(revocation.accountLivesOn()).isFalse();
        assertThat(events).contains("revoked").doesNotContain("refreshed");
    }

    @Test
    void letsAReconnectWinOverARefreshInFlight() throws Exception {
        var running = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        strategy.refreshingBy((current, context) -> {
            running.countDown();
            Waiting.until(end);
            return Outcome.Renewed.of(new ScriptedStrategy.Token(99, current.expiresAt()));
        });
        clock.advance(STALE);
        String before = sent();
        running.await();

        Authorization again = crm.reconnect().grant();
        end.countDown();
        connections.close();

        assertThat(before).isEqualTo("Bearer 1");
        assertThat(again.status()).isEqualTo(AuthorizationStatus.ACTIVE);
        assertThat(events).doesNotContain("refreshed");
    }

    @Test
    void refusesUseAfterClose() {
        connections.close();

        var failure = catchThrowableOfType(IllegalStateException.class, this::sent);

        assertThat(failure).hasMessageContaining("are closed; make new ones with Connections.builder()");
    }
}
