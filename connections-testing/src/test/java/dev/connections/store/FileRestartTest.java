package dev.connections.store;

import dev.connections.Secret;
import dev.connections.spi.ConnectionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class FileRestartTest extends RestartContract {
    private static final KeyRing KEYS =
            KeyRing.primary("k1", Secret.of("q1rqkC9vhbmTBbWlv0MSr1L8fzP4VYbAXx0Yy3l5L4o="));

    @TempDir
    Path directory;

    private FileConnectionStore store = null;

    @Override
    ConnectionStore open() {
        closeStore();
        store = FileConnectionStore.of(directory).encryptedWith(KEYS);
        return store;
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    @Override
    String dump() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> file + " " + text(file)).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
