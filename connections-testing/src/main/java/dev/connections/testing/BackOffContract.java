package dev.connections.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connections.spi.ConnectionStore.Attempt;
import dev.connections.spi.ConnectionStore.LeaseResult.BackedOff;
import dev.connections.spi.ConnectionStore.LeaseResult.Busy;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a store promises after a failure. */
abstract class BackOffContract extends LeaseContract {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private void failed(String id, String owner, String failure) {
        try (Held lease = leased(id, owner)) {
            lease.backOff(WAIT, failure.getBytes(UTF_8));
        }
    }

    @Test
    void letsNobodyTryBeforeTheWaitIsOver() {
        created("a");

        Instant before = store().now();
        failed("a", "one", "503");
        Instant after = store().now();
        advance(WAIT.minusSeconds(5));

        assertThat(asked("a", 1, "two")).isInstanceOfSatisfying(BackedOff.class, refused -> {
            assertThat(refused.until()).isBetween(before.plus(WAIT), after.plus(WAIT));
            assertThat(text(refused.failure())).contains("503");
        });
        assertThat(found("a").version()).isEqualTo(1);
    }

    @Test
    void tellsTheNextOwnerHowTheLastTryFailed() {
        created("a");
        failed("a", "one", "503");
        advance(WAIT);

        Held next = leased("a", "two");

        Attempt last = next.record().attempt().orElseThrow();
        assertThat(last.owner()).isEqualTo("one");
        assertThat(text(last.failure())).contains("503");
        assertThat(next.previousIntent()).isEmpty();
        assertThat(text(found("a").attempt().orElseThrow().failure())).contains("503");
    }

    @Test
    void remembersTheFailureWhenTheNextOwnerGivesUpOrDies() {
        created("a");
        failed("a", "one", "503");
        advance(WAIT);

        leased("a", "two").close();
        assertThat(text(leased("a", "three").record().attempt().orElseThrow().failure()))
                .contains("503");

        Held last = takenOver("a", "four");
        assertThat(text(last.record().attempt().orElseThrow().failure())).contains("503");
        assertThat(text(last.previousIntent())).contains("intent of three");
    }

    @Test
    void forgetsTheFailureWithTheNextVersion() {
        created("a");
        failed("a", "one", "503");

        store().write(record("a", 2, "reconnected"), 1);

        assertThat(found("a").attempt()).isEmpty();
        assertThat(leased("a", "two").record().attempt()).isEmpty();
    }

    @Test
    void keepsTheFailureItWasGiven() {
        created("a");
        byte[] failure = "503".getBytes(UTF_8);
        leased("a", "one").backOff(WAIT, failure);

        failure[0] = 'X';

        assertThat(text(found("a").attempt().orElseThrow().failure())).contains("503");
    }

    @Test
    void endsTheLeaseWithABackOffOfNoTime() {
        created("a");
        Held lease = leased("a", "one");

        lease.backOff(Duration.ZERO, new byte[0]);

        assertThat(lease.renew()).isFalse();
        Held next = leased("a", "two");
        assertThat(next.fence()).isEqualTo(2);
        assertThat(next.previousIntent()).isEmpty();
    }

    @Test
    void refusesANegativeBackOff() {
        created("a");
        Held lease = leased("a", "one");

        assertThatIllegalArgumentException().isThrownBy(() -> lease.backOff(Duration.ofMillis(-1), new byte[0]));
        assertThat(asked("a", 1, "two")).isInstanceOf(Busy.class);
    }

    @Test
    void ignoresABackOffThatComesAfterATakeover() {
        created("a");
        Held late = leased("a", "one");
        Held successor = takenOver("a", "two");

        late.backOff(Duration.ofHours(1), new byte[0]);

        assertThat(successor.renew()).isTrue();
        successor.close();
        assertThat(asked("a", 1, "three")).isInstanceOf(Held.class);
    }
}
