package dev.connections.oauth.servers;

import dev.connections.Secret;
import dev.connections.testing.SecretCanary;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A real server for the tests of a class, and an application of its own for each test.
 *
 * <p>After each test the canary looks for everything secret that went over the wire.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class OnServer {
    private Optional<AuthorizationServer> running = Optional.empty();
    private Application app;

    /** Starts the server under test; once for all tests of a class. */
    protected abstract AuthorizationServer start();

    @BeforeAll
    void startServer() {
        running = Optional.of(start());
    }

    @AfterAll
    void stopServer() {
        running.ifPresent(AuthorizationServer::close);
    }

    @BeforeEach
    void openApplication() {
        app = Application.using(server());
    }

    @AfterEach
    void closeApplication(SecretCanary canary) {
        Stream.concat(Registrations.secrets(), app.wire().secrets().stream())
                .map(Secret::of)
                .forEach(canary::plant);
        app.close();
    }

    protected final AuthorizationServer server() {
        return running.orElseThrow();
    }

    protected final Application app() {
        return app;
    }
}
