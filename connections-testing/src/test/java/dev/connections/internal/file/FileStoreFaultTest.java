package dev.connections.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionException;
import dev.connections.ConnectionStoreException;
import dev.connections.internal.file.FaultyDisk.Act;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-P17: a disk that does not take what is written leaves what was there. */
class FileStoreFaultTest {
    private final FaultyDisk disk = new FaultyDisk();
    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private FileStore store;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() {
        store = new FileStore(directory, Samples.KEYS, clock, disk);
        assertThat(store.write(Samples.record("a", 1, "first"), 0)).isTrue();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    private static IOException quota() {
        return new FileSystemException("f", null, "Disk quota exceeded");
    }

    private static IOException broken() {
        return new IOException("Input/output error");
    }

    private static IOException denied() {
        return new AccessDeniedException("f");
    }

    private static IOException readOnly() {
        return new FileSystemException("f", null, "Read-only file system");
    }

    private static IOException outOfFiles() {
        return new FileSystemException("f", null, "Too many open files");
    }

    private ConnectionException failureOfWriteWhen(Act act, Supplier<IOException> failure) {
        disk.fail(act, failure);
        ConnectionException thrown = Samples.failureOf(() -> store.write(Samples.record("a", 2, "second"), 1));
        disk.heal();
        return thrown;
    }

    private Held leased(String owner) {
        return (Held) store.lease(Samples.key("a"), 1, owner, ("intent of " + owner).getBytes(UTF_8));
    }

    @Test
    void leavesTheOldRecordAndNothingElseWhenTheDiskIsFull() {
        for (var full : List.<Supplier<IOException>>of(FileStoreFaultTest::full, FileStoreFaultTest::quota)) {
            ConnectionException failure = failureOfWriteWhen(Act.CREATE, full);

            assertThat(failure).isInstanceOf(ConnectionStoreException.class);
            assertThat(failure.code()).isEqualTo("store_full");
            assertThat(failure).hasMessageContaining("make room, then try again");
            assertThat(Samples.text(store.find(Samples.key("a")))).isEqualTo("first");
            assertThat(Samples.filesEnding(directory, ".tmp")).isEmpty();
        }
    }

    @Test
    void writesAgainOnceThereIsRoom() {
        ConnectionException failure = failureOfWriteWhen(Act.CREATE, FileStoreFaultTest::full);

        assertThat(failure.code()).isEqualTo("store_full");
        assertThat(store.write(Samples.record("a", 2, "second"), 1)).isTrue();
    }

    @Test
    void countsAsNotWrittenWhatTheDiskFailedToKeep() {
        ConnectionException failure = failureOfWriteWhen(Act.CREATE, FileStoreFaultTest::broken);

        assertThat(failure.code()).isEqualTo("store_failed");
        assertThat(failure).hasMessageContaining("Input/output error").hasMessageContaining("look at the disk");
        assertThat(Samples.text(store.find(Samples.key("a")))).isEqualTo("first");
        assertThat(Samples.filesEnding(directory, ".tmp")).isEmpty();
    }

    @Test
    void clearsUpWhenTheFileCannotGetItsName() {
        ConnectionException failure = failureOfWriteWhen(Act.REPLACE, FileStoreFaultTest::broken);

        assertThat(failure.code()).isEqualTo("store_failed");
        assertThat(Samples.text(store.find(Samples.key("a")))).isEqualTo("first");
        assertThat(Samples.filesEnding(directory, ".tmp")).isEmpty();
    }

    @Test
    void saysSoWhenTheNameMayNotSurviveACrash() {
        ConnectionException failure = failureOfWriteWhen(Act.FORCE_NAMES, FileStoreFaultTest::broken);

        assertThat(failure.code()).isEqualTo("store_failed");
        assertThat(store.find(Samples.key("a"))).isPresent();
    }

    @Test
    void saysThatItMayNotWrite() {
        for (var denied : List.<Supplier<IOException>>of(FileStoreFaultTest::denied, FileStoreFaultTest::readOnly)) {
            ConnectionException failure = failureOfWriteWhen(Act.CREATE, denied);

            assertThat(failure.code()).isEqualTo("store_read_only");
            assertThat(failure).hasMessageContaining("give it the rights");
        }
    }

    @Test
    void saysWhenTheProcessHasTooManyFilesOpen() {
        ConnectionException failure = failureOfWriteWhen(Act.CREATE, FileStoreFaultTest::outOfFiles);

        assertThat(failure.code()).isEqualTo("store_unavailable");
        assertThat(failure).hasMessageContaining("how many files the process may open");
    }

    @Test
    void saysWhenARecordCannotBeRead() {
        disk.fail(Act.READ, FileStoreFaultTest::denied);

        ConnectionException failure = Samples.failureOf(() -> store.find(Samples.key("a")));

        assertThat(failure.code()).isEqualTo("store_unavailable");
        assertThat(failure).hasMessageContaining("rights on the directory");
    }

    @Test
    void givesNoLeaseWhoseIntentIsNotOnTheDisk() {
        disk.fail(Act.OVERWRITE_FOR_GOOD, FileStoreFaultTest::broken);

        ConnectionException failure = Samples.failureOf(() -> leased("one"));
        disk.heal();

        assertThat(failure.code()).isEqualTo("store_failed");
        assertThat(store.find(Samples.key("a")).orElseThrow().attempt()).isEmpty();
        Held next = leased("two");
        assertThat(next.previousIntent()).isEmpty();
        assertThat(next.fence()).isEqualTo(1);
    }

    @Test
    void keepsTheIntentBeforeOneThatIsNotOnTheDisk() {
        var unused = leased("one");
        clock.advance(Held.LEASE);
        disk.fail(Act.OVERWRITE_FOR_GOOD, FileStoreFaultTest::broken);
        assertThat(Samples.failureOf(() -> leased("two")).code()).isEqualTo("store_failed");
        disk.heal();

        assertThat(leased("three").previousIntent()).contains("intent of one".getBytes(UTF_8));
    }

    @Test
    void expectsTheWorstOfAnIntentThatCouldNotBeTakenBack() {
        disk.fail(Act.OVERWRITE_FOR_GOOD, FileStoreFaultTest::broken);
        disk.fail(Act.OVERWRITE, FileStoreFaultTest::broken);
        assertThat(Samples.failureOf(() -> leased("one")).code()).isEqualTo("store_failed");
        disk.heal();
        clock.advance(Held.LEASE);

        assertThat(leased("two").previousIntent()).isPresent();
    }

    @Test
    void saysWhenALeaseCannotBeRenewed() {
        Held lease = leased("one");
        disk.fail(Act.OVERWRITE, FileStoreFaultTest::readOnly);

        assertThat(Samples.failureOf(lease::renew).code()).isEqualTo("store_read_only");

        disk.heal();
        assertThat(lease.renew()).isTrue();
    }

    @Test
    void keepsWhatItCannotDelete() {
        disk.fail(Act.DELETE, FileStoreFaultTest::broken);

        ConnectionException failure = Samples.failureOf(() -> store.take(Samples.key("a")));
        disk.heal();

        assertThat(failure.code()).isEqualTo("store_failed");
        assertThat(store.take(Samples.key("a"))).isPresent();
    }

    @Test
    void doesNotTakeAMissingDirectoryForAnEmptyOne() throws IOException {
        Path records = directory.resolve("records");
        Files.move(records, directory.resolve("elsewhere"));

        for (var failure : List.of(
                Samples.failureOf(() -> store.find(Samples.key("a"))),
                Samples.failureOf(() -> store.list(Samples.ALL)),
                Samples.failureOf(() -> store.tenants("", 10)),
                Samples.failureOf(() -> store.take(Samples.key("a"))),
                Samples.failureOf(() -> store.write(Samples.record("a", 2, "second"), 1)))) {
            assertThat(failure.code()).isEqualTo("store_unavailable");
            assertThat(failure).hasMessageContaining("look whether the directory is still there and mounted");
        }
        Files.move(directory.resolve("elsewhere"), records);
        assertThat(store.find(Samples.key("a"))).isPresent();
    }

    @Test
    void makesADirectoryAgainThatWasDeletedByHand() throws IOException {
        assertThat(store.take(Samples.key("a"))).isPresent();
        for (Path empty : Samples.below(directory.resolve("records")).stream()
                .sorted(Comparator.reverseOrder())
                .toList()) {
            Files.delete(empty);
        }

        assertThat(Samples.failureOf(() -> store.write(Samples.record("a", 1, "again"), 0))
                        .code())
                .isEqualTo("store_unavailable");
        assertThat(store.write(Samples.record("a", 1, "again"), 0)).isTrue();
    }

    @Test
    void goesOnThoughTheThreadWasInterrupted() {
        Thread.currentThread().interrupt();

        boolean written = store.write(Samples.record("a", 2, "second"), 1);
        String found = Samples.text(store.find(Samples.key("a")));
        boolean leased = store.lease(Samples.key("a"), 2, "one", new byte[0]) instanceof Held;

        assertThat(Thread.interrupted()).isTrue();
        assertThat(written).isTrue();
        assertThat(found).isEqualTo("second");
        assertThat(leased).isTrue();
    }

    @Test
    void losesNothingToAThreadThatIsInterruptedAllTheTime() throws Exception {
        var done = new AtomicBoolean();
        Thread writer = Thread.currentThread();
        var interrupter = new Thread(() -> {
            while (!done.get()) {
                writer.interrupt();
                LockSupport.parkNanos(200_000); // so that something gets done between two of them
            }
        });
        interrupter.start();
        try {
            for (int version = 2; version <= 30; version++) {
                assertThat(store.write(Samples.record("a", version, "v" + version), version - 1))
                        .isTrue();
            }
        } finally {
            done.set(true);
            while (interrupter.isAlive()) {
                boolean unused = Thread.interrupted();
                Thread.onSpinWait();
            }
            boolean unused = Thread.interrupted();
        }

        assertThat(Samples.text(store.find(Samples.key("a")))).isEqualTo("v30");
        assertThat(Samples.filesEnding(directory, ".tmp")).isEmpty();
    }
}
