package dev.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.store.FileConnectionStore;
import dev.connections.store.KeyRing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process manages a connection while another one uses it (RULES F12). */
class TwoProcessesTest {
    private static final String BOUND = "PT0.2S";

    @TempDir
    Path directory;

    private FileConnectionStore store;
    private Connections connections;
    private OtherProcess other;
    private ManagedConnection<DirectFlow<ApiKeyCredential>> sales;

    @BeforeEach
    void useItThere() {
        store = store(directory);
        connections = Connections.builder().store(store).build();
        sales = connections.shared(service().connection("Sales"));
        var unused = sales.authorize().with(ApiKeyCredential.of(Secret.of("first-key")));
        other = OtherProcess.running(User.class, directory.toString(), BOUND);
        assertThat(other.ask("send")).isEqualTo("first-key");
    }

    @AfterEach
    void close() {
        other.close();
        connections.close();
        store.close();
    }

    private static FileConnectionStore store(Path directory) {
        return FileConnectionStore.of(directory.resolve("store")).encryptedWith(KeyRing.file(directory.resolve("key")));
    }

    private static Service<DirectFlow<ApiKeyCredential>> service() {
        return Service.custom("CRM")
                .resourceServers("https://api.example.com")
                .authentication(ApiKey.inHeader("X-Api-Key"));
    }

    private void answers(String expected) {
        Waiting.until(
                "the other process never answers " + expected,
                () -> other.ask("send").equals(expected));
    }

    @Test
    void seesTheAccountThatTheOtherProcessSwitchedTo() {
        Account second = connections
                .shared(service().connection("Support"))
                .authorize()
                .with(ApiKeyCredential.of(Secret.of("second-key")))
                .account()
                .orElseThrow();

        sales.switchTo(second);

        answers("second-key");
    }

    @Test
    void seesAReconnectOfTheOtherProcess() {
        var unused = sales.reconnect().with(ApiKeyCredential.of(Secret.of("renewed-key")));

        answers("renewed-key");
    }

    @Test
    void isRefusedWhatTheOtherProcessRevoked() {
        var unused = sales.revoke();

        answers("not_authorized");
    }

    @Test
    void isRefusedWhatTheOtherProcessDisabled() {
        sales.access().disable();

        answers("connection_disabled");
    }

    @Test
    void isRefusedWhatTheOtherProcessDeleted() {
        var unused = sales.delete();

        answers("connection_deleted");
    }

    @Test
    void sendsWhatTheOtherProcessEdited() {
        var unused = connections.shared(service().withHeader("X-Region", "eu").connection("Sales"));

        answers("first-key eu");
    }

    /** The program of the other process: answers each line with what a request would carry, or why not. */
    static final class User {
        private User() {}

        public static void main(String... arguments) throws IOException {
            try (FileConnectionStore store = store(Path.of(arguments[0]));
                    Connections connections = Connections.builder()
                            .store(store)
                            .withRevalidation(Duration.parse(arguments[1]))
                            .build();
                    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                Connection held = connections.get("sales");
                for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                    System.out.println(answer(held));
                }
            }
        }

        private static String answer(Connection connection) {
            try {
                var headers = connection
                        .credentialsFor(URI.create("https://api.example.com/leads"))
                        .revealHeaders();
                return (headers.get("X-Api-Key") + " " + headers.getOrDefault("X-Region", "")).strip();
            } catch (ConnectionException e) {
                return e.code();
            }
        }
    }
}
