package dev.connections.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.crash.Call.Answer;
import dev.connections.crash.StagedStore.Point;
import dev.connections.crash.StrictServer.Terms;
import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.Key.Kind;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A holder of a lease that the machine stops for longer than the lease, as a long pause would (F-P9 to F-P11). */
class PausedHolderIT {
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Duration LONG_LIFE = Duration.ofHours(1);
    private static final Duration REST = Duration.ofMillis(100);
    private static final int MOST_TRIES = 600;
    private static final String LINK = "crm_1";
    private static final String TRY_AGAIN = "failed " + LINK + " TransientConnectionException ";
    private static final String LOST =
            "failed " + LINK + " ReauthorizationRequiredException reauthorization_required LOST_ROTATION ";

    @TempDir
    private Path directory;

    private Site site;
    private final Turnstile turnstile = new Turnstile();

    /** Authorizes a connection whose first token expires at once, and none after it. */
    private void open(Place.Kind kind, Duration grace) {
        site = Site.open(kind.below(directory), new Terms(grace, Duration.ZERO), directory);
        site.connect(1);
        site.evidence().tokens().live(LONG_LIFE);
    }

    @AfterEach
    void close() {
        turnstile.open();
        Optional.ofNullable(site).ifPresent(Site::close);
    }

    private WorkerProcess ready(String name, UnaryOperator<Settings> changed) {
        WorkerProcess worker = site.start(name, changed);
        worker.heard(Report.READY);
        return worker;
    }

    private WorkerProcess ready(String name) {
        return ready(name, settings -> settings);
    }

    private static String get(WorkerProcess worker) {
        worker.say("get " + LINK);
        return worker.heard("got", "failed");
    }

    private static String token(WorkerProcess worker, String answer) {
        String last = settled(worker, answer);
        assertThat(last).startsWith("got " + LINK + " ");
        return last.split(" ", -1)[2];
    }

    /** Asks again while the answer says "try again". */
    private static String settled(WorkerProcess worker, String answer) {
        String last = answer;
        for (int tried = 0; last.startsWith(TRY_AGAIN) && tried < MOST_TRIES; tried++) {
            LockSupport.parkNanos(REST.toNanos());
            last = get(worker);
        }
        return last;
    }

    private List<Answer> answers() {
        return site.evidence().calls().stream().map(Call::answer).toList();
    }

    private Versioned credential() {
        return site.store().list(Query.of("default", Kind.CREDENTIAL)).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingWhenItsLeaseRanOutBefore(Place.Kind kind) {
        open(kind, Duration.ZERO);
        WorkerProcess successor = ready("successor");
        WorkerProcess late = heldAfterLease();
        late.freeze();

        String token = token(successor, get(successor));
        late.thaw();
        late.say("go");
        String afterwards = token(late, late.heard("got", "failed"));

        assertThat(afterwards).isEqualTo(token);
        assertThat(site.evidence().calls())
                .singleElement()
                .extracting(Call::caller, Call::answer)
                .containsExactly("successor", Answer.ROTATED);
        assertThat(site.findings()).isEmpty();
    }

    private WorkerProcess heldAfterLease() {
        WorkerProcess late = ready("late", settings -> settings.holdingAt(Point.AFTER_LEASE));
        late.say("get " + LINK);
        late.heard(Report.HELD);
        return late;
    }

    @ParameterizedTest
    @EnumSource
    void givesWayToTheSuccessorThatWasStoredFirst(Place.Kind kind) {
        open(kind, GRACE);
        WorkerProcess successor = ready("successor");
        WorkerProcess late = frozenAfterSending();

        String token = token(successor, get(successor));
        long version = credential().version();
        late.thaw();
        String afterwards = token(late, late.heard("got", "failed"));

        assertThat(answers()).containsExactly(Answer.ROTATED, Answer.REPLAYED);
        assertThat(afterwards).isEqualTo(token);
        assertThat(credential().version()).isEqualTo(version);
        assertThat(site.server().revocations()).isZero();
    }

    /** The server answers a caller that stands still. */
    private WorkerProcess frozenAfterSending() {
        site.server().watchedBy(turnstile);
        WorkerProcess late = ready("late");
        late.say("get " + LINK);
        turnstile.awaitCall();
        late.freeze();
        turnstile.open();
        return late;
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheRotationWasLostWhereTheServerForgivesNothing(Place.Kind kind) {
        open(kind, Duration.ZERO);
        WorkerProcess successor = ready("successor");
        WorkerProcess late = frozenAfterSending();

        String lost = settled(successor, get(successor));
        late.thaw();
        String afterwards = settled(late, late.heard("got", "failed"));

        assertThat(answers()).containsExactly(Answer.ROTATED, Answer.REUSED);
        assertThat(List.of(lost, afterwards)).allMatch(answer -> answer.startsWith(LOST));
        assertThat(site.server().revocations()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotReleaseTheLeaseOfItsSuccessor(Place.Kind kind) {
        open(kind, Duration.ZERO);
        WorkerProcess successor = ready("successor");
        WorkerProcess late = heldAfterLease();
        String itsOwner = attempt().owner();
        late.freeze();
        site.server().watchedBy(turnstile);
        successor.say("get " + LINK);
        turnstile.awaitCall();
        Attempt held = attempt();

        late.thaw();
        late.say("go");
        late.heard(Report.RELEASED);
        Attempt still = attempt();
        turnstile.open();

        assertThat(held.owner()).isNotEqualTo(itsOwner);
        assertThat(still).extracting(Attempt::owner, Attempt::fence).containsExactly(held.owner(), held.fence());
        assertThat(still.nextAllowedAt()).isEqualTo(held.nextAllowedAt());
        assertThat(token(successor, successor.heard("got", "failed")))
                .isEqualTo(token(late, late.heard("got", "failed")));
        assertThat(answers()).containsExactly(Answer.ROTATED);
        assertThat(site.findings()).isEmpty();
    }

    private Attempt attempt() {
        return credential().attempt().orElseThrow();
    }
}
