package dev.connections.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionBackendTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path data;

    private Optional<Backend> start(String... arguments) {
        return ExtensionBackend.start(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsWhereThePageIs() {
        try (Backend backend = start("--data", data.toString()).orElseThrow()) {
            assertThat(printed()).isEqualTo("Connections page: " + backend.address() + System.lineSeparator());
            assertThat(new Browser(backend.address()).get("/sign-in").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysThatThePortIsTaken() {
        try (Backend backend = start("--data", data.resolve("first").toString()).orElseThrow()) {
            Optional<Backend> second = start(
                    "--data",
                    data.resolve("second").toString(),
                    "--port",
                    String.valueOf(backend.address().getPort()));

            assertThat(second).isEmpty();
            assertThat(printed()).contains("Stopped: the port is taken; choose another one with --port");
        }
    }

    @Test
    void saysWhatToCheckWhenTheDatabaseCannotBeOpened() {
        Optional<Backend> backend =
                start("--data", data.toString(), "--database", "jdbc:postgresql://127.0.0.1:1/none?password=hunter2-x");

        assertThat(backend).isEmpty();
        assertThat(printed())
                .contains("check --database, CONNECTIONS_DATABASE_USER and CONNECTIONS_DATABASE_PASSWORD")
                .doesNotContain("hunter2-x");
    }

    @Test
    void saysWhichOptionIsUnknown() {
        assertThat(start("--prot", "8080")).isEmpty();
        assertThat(printed()).contains("--prot is unknown").contains("use --port");
    }

    @Test
    void takesNoDriverItDoesNotHave() {
        assertThat(start("--data", data.toString(), "--database", "jdbc:nothing:here"))
                .isEmpty();
        assertThat(printed()).contains("check --database");
    }
}
