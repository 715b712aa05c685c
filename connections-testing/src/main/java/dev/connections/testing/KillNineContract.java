package dev.connections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.testing.KillNineCheck.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a durable store promises when a process that uses it is killed with signal 9, for the test class of a store's author,
 * who needs JUnit and AssertJ for it:
 *
 * <pre>{@code
 * class RedisKillNineTest extends KillNineContract {
 *   @Override protected Class<? extends Opener> opener() { return OpensRedis.class; }
 *   @Override protected String place() { return server.address(); }
 *
 *   public static final class OpensRedis implements Opener {
 *     @Override public ConnectionStore open(String place) { return RedisStore.of(place); }
 *   }
 * }
 * }</pre>
 *
 * <p>A second virtual machine with the class path of the tests writes, leases, commits, releases and deletes records as fast
 * as it can, and says what the store has acknowledged. It is killed at random moments, again and again; each time the store
 * is opened anew in the test's virtual machine, closed afterwards if it is {@link AutoCloseable}, and compared with what was
 * said. Takes about a second for each kill. Belongs beside a subclass of {@link ConnectionStoreContract}.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class KillNineContract {
    private static final int KILLS = 8;
    private static final long SHORTEST_LIFE_MS = 20;
    private static final long LONGEST_LIFE_MS = 500;

    private final KillNineCheck check = new KillNineCheck();
    private int acknowledged;

    /** For the subclass. */
    protected KillNineContract() {}

    /** Opens a store, in whatever process. Has a public constructor without parameters, and is public itself. */
    public interface Opener {
        /**
         * Opens the store with the records that are there.
         *
         * @param place what {@link KillNineContract#place} returned
         * @return the store
         */
        ConnectionStore open(String place);
    }

    /** {@return the class that opens the store, in the test's process and in those that are killed} */
    protected abstract Class<? extends Opener> opener();

    /**
     * Names the place of a store that has no record yet. Asked once for a test class.
     *
     * @return what {@link Opener#open} needs to know, in one line
     */
    protected abstract String place();

    /** {@return how many processes are killed} */
    protected int kills() {
        return KILLS;
    }

    @BeforeAll
    void killProcesses(@TempDir Path temporary) { // what the killed cannot remove themselves
        var process = new KillNineProcess(opener(), place(), temporary);
        var random = new SplittableRandom();
        List<KillNineLedger> ledgers = new ArrayList<>();
        for (int round = 0; round < kills(); round++) {
            Duration life = Duration.ofMillis(random.nextLong(SHORTEST_LIFE_MS, LONGEST_LIFE_MS));
            KillNineLedger ledger = process.killedAfter(life, round);
            acknowledged += ledger.acknowledged();
            ledgers.add(ledger);
            opened(process.place(), store -> check.records(store, ledger));
        }
        opened(process.place(), store -> ledgers.forEach(ledger -> check.records(store, ledger)));
        opened(process.place(), store -> ledgers.forEach(ledger -> check.leases(store, ledger)));
    }

    private interface Look {
        void at(ConnectionStore store);
    }

    private void opened(String place, Look look) {
        ConnectionStore store = open(opener(), place);
        try {
            look.at(store);
        } finally {
            close(store);
        }
    }

    static ConnectionStore open(Class<? extends Opener> opener, String place) {
        try {
            return opener.getConstructor().newInstance().open(place);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    opener.getName() + " cannot be made; make it public, with a public constructor without parameters",
                    e);
        }
    }

    private static void close(ConnectionStore store) {
        if (store instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the store does not close", e);
            }
        }
    }

    @Test
    void acknowledgesWritesUntilItIsKilled() {
        assertThat(acknowledged).isGreaterThan(kills());
    }

    @Test
    void keepsEveryAcknowledgedWrite() {
        assertThat(check.broken(Promise.KEPT)).isEmpty();
    }

    @Test
    void tearsNoRecord() {
        assertThat(check.broken(Promise.WHOLE)).isEmpty();
    }

    @Test
    void listsTheRecordsThatItFinds() {
        assertThat(check.broken(Promise.LISTED)).isEmpty();
    }

    @Test
    void leavesDeletedWhatWasDeleted() {
        assertThat(check.broken(Promise.DELETED)).isEmpty();
    }

    @Test
    void handsTheLeasesOfTheDeadOver() {
        assertThat(check.broken(Promise.FREED)).isEmpty();
    }

    @Test
    void keepsTheIntentsOfTheDead() {
        assertThat(check.broken(Promise.INTENT)).isEmpty();
    }

    @Test
    void countsTheFencesOn() {
        assertThat(check.broken(Promise.FENCE)).isEmpty();
    }
}
