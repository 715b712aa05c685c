package dev.connections.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.testing.internal.Gate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every store promises, for the test class of a store's author, who needs JUnit and AssertJ for it:
 *
 * <pre>{@code
 * class RedisStoreTest extends ConnectionStoreContract {
 *   @Override protected ConnectionStore open(String name) { return RedisStore.of(server, name, clock); }
 *   @Override protected void advance(Duration duration) { clock.advance(duration); }
 * }
 * }</pre>
 *
 * <p>It asks for single records, lists, leases and back-off, and for all of it at once from many threads. A test has a
 * store of its own, which is empty at first.
 */
public abstract class ConnectionStoreContract extends ModelContract {
    private static final int RUNNERS = 8;
    private static final List<String> IDS =
            IntStream.range(1_000, 1_400).mapToObj(i -> "r" + i).toList();

    /** Every runner goes through the same records, so that they meet again and again. */
    private static List<String> wonBy(BiPredicate<Integer, String> attempt) {
        return Gate.race(
                        RUNNERS,
                        runner -> IDS.stream()
                                .filter(id -> attempt.test(runner, id))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void givesATakenRecordToOneOfManyCallers() {
        IDS.forEach(this::created);

        List<String> won = wonBy((runner, id) -> store().take(key(id)).isPresent());

        assertThat(won).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void letsOneOfManyCallersCreateARecord() {
        List<String> won = wonBy((runner, id) -> store().write(record(id, 1, "by " + runner), 0));

        assertThat(won).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void letsOneOfManyCallersDeleteARecord() {
        IDS.forEach(this::created);

        List<String> won = wonBy((runner, id) -> store().delete(key(id), 1));

        assertThat(won).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void losesNoUpdateOfManyWriters() {
        store().write(record("a", 1, "0"), 0);

        Gate.race(RUNNERS, runner -> {
            IntStream.range(0, 50).forEach(i -> incremented("a"));
            return runner;
        });

        assertThat(found("a").version()).isEqualTo(1 + RUNNERS * 50);
        assertThat(text(found("a"))).isEqualTo("" + RUNNERS * 50);
    }

    private void incremented(String id) {
        boolean written = false;
        while (!written) {
            Versioned read = found(id);
            String next = "" + (Integer.parseInt(text(read)) + 1);
            written = store().write(record(id, read.version() + 1, next), read.version());
        }
    }

    @Test
    void holdsALeaseForOneOfManyCallers() {
        IDS.forEach(this::created);

        List<String> won = wonBy((runner, id) -> asked(id, 1, "owner " + runner) instanceof Held);

        assertThat(won).containsExactlyInAnyOrderElementsOf(IDS);
    }

    @Test
    void handsALeaseOverToOneOfManyCallers() {
        IDS.forEach(this::created);
        IDS.forEach(id -> leased(id, "one"));
        advance(Held.LEASE);

        List<String> won = wonBy((runner, id) -> asked(id, 1, "owner " + runner) instanceof Held);

        assertThat(won).containsExactlyInAnyOrderElementsOf(IDS);
        assertThat(found(IDS.get(0)).attempt().orElseThrow().fence()).isEqualTo(2);
    }

    @Test
    void letsEitherTheDeleteOrTheCommitWin() {
        for (int round = 0; round < 50; round++) {
            String id = "a" + round;
            created(id);
            Held lease = leased(id, "one");

            List<Boolean> won = Gate.race(
                    2, runner -> runner == 0 ? store().delete(key(id), 1) : lease.commit(record(id, 2, "second")));

            assertThat(won).containsOnlyOnce(true);
            assertThat(store().find(key(id)).isPresent()).isEqualTo(won.get(1));
        }
    }

    @Test
    void keepsItsListsTrueWhileManyWriteAndDelete() {
        Gate.race(RUNNERS, runner -> {
            var random = new SplittableRandom(runner);
            IntStream.range(0, 300).forEach(i -> changedSomehow("r" + random.nextInt(5), random));
            return runner;
        });

        List<Versioned> all = store().list(all());
        assertThat(store().count(all())).isEqualTo(all.size());
        for (int connection = 0; connection < 3; connection++) {
            String name = "c" + connection;
            assertThat(ids(store().list(all().withEqual(Index.CONNECTION, name))))
                    .isEqualTo(ids(all.stream()
                            .filter(record -> name.equals(record.index().get(Index.CONNECTION)))
                            .toList()));
        }
    }

    private static Query all() {
        return Query.of(TENANT, ConnectionStore.Key.Kind.CREDENTIAL);
    }

    private void changedSomehow(String id, SplittableRandom random) {
        long version = store().find(key(id)).map(Versioned::version).orElse(0L);
        if (random.nextInt(3) == 0) {
            store().delete(key(id), version);
        } else {
            Map<String, String> index = Map.of(Index.CONNECTION, "c" + random.nextInt(3));
            store().write(record(id, version + 1, "x", index), version);
        }
    }

    @Test
    void neverListsAHalfWrittenRecord() {
        created("a", Map.of(Index.NAME, "1"));

        List<Boolean> whole = Gate.race(4, runner -> runner == 0 ? rewrites("a", 500) : readsWholeRecords(500));

        assertThat(whole).containsOnly(true);
    }

    private boolean rewrites(String id, int times) {
        return IntStream.range(1, times).allMatch(i -> {
            var next = new Versioned(
                    key(id),
                    i + 1,
                    i + 1,
                    Map.of(Index.NAME, "" + (i + 1)),
                    ("" + i).getBytes(UTF_8),
                    Optional.empty());
            return store().write(next, i);
        });
    }

    private boolean readsWholeRecords(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> store().list(all()))
                .allMatch(records -> records.size() == 1 && isWhole(records.get(0)));
    }

    private static boolean isWhole(Versioned record) {
        return ("" + record.format()).equals(record.index().get(Index.NAME));
    }
}
