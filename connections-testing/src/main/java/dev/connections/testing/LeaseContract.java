package dev.connections.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.Busy;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.LeaseResult.Moved;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a store promises of the right to refresh (RELIABILITY.md, section 5). */
abstract class LeaseContract extends QueryContract {
    static final Duration SHORT_OF_THE_LEASE = Duration.ofSeconds(2);

    final LeaseResult asked(String id, long version, String owner) {
        return store().lease(key(id), version, owner, ("intent of " + owner).getBytes(UTF_8));
    }

    final Held leased(String id, String owner) {
        LeaseResult result = asked(id, found(id).version(), owner);
        assertThat(result).isInstanceOf(Held.class);
        return (Held) result;
    }

    final Held takenOver(String id, String owner) {
        advance(Held.LEASE);
        return leased(id, owner);
    }

    static Optional<String> text(Optional<byte[]> bytes) {
        return bytes.map(each -> new String(each, UTF_8));
    }

    @Test
    void leasesARecordAsItFoundIt() {
        var written = created("a");

        Held lease = leased("a", "one");

        assertThat(lease.record()).usingRecursiveComparison().isEqualTo(written);
        assertThat(lease.fence()).isEqualTo(1);
        assertThat(lease.previousIntent()).isEmpty();
    }

    @Test
    void showsWhoHoldsALeaseAndKeepsTheVersion() {
        created("a");

        Instant before = store().now();
        leased("a", "one");
        Instant after = store().now();

        assertThat(found("a").version()).isEqualTo(1);
        Attempt attempt = found("a").attempt().orElseThrow();
        assertThat(attempt.owner()).isEqualTo("one");
        assertThat(attempt.fence()).isEqualTo(1);
        assertThat(attempt.leaseUntil()).isBetween(before.plus(Held.LEASE), after.plus(Held.LEASE));
        assertThat(attempt.failure()).isEmpty();
    }

    @Test
    void isBusyForEverybodyWhileItIsLeased() {
        created("a");
        leased("a", "one");
        advance(SHORT_OF_THE_LEASE);

        assertThat(asked("a", 1, "two"))
                .isInstanceOfSatisfying(
                        Busy.class, busy -> assertThat(busy.by().owner()).isEqualTo("one"));
        assertThat(asked("a", 1, "one")).isInstanceOf(Busy.class);
    }

    @Test
    void leasesOtherRecordsMeanwhile() {
        created("a");
        created("b");
        leased("a", "one");

        assertThat(asked("b", 1, "one")).isInstanceOf(Held.class);
    }

    @Test
    void hasMovedWhenAnotherVersionIsThere() {
        created("a");
        leased("a", "one");
        store().write(record("a", 2, "second"), 1);

        assertThat(asked("a", 1, "two"))
                .isInstanceOfSatisfying(
                        Moved.class,
                        moved -> assertThat(moved.newer().orElseThrow().version())
                                .isEqualTo(2));
        assertThat(asked("a", 3, "two")).isInstanceOf(Moved.class);
    }

