package dev.connections.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.connections.ConnectionException;
import dev.connections.ConnectionStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-P17 on a real disk of 64 KiB, where the tests may mount one; FileStoreFaultTest runs everywhere. */
class FullDiskTest {
    @TempDir
    private Path directory;

    private boolean mounted;
    private FileStore store;

    private static boolean ran(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void mount() {
        mounted = ran("mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", directory.toString());
        assumeThat(mounted).as("this user may mount a small disk").isTrue();
        store = new FileStore(directory, Samples.KEYS, Clock.systemUTC());
    }

    @AfterEach
    void unmount() {
        if (mounted) {
            store.close();
            assertThat(ran("umount", directory.toString())).isTrue();
        }
    }

    private int writtenUntilItIsFull() {
        int written = 0;
        ConnectionException failure = null;
        while (failure == null) {
            String id = "r" + written;
            failure = Samples.failureOf(() -> store.write(Samples.record(id, 1, "x".repeat(6_000)), 0));
            written += failure == null ? 1 : 0;
        }
        assertThat(failure).isInstanceOf(ConnectionStoreException.class);
        assertThat(failure.code()).isEqualTo("store_full");
        assertThat(failure).hasMessageContaining("make room");
        return written;
    }

    @Test
    void keepsEveryRecordThatWasWrittenBefore() {
        int written = writtenUntilItIsFull();

        assertThat(written).isBetween(2, 10);
        assertThat(store.count(Samples.ALL)).isEqualTo(written);
        for (int i = 0; i < written; i++) {
            assertThat(Samples.text(store.find(Samples.key("r" + i)))).hasSize(6_000);
        }
        assertThat(Samples.filesEnding(directory, Places.TEMPORARY)).isEmpty();
    }

    @Test
    void leavesARecordThatCannotBeReplaced() {
        var unused = writtenUntilItIsFull();

        ConnectionException failure =
                Samples.failureOf(() -> store.write(Samples.record("r0", 2, "y".repeat(6_000)), 1));

        assertThat(failure.code()).isEqualTo("store_full");
        assertThat(Samples.text(store.find(Samples.key("r0")))).startsWith("x");
    }

    @Test
    void goesOnWhenThereIsRoomAgain() {
        var unused = writtenUntilItIsFull();

        assertThat(store.delete(Samples.key("r0"), 1)).isTrue();
        assertThat(store.delete(Samples.key("r1"), 1)).isTrue();

        assertThat(store.write(Samples.record("new", 1, "new"), 0)).isTrue();
    }

    @Test
    void doesNotOpenWhereNothingCanBeWritten() {
        store.close();
        assertThat(ran("mount", "-o", "remount,ro", directory.toString())).isTrue();

        ConnectionException failure =
                Samples.failureOf(() -> new FileStore(directory, Samples.KEYS, Clock.systemUTC()));
        assertThat(ran("mount", "-o", "remount,rw", directory.toString())).isTrue();

        assertThat(failure).isInstanceOf(ConnectionStoreException.class);
        assertThat(failure.code()).isEqualTo("store_read_only");
        assertThat(failure).hasMessageContaining("make the file system writable");
    }
}
