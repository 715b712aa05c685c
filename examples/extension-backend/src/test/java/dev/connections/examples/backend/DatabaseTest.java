package dev.connections.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionException;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where connections are kept. */
class DatabaseTest {
    @RegisterExtension
    final MockService<RedirectFlow> service = MockService.authorizationCode();

    @TempDir
    private Path data;

    private Backend start(Map<String, String> environment, String... more) throws IOException {
        String[] arguments = new String[more.length + 2];
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[0] = "--data";
        arguments[1] = data.toString();
        return Backend.start(Options.parse(arguments), environment, Clock.systemUTC());
    }

    private void connect(Backend backend) {
        var helpdesk = backend.connections()
                .shared(service.service().connection("Helpdesk").withLinkName("helpdesk"));
        var unused = service.approve(helpdesk, "alice@example.com");
    }

    @Test
    void keepsConnectionsInAnH2FileBesideItsKey() throws IOException {
        try (Backend backend = start(Map.of())) {
            connect(backend);
        }

        try (Backend again = start(Map.of())) {
            assertThat(Browser.signedIn(again.address(), RunningBackend.PRIYA)
                            .get("/connections")
                            .body())
                    .contains("Helpdesk")
                    .contains("Active");
        }
        assertThat(data.resolve("connections.mv.db")).exists();
        assertThat(Files.getPosixFilePermissions(data.resolve("connections.key")))
                .hasSize(2);
    }

    @Test
    void keepsConnectionsInPostgreSqlWithUserAndPasswordFromTheEnvironment() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String database = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
            Map<String, String> environment =
                    Map.of("CONNECTIONS_DATABASE_USER", "postgres", "CONNECTIONS_DATABASE_PASSWORD", "postgres");
            try (Backend backend = start(environment, "--database", database)) {
                connect(backend);
            }

            try (Backend again = start(environment, "--database", database)) {
                assertThat(Browser.signedIn(again.address(), RunningBackend.PRIYA)
                                .get("/connections")
                                .body())
                        .contains("Helpdesk")
                        .contains("Active");
            }
            assertThat(data.resolve("connections.mv.db")).doesNotExist();
        }
    }

    @Test
    void refusesAnotherKeyThanTheDataWasSealedWith() throws IOException {
        try (Backend backend = start(Map.of())) {
            connect(backend);
        }
        Files.delete(data.resolve("connections.key"));

        assertThatThrownBy(() -> {
                    try (Backend again = start(Map.of())) {
                        var unused = again.connections().find("helpdesk");
                    }
                })
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("key")
                .extracting(failure -> ((ConnectionException) failure).code())
                .isEqualTo("key_unavailable");
    }
}
