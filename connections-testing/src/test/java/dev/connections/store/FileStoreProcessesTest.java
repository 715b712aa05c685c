package dev.connections.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore.LeaseResult;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one directory. */
@Timeout(180)
class FileStoreProcessesTest {
    private static final int PROCESSES = 4;

    private final List<FileStoreChild> children = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void endTheChildren() {
        children.forEach(FileStoreChild::close);
    }

    private FileStoreChild start(String command, Path path, String... more) throws IOException {
        FileStoreChild child = FileStoreChild.start(command, path, more);
        children.add(child);
        return child;
    }

    private FileConnectionStore open() {
        return FileConnectionStore.of(directory).encryptedWith(FileConnectionStoreTest.KEYS);
    }

    /** Opens the store with a clock that stands still: what ends is not ended by time. */
    private FileConnectionStore openWhereTimeStandsStill() {
        Clock still = Clock.fixed(Clock.systemUTC().instant(), ZoneOffset.UTC);
        return FileRecords.open(directory, FileConnectionStoreTest.KEYS, still);
    }

    private static LeaseResult asked(FileConnectionStore store) {
        return store.lease(FileStoreWorker.key("a"), 1, "parent", new byte[0]);
    }

    private FileStoreChild holdsALease() throws IOException {
        try (FileConnectionStore store = open()) {
            assertThat(store.write(FileStoreWorker.record("a", 1, "first"), 0)).isTrue();
        }
        FileStoreChild child = start("hold", directory, "a");
        assertThat(child.line()).isEqualTo("held 1");
        return child;
    }

    /** F-P21: eight threads in each of four processes on twenty records. */
    @Test
    void loseNoUpdate() throws IOException {
        try (FileConnectionStore store = open()) {
            IntStream.range(0, FileStoreWorker.RECORDS)
                    .forEach(i -> store.write(FileStoreWorker.record("r" + i, 1, "0"), 0));
            for (int i = 0; i < PROCESSES; i++) {
                start("count", directory);
            }
            for (FileStoreChild child : children) {
                assertThat(child.line()).isEqualTo("done");
            }

            List<Versioned> records = IntStream.range(0, FileStoreWorker.RECORDS)
                    .mapToObj(i -> store.find(FileStoreWorker.key("r" + i)).orElseThrow())
                    .toList();
            assertThat(records).allMatch(record -> record.version() == 1 + Integer.parseInt(text(record)));
            int sum = records.stream()
                    .mapToInt(record -> Integer.parseInt(text(record)))
                    .sum();
            assertThat(sum).isEqualTo(PROCESSES * FileStoreWorker.THREADS * FileStoreWorker.ROUNDS);
        }
    }

    private static String text(Versioned record) {
        return FileStoreWorker.text(record);
    }

    @Test
    void seeEachOthersLeases() throws IOException {
        FileStoreChild child = holdsALease();

        try (FileConnectionStore store = openWhereTimeStandsStill()) {
            assertThat(asked(store))
                    .isInstanceOfSatisfying(
                            LeaseResult.Busy.class,
                            busy -> assertThat(busy.by().owner()).isEqualTo("child"));
            assertThat(asked(store)).isInstanceOf(LeaseResult.Busy.class);
            child.wake();
            assertThat(child.line()).isEqualTo("closed");
        }
    }

    @Test
    void takeALeaseOverAtOnceWhenItsOwnerWasKilled() throws Exception {
        FileStoreChild child = holdsALease();
        try (FileConnectionStore store = openWhereTimeStandsStill()) {
            assertThat(asked(store)).isInstanceOf(LeaseResult.Busy.class);

            child.kill();

            Held lease = (Held) asked(store);
            assertThat(lease.fence()).isEqualTo(2);
            assertThat(lease.previousIntent()).contains("intent of child".getBytes(UTF_8));
        }
    }

    @Test
    void takeALeaseOverAtOnceWhenItsOwnerClosedTheStore() throws IOException {
        FileStoreChild child = holdsALease();
        child.wake();
        assertThat(child.line()).isEqualTo("closed");

        try (FileConnectionStore store = openWhereTimeStandsStill()) {
            assertThat(((Held) asked(store)).previousIntent()).isPresent();
        }
    }

    @Test
    void clearAwayWhatOneLeftThatWasKilled() throws Exception {
        FileStoreChild child = holdsALease();
        child.kill();
        assertThat(living()).hasSize(1);

        open().close();

        assertThat(living()).isEmpty();
    }

    private List<Path> living() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("living"))) {
            return files.toList();
        }
    }

    @Test
    void getTheSameKeyWhenTheyStartAtOnce() throws IOException {
        Path file = directory.resolve("keys").resolve("dev.key");
        for (int i = 0; i < PROCESSES; i++) {
            start("key", file);
        }

        List<String> rings = new ArrayList<>();
        for (FileStoreChild child : children) {
            rings.add(child.line());
        }

        assertThat(rings).hasSize(PROCESSES).containsOnly(KeyRing.file(file).toString());
    }
}
