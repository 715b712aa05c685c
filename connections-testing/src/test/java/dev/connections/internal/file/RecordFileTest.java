package dev.connections.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.internal.store.LeaseRequest;
import dev.connections.internal.store.Row;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** F-P18: what is not whole is never taken for a record. */
class RecordFileTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");

    /** No failure, and an instant of no back-off: what was there before. */
    private static final int ZEROS_AT_ITS_END = 16;

    private final byte[] file = RecordFile.write(Samples.row("a"), "");

    private static Row leased(long leases) {
        var request = new LeaseRequest("a", 1, "one", "intent".getBytes(UTF_8));
        return Row.of(Samples.record("a", 1, "first"), leases, null).leased(request, NOW);
    }

    private static RecordFile read(byte[] bytes) {
        try {
            return RecordFile.read(bytes);
        } catch (Unreadable e) {
            throw new AssertionError(e);
        }
    }

    private static Unreadable problem(byte[] bytes) {
        return catchThrowableOfType(Unreadable.class, () -> RecordFile.read(bytes));
    }

    /** Puts the next attempt columns where they belong. */
    private static byte[] with(byte[] file, Row row, String holder) {
        RecordFile before = read(file);
        byte[] slot = before.next(row, holder).orElseThrow();
        byte[] next = file.clone();
        System.arraycopy(slot, 0, next, (int) before.slots().nextPosition(), slot.length);
        return next;
    }

    private byte[] tornAt(int slot) {
        byte[] torn = file.clone();
        torn[read(file).slots().at() + slot * Slots.USUAL_SIZE] ^= 1;
        return torn;
    }

    @Test
    void readsWhatItWrote() {
        RecordFile read = read(file);

        assertThat(read.row().record()).usingRecursiveComparison().isEqualTo(Samples.record("a", 1, "first"));
        assertThat(read.row().fence()).isZero();
        assertThat(read.row().intent()).isEmpty();
    }

    @Test
    void keepsEveryPartOfAnAttempt() {
        Row failed = leased(6).backedOff(NOW, Duration.ofMinutes(5), "503".getBytes(UTF_8));

        RecordFile read = read(with(file, failed, "holder"));

        assertThat(read.row().record()).usingRecursiveComparison().isEqualTo(failed.record());
        assertThat(read.row().fence()).isEqualTo(7);
        assertThat(read.row().intent()).isEmpty();
        assertThat(read.holder()).isEqualTo("holder");
    }

    @Test
    void keepsTheIntentOfALease() {
        RecordFile read = read(with(file, leased(0), "holder"));

        assertThat(read.row().isLeasedBy("one", 1)).isTrue();
        assertThat(read.row().intent()).map(bytes -> new String(bytes, UTF_8)).contains("intent");
    }

    @Test
    void isCorruptWhereverItIsCut() {
        for (int length = 0; length < file.length; length++) {
            Unreadable problem = problem(Arrays.copyOf(file, length));

            assertThat(problem).as("cut at %d", length).isNotNull();
            assertThat(problem.newer()).isFalse();
        }
    }

    @Test
    void isCorruptWithABitChangedAnywhereInTheRecord() {
        int end = read(file).slots().at();
        for (int at = 0; at < end; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = file.clone();
                changed[at] ^= (byte) (1 << bit);

                assertThat(problem(changed)).as("byte %d, bit %d", at, bit).isNotNull();
            }
        }
    }

    @Test
    void isCorruptWithBytesTooMany() {
        for (int more = 1; more < 2_000; more++) {
            assertThat(problem(Arrays.copyOf(file, file.length + more))).isNotNull();
        }
    }

    @Test
    void tellsALaterReleaseFromDamage() {
        byte[] later = file.clone();
        ByteBuffer.wrap(later).putInt(4, 2);
        ByteBuffer.wrap(later).putInt(8, CheckSum.of(later, 0, 8));

        assertThat(problem(later).newer()).isTrue();
        assertThat(problem(later)).hasMessageContaining("layout 2").hasMessageContaining("later release");
    }

    @Test
    void writesAttemptsInTurnSoThatTheLastOneStays() {
        byte[] first = with(file, leased(0), "one");
        byte[] second = with(first, leased(1), "two");
        byte[] third = with(second, leased(2), "three");

        assertThat(read(second).slots().nextPosition())
                .isNotEqualTo(read(first).slots().nextPosition());
        assertThat(read(third).slots().nextPosition())
                .isEqualTo(read(first).slots().nextPosition());
        assertThat(read(third).holder()).isEqualTo("three");
        assertThat(read(third).row().fence()).isEqualTo(3);
    }

    @Test
    void readsTheRecordWhateverBecameOfItsAttempts() {
        byte[] leased = with(with(file, leased(0), "one"), leased(1), "two");
        for (int at = read(file).slots().at(); at < file.length; at++) {
            byte[] changed = leased.clone();
            changed[at] ^= 1;

            RecordFile read = read(changed);

            assertThat(Samples.text(Optional.of(read.row().record()))).isEqualTo("first");
            assertThat(read.row().intent()).as("byte %d", at).isPresent();
            assertThat(read.row().fence()).as("byte %d", at).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void fallsBackToTheAttemptBeforeOneThatWasNotFinished() {
        byte[] leased = with(file, leased(0), "one");
        RecordFile before = read(leased);
        byte[] next = before.next(leased(1), "two").orElseThrow();
        for (int written = 1; written < next.length - ZEROS_AT_ITS_END; written++) {
            byte[] torn = leased.clone();
            System.arraycopy(next, 0, torn, (int) before.slots().nextPosition(), written);

            RecordFile read = read(torn);

            assertThat(read.holder()).as("%d bytes", written).isEqualTo("one");
            assertThat(read.row().intent()).isPresent();
        }
    }

    @Test
    void expectsTheWorstOfAnIntentThatWasNotFinished() {
        RecordFile read = read(tornAt(1));

        assertThat(read.row().record().attempt()).isEmpty();
        assertThat(read.row().intent()).isPresent();
        assertThat(read.row().fence()).isEqualTo(1);
    }

    @Test
    void goesOnCountingWhenBothAttemptsAreLost() {
        byte[] lost = with(with(file, leased(0), "one"), leased(1), "two");
        lost[read(file).slots().at()] ^= 1;
        lost[read(file).slots().at() + Slots.USUAL_SIZE] ^= 1;

        assertThat(read(lost).row().fence()).isGreaterThan(1_000_000);
        assertThat(read(lost).row().intent()).isPresent();
    }

    @Test
    void forgetsTheDamageWithTheSecondAttemptAfterIt() {
        byte[] lost = file.clone();
        lost[read(file).slots().at()] ^= 1;
        lost[read(file).slots().at() + Slots.USUAL_SIZE] ^= 1;

        byte[] leased = with(lost, read(lost).row().leased(new LeaseRequest("a", 1, "one", new byte[1]), NOW), "one");
        byte[] released = with(leased, read(leased).row().released(NOW), "one");

        assertThat(read(leased).row().intent()).isPresent();
        assertThat(read(released).row().intent()).isEmpty();
    }

    @Test
    void hasNoRoomForAnAttemptThatIsLong() {
        var request = new LeaseRequest("a", 1, "one", new byte[Slots.USUAL_SIZE]);
        Row row = Samples.row("a").leased(request, NOW);

        assertThat(read(file).next(row, "holder")).isEmpty();

        RecordFile larger = read(RecordFile.write(row, "holder"));
        assertThat(larger.row().record()).usingRecursiveComparison().isEqualTo(row.record());
        assertThat(larger.holder()).isEqualTo("holder");
        assertThat(larger.next(row.renewed(NOW), "holder")).isPresent();
    }
}
