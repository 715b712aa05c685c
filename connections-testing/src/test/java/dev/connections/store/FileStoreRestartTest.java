package dev.connections.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Basic;
import dev.connections.BasicCredential;
import dev.connections.ConnectionStoreException;
import dev.connections.Connections;
import dev.connections.Secret;
import dev.connections.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there when a process starts again, with the same keys and with others (F-P22). */
class FileStoreRestartTest {
    private static final URI ORDERS = URI.create("https://erp.example/orders");
    private static final String PASSWORD = "wonderland-and-back";
    private static final Secret SOME_KEY = Secret.of("9lB1tKX5vY0mWq3cR7sTz2nU4hJ8gDfE6aLxOiPkQwM=");

    @TempDir
    private Path directory;

    @BeforeEach
    void authorize() {
        var unused = with(
                FileConnectionStoreTest.KEYS,
                connections -> connections
                        .shared(Service.custom("ERP")
                                .resourceServers("https://erp.example")
                                .authentication(Basic.usernameAndPassword())
                                .connection("ERP main"))
                        .authorize()
                        .with(new BasicCredential("alice-of-acme", Secret.of(PASSWORD))));
    }

    private <T> T with(KeyRing keys, Function<Connections, T> work) {
        try (var store = FileConnectionStore.of(directory).encryptedWith(keys);
                Connections connections = Connections.builder().store(store).build()) {
            return work.apply(connections);
        }
    }

    private static String sent(Connections connections) {
        return connections
                .get("erp_main")
                .credentialsFor(ORDERS)
                .revealHeaders()
                .get("Authorization");
    }

    private ConnectionStoreException refusal(KeyRing keys) {
        return catchThrowableOfType(ConnectionStoreException.class, () -> with(keys, FileStoreRestartTest::sent));
    }

    private Map<Path, String> records() {
        return files().stream()
                .filter(file -> file.toString().endsWith(".rec"))
                .collect(Collectors.toMap(file -> file, FileStoreRestartTest::content));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void keepsAConnectionThatWasAuthorized() {
        String sent = with(FileConnectionStoreTest.KEYS, FileStoreRestartTest::sent);

        assertThat(sent).startsWith("Basic ");
    }

    @Test
    void keepsNothingSecretInClear() {
        assertThat(records()).isNotEmpty();
        assertThat(files()).noneMatch(file -> content(file).contains(PASSWORD));
    }

    @Test
    void saysThatAKeyIsAnotherOneAndChangesNothing() {
        Map<Path, String> before = records();

        ConnectionStoreException refusal = refusal(KeyRing.primary("test", SOME_KEY));

        assertThat(refusal.code()).isEqualTo("key_mismatch");
        assertThat(refusal).hasMessageContaining("configure the key that the store was written with");
        assertThat(records()).isEqualTo(before);
        assertThat(with(FileConnectionStoreTest.KEYS, FileStoreRestartTest::sent))
                .startsWith("Basic ");
    }

    @Test
    void saysThatAKeyIsMissingAndChangesNothing() {
        Map<Path, String> before = records();

        ConnectionStoreException refusal = refusal(KeyRing.primary("other", SOME_KEY));

        assertThat(refusal.code()).isEqualTo("key_unavailable");
        assertThat(refusal).hasMessageContaining("add it as a retired key");
        assertThat(records()).isEqualTo(before);
    }
}
