package dev.connections.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.internal.store.Row;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists read, and what they clear away (F-P19). */
class FolderTest {
    private static final int MANY = 20;

    private final FaultyDisk disk = new FaultyDisk();
    private FileStore store;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() {
        store = new FileStore(directory, Samples.KEYS, Clock.systemUTC(), disk);
        IntStream.range(10, 10 + MANY).forEach(i -> store.write(Samples.record("r" + i, 1, "first"), 0));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static void makeOld(Path file, Duration age) {
        try {
            var unused = Files.setLastModifiedTime(
                    file, FileTime.from(Clock.systemUTC().instant().minus(age)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void makeAllOld() {
        Samples.filesEnding(directory, Places.RECORD).forEach(file -> makeOld(file, Duration.ofMinutes(1)));
    }

    private int readsOf(Runnable work) {
        int before = disk.reads();
        work.run();
        return disk.reads() - before;
    }

    @Test
    void readsAFileAgainOnlyWhenItHasChanged() {
        makeAllOld();
        assertThat(readsOf(() -> store.count(Samples.ALL))).isEqualTo(MANY);
        assertThat(readsOf(() -> store.count(Samples.ALL))).isZero();

        assertThat(store.write(Samples.record("r10", 2, "second"), 1)).isTrue();

        assertThat(readsOf(() -> store.count(Samples.ALL))).isEqualTo(1);
    }

    @Test
    void readsOnlyTheFilesOfAPage() {
        makeAllOld();
        var unused = store.count(Samples.ALL);

        assertThat(readsOf(() -> store.list(Samples.ALL.withLimit(3)))).isEqualTo(3);
        assertThat(readsOf(() -> store.list(Samples.ALL.withEqual(Index.NAME, "Name of r15"))))
                .isEqualTo(1);
    }

    @Test
    void doesNotTrustTheTimeOfAFileThatWasJustWritten() {
        var unused = store.count(Samples.ALL);

        assertThat(readsOf(() -> store.count(Samples.ALL))).isEqualTo(MANY);
    }

    @Test
    void seesWhatOthersDid() throws IOException {
        makeAllOld();
        var unused = store.count(Samples.ALL);
        Path one = new Places(directory.toRealPath()).record(Samples.key("r10"));

        var other = new Versioned(Samples.key("r10"), 2, 1, Map.of(Index.NAME, "other"), new byte[1], Optional.empty());
        Path next = Files.write(directory.resolve("next"), RecordFile.write(Row.written(other, null), ""));
        Files.move(next, one, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(new Places(directory.toRealPath()).record(Samples.key("r11")));

        assertThat(Samples.ids(store.list(Samples.ALL.withEqual(Index.NAME, "other"))))
                .containsExactly("r10");
        assertThat(store.count(Samples.ALL)).isEqualTo(MANY - 1);
    }

    @Test
    void clearsAwayWhatACrashLeftAnHourAgo() throws IOException {
        Path kind = Samples.filesEnding(directory, Places.RECORD).get(0).resolveSibling("");
        Path old = Files.createFile(kind.resolve("old" + Places.TEMPORARY));
        Path fresh = Files.createFile(kind.resolve("fresh" + Places.TEMPORARY));
        makeOld(old, Duration.ofMinutes(61));
        makeOld(fresh, Duration.ofMinutes(59));

        assertThat(store.count(Samples.ALL)).isEqualTo(MANY);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void keepsLockFilesHoweverOldTheyAre() {
        Samples.below(directory.resolve("locks")).forEach(file -> makeOld(file, Duration.ofDays(900)));
        int locks = Samples.below(directory.resolve("locks")).size();

        assertThat(store.count(Samples.ALL)).isEqualTo(MANY);
        store.close();
        new FileStore(directory, Samples.KEYS, Clock.systemUTC()).close();

        assertThat(Samples.below(directory.resolve("locks"))).hasSize(locks).isNotEmpty();
    }
}