    @Test
    void hasMovedWhenTheRecordIsGone() {
        assertThat(asked("a", 1, "one"))
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.newer()).isEmpty());
        assertThat(store().find(key("a"))).isEmpty();
    }

    @Test
    void handsALeaseOverAfterThreeSecondsWithItsIntent() {
        created("a");
        leased("a", "one");

        advance(Duration.ofSeconds(3));
        Held second = leased("a", "two");

        assertThat(text(second.previousIntent())).contains("intent of one");
        assertThat(second.fence()).isEqualTo(2);
        assertThat(found("a").attempt().orElseThrow().owner()).isEqualTo("two");
    }

    @Test
    void keepsTheIntentItWasGiven() {
        created("a");
        byte[] intent = "mine".getBytes(UTF_8);
        store().lease(key("a"), 1, "one", intent);

        intent[0] = 'X';

        assertThat(text(takenOver("a", "two").previousIntent())).contains("mine");
    }

    @Test
    void staysBusyWhileTheLeaseIsRenewed() {
        created("a");
        Held lease = leased("a", "one");
        advance(SHORT_OF_THE_LEASE);

        assertThat(lease.renew()).isTrue();
        advance(SHORT_OF_THE_LEASE);

        assertThat(asked("a", 1, "two")).isInstanceOf(Busy.class);
        assertThat(found("a").version()).isEqualTo(1);
    }

    @Test
    void renewsALeaseThatRanOutAndNobodyTook() {
        created("a");
        Held lease = leased("a", "one");
        advance(Duration.ofMinutes(1));

        assertThat(lease.renew()).isTrue();

        assertThat(asked("a", 1, "two")).isInstanceOf(Busy.class);
    }

    @Test
    void doesNotRenewWhatIsNoLongerHeld() {
        created("taken");
        Held taken = leased("taken", "one");
        created("written");
        Held written = leased("written", "one");
        created("deleted");
        Held deleted = leased("deleted", "one");
        created("closed");
        Held closed = leased("closed", "one");

        takenOver("taken", "two");
        store().write(record("written", 2, "second"), 1);
        store().delete(key("deleted"), 1);
        closed.close();

        assertThat(taken.renew()).isFalse();
        assertThat(written.renew()).isFalse();
        assertThat(deleted.renew()).isFalse();
        assertThat(closed.renew()).isFalse();
    }

    @Test
    void commitsTheNextVersionAndEndsTheLease() {
        created("a");
        Held lease = leased("a", "one");

        assertThat(lease.commit(record("a", 2, "second"))).isTrue();
        lease.close();

        assertThat(text(found("a"))).isEqualTo("second");
        assertThat(found("a").attempt()).isEmpty();
        Held next = leased("a", "two");
        assertThat(next.previousIntent()).isEmpty();
        assertThat(next.fence()).isEqualTo(2);
    }

    @Test
    void commitsLateWhatNobodyElseHasReplaced() {
        created("a");
        Held late = leased("a", "one");
        Held successor = takenOver("a", "two");

        assertThat(late.commit(record("a", 2, "of one"))).isTrue();
        assertThat(successor.commit(record("a", 2, "of two"))).isFalse();

        assertThat(text(found("a"))).isEqualTo("of one");
        assertThat(successor.renew()).isFalse();
    }

    @Test
    void commitsNothingOverANewerVersion() {
        created("a");
        Held lease = leased("a", "one");
        store().write(record("a", 2, "reconnected"), 1);

        assertThat(lease.commit(record("a", 2, "refreshed"))).isFalse();

        assertThat(text(found("a"))).isEqualTo("reconnected");
    }

    @Test
    void leavesDeletedWhatWasDeletedDuringARefresh() {
        created("a");
        Held lease = leased("a", "one");
        store().delete(key("a"), 1);

        assertThat(lease.commit(record("a", 2, "refreshed"))).isFalse();
        lease.backOff(Duration.ofSeconds(1), new byte[0]);
        lease.close();

        assertThat(store().find(key("a"))).isEmpty();
    }

    @Test
    void refusesToCommitAnotherRecordOrVersion() {
        created("a");
        created("b");
        Held lease = leased("a", "one");

        assertThatIllegalArgumentException().isThrownBy(() -> lease.commit(record("b", 2, "other")));
        assertThatIllegalArgumentException().isThrownBy(() -> lease.commit(record("a", 3, "gap")));
        assertThat(text(found("b"))).isEqualTo("first");
        assertThat(lease.renew()).isTrue();
    }

    @Test
    void freesTheRecordWhenTheLeaseIsClosed() {
        created("a");
        Held lease = leased("a", "one");

        lease.close();
        lease.close();

        assertThat(found("a").attempt()).isEmpty();
        assertThat(leased("a", "two").previousIntent()).isEmpty();
    }

    @Test
    void doesNotFreeTheLeaseOfASuccessorWhenClosedLate() {
        created("a");
        Held late = leased("a", "one");
        takenOver("a", "two");

        late.close();

        assertThat(found("a").attempt().orElseThrow().owner()).isEqualTo("two");
        assertThat(asked("a", 1, "three")).isInstanceOf(Busy.class);
    }

    @Test
    void tellsLeasesOfOneOwnerApartByTheirFence() {
        created("a");
        Held late = leased("a", "one");
        takenOver("a", "one");

        late.close();

        assertThat(late.renew()).isFalse();
        assertThat(asked("a", 1, "two")).isInstanceOf(Busy.class);
    }

    @Test
    void doesNotFreeALeaseOnTheNextVersionWhenClosedLate() {
        created("a");
        Held late = leased("a", "one");
        late.commit(record("a", 2, "second"));
        leased("a", "two");

        late.close();

        assertThat(asked("a", 2, "three")).isInstanceOf(Busy.class);
    }

    @Test
    void doesNotFreeALeaseOnARecordThatWasCreatedAgain() {
        created("a");
        Held late = leased("a", "one");
        store().delete(key("a"), 1);
        created("a");
        leased("a", "two");

        late.close();

        assertThat(late.renew()).isFalse();
        assertThat(asked("a", 1, "three")).isInstanceOf(Busy.class);
    }
}
