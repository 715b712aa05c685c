package dev.connections.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.ConnectionException;
import dev.connections.ConnectionStoreException;
import dev.connections.spi.ConnectionStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F-P18: a damaged file is told of and left alone, and the others go on. */
class FileStoreDamageTest {
    private FileStore store;
    private Path file;
    private byte[] whole;

    @TempDir
    private Path directory;

    @BeforeEach
    void open() throws IOException {
        store = new FileStore(directory, Samples.KEYS, Clock.systemUTC());
        assertThat(store.write(Samples.record("a", 1, "of a"), 0)).isTrue();
        assertThat(store.write(Samples.record("b", 1, "of b"), 0)).isTrue();
        file = new Places(directory.toRealPath()).record(Samples.key("a"));
        whole = Files.readAllBytes(file);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void tellsAndLeavesAlone(byte[] damaged) throws IOException {
        Files.write(file, damaged);

        ConnectionException failure = Samples.failureOf(() -> store.find(Samples.key("a")));

        assertThat(failure).isInstanceOf(ConnectionStoreException.class);
        assertThat(failure.code()).isEqualTo("record_corrupt");
        assertThat(failure)
                .hasMessageContaining(String.valueOf(file.getFileName()))
                .hasMessageContaining("restore it from a backup");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        assertThat(Samples.text(store.find(Samples.key("b")))).isEqualTo("of b");
    }

    @Test
    void tellsOfAFileThatWasCutAnywhere() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            tellsAndLeavesAlone(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void tellsOfGarbageAndOfBytesTooMany() throws IOException {
        tellsAndLeavesAlone("{\"access_token\": \"no record\"}".getBytes(StandardCharsets.US_ASCII));
        tellsAndLeavesAlone(new byte[whole.length]);
        tellsAndLeavesAlone(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void neitherReplacesNorDeletesWhatItCannotRead() throws IOException {
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        Files.write(file, cut);
        ConnectionStore.Key key = Samples.key("a");

        for (var failure : List.of(
                Samples.failureOf(() -> store.write(Samples.record("a", 1, "again"), 0)),
                Samples.failureOf(() -> store.write(Samples.record("a", 2, "next"), 1)),
                Samples.failureOf(() -> store.delete(key, 1)),
                Samples.failureOf(() -> store.take(key)),
                Samples.failureOf(() -> store.lease(key, 1, "one", new byte[0])))) {
            assertThat(failure.code()).isEqualTo("record_corrupt");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(cut);
    }

    @Test
    void listsTheOthers() throws IOException {
        Files.write(file, new byte[0]);

        assertThat(Samples.ids(store.list(Samples.ALL))).containsExactly("b");
        assertThat(store.count(Samples.ALL)).isEqualTo(1);
        assertThat(store.tenants("", 10)).containsExactly(Samples.TENANT);
    }

    @Test
    void readsWhatWasRestored() throws IOException {
        tellsAndLeavesAlone(new byte[0]);

        Files.write(file, whole);

        assertThat(Samples.text(store.find(Samples.key("a")))).isEqualTo("of a");
        assertThat(Samples.ids(store.list(Samples.ALL))).containsExactly("a", "b");
    }

    @Test
    void refusesTheFileOfAnotherRecord() throws IOException {
        Path other = new Places(directory.toRealPath()).record(Samples.key("b"));

        tellsAndLeavesAlone(Files.readAllBytes(other));

        assertThat(Samples.failureOf(() -> store.find(Samples.key("a"))))
                .hasMessageContaining("belongs under another name");
        assertThat(Samples.ids(store.list(Samples.ALL))).containsExactly("b");
    }

    @Test
    void followsNoLinkInThePlaceOfARecord() throws IOException {
        Path aside = Files.write(directory.resolve("aside"), whole);
        Files.delete(file);
        Files.createSymbolicLink(file, aside);

        ConnectionException failure = Samples.failureOf(() -> store.write(Samples.record("a", 2, "next"), 1));

        assertThat(failure.code()).isEqualTo("record_corrupt");
        assertThat(failure).hasMessageContaining("symbolic link").hasMessageContaining("restore it");
        assertThat(Files.readAllBytes(aside)).isEqualTo(whole);
        assertThat(Samples.ids(store.list(Samples.ALL))).containsExactly("b");
    }

    @Test
    void followsNoLinkInThePlaceOfADirectory() throws IOException {
        Path kind = file.resolveSibling("");
        Path aside = directory.resolve("aside");
        Files.move(kind, aside);
        Files.createSymbolicLink(kind, aside);
        store.close();
        store = new FileStore(directory, Samples.KEYS, Clock.systemUTC());

        for (var failure : List.of(
                Samples.failureOf(() -> store.find(Samples.key("a"))),
                Samples.failureOf(() -> store.list(Samples.ALL)),
                Samples.failureOf(() -> store.write(Samples.record("c", 1, "new"), 0)))) {
            assertThat(failure.code()).isEqualTo("directory_symlink");
            assertThat(failure).hasMessageContaining("put the directory itself there");
        }
    }

    @Test
    void readsNothingButRegularFiles() throws IOException {
        Files.delete(file);
        Files.createDirectory(file); // like a pipe no regular file, and any system has them

        assertThat(Samples.failureOf(() -> store.find(Samples.key("a"))).code()).isEqualTo("record_corrupt");
    }

    @Test
    void leavesFilesAloneThatAreNotItsOwn() throws IOException {
        Path readme = Files.writeString(file.resolveSibling("README.txt"), "hello");
        Path directoryOfOthers =
                Files.createDirectory(directory.resolve("records").resolve("lost+found"));

        assertThat(Samples.ids(store.list(Samples.ALL))).containsExactly("a", "b");
        assertThat(store.tenants("", 10)).containsExactly(Samples.TENANT);
        assertThat(readme).exists();
        assertThat(directoryOfOthers).exists();
    }
}
