package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connections.Connection;
import dev.connections.ConnectionException;
import dev.connections.ConnectionStoreException;
import dev.connections.Connections;
import dev.connections.ManagedConnection;
import dev.connections.RedirectFlow;
import dev.connections.testing.MockService;
import dev.connections.testing.MockService.TokenRequest;
import dev.connections.testing.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Refreshes on a real PostgreSQL that goes down before and after the service has answered (RELIABILITY.md, F-P13, F-P14). */
class JdbcRefreshTest {
    private static final Duration EXPIRED = MockService.DEFAULT_TOKEN_LIFETIME.plusSeconds(1);
    private static JdbcPostgreSqlServer server;

    @RegisterExtension
    final MockService<RedirectFlow> crm = MockService.authorizationCode();

    private final MutableClock clock = MutableClock.at("2026-01-01T00:00:00Z");
    private final JdbcHooks source = new JdbcHooks(server.source(""));
    private final JdbcConnectionStore store = JdbcConnectionStore.of(source).encryptedWith(JdbcStoreContract.KEYS);
    private final Connections connections = owner();
    private ManagedConnection<RedirectFlow> connection;

    @BeforeAll
    static void start() {
        server = JdbcPostgreSqlServer.start();
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    private Connections owner() {
        return Connections.builder().clock(clock).store(store).build();
    }

    @BeforeEach
    void authorize() throws IOException {
        store.createSchema();
        connection = connections.shared(crm.timedBy(clock)
                .rotatingRefreshTokens(Duration.ZERO)
                .service()
                .connection("CRM " + System.identityHashCode(this))
                .withScopes("leads.read"));
        var unused = crm.approve(connection, "alice@example.com");
        clock.advance(EXPIRED);
    }

    @AfterEach
    void close() {
        connections.close();
    }

    private String sent(Connection on) {
        return on.credentialsFor(crm.resource("leads")).revealHeaders().get("Authorization");
    }

    private List<String> grants() {
        return crm.tokenRequests().stream().map(TokenRequest::grantType).toList();
    }

    @Test
    void sendsNothingWhileTheDatabaseIsDown() throws IOException {
        server.stop();
        try {
            var failure = catchThrowableOfType(ConnectionStoreException.class, () -> sent(connection));

            assertThat(failure.code()).isEqualTo("store_unavailable");
            assertThat(grants()).containsExactly("authorization_code");
        } finally {
            server.startAgain();
        }

        assertThat(sent(connection)).startsWith("Bearer ");
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void losesNoTokenWhenTheDatabaseGoesDownAfterTheAnswer() throws IOException {
        source.before = sql -> {
            if (sql.contains("SET format")) {
                source.before = JdbcHooks.Hook.NOTHING;
                stop();
            }
        };
        String served;
        try {
            served = sent(connection);
        } finally {
            server.startAgain();
        }
        connections.close();

        try (Connections other = owner()) {
            assertThat(sent(other.get(connection.linkName()))).isEqualTo(served);
        }
        assertThat(grants()).containsExactly("authorization_code", "refresh_token");
    }

    @Test
    void reportsSealedBytesThatWereMovedFromOneRowToAnother() throws Exception {
        var second = connections.shared(crm.service().connection("Other " + System.identityHashCode(this)));
        var unused = crm.approve(second, "bob@example.com");

        try (var database = server.source("").getConnection();
                var statement = database.createStatement()) {
            int moved = statement.executeUpdate("""
                    UPDATE connections_record mine SET sealed = other.sealed FROM connections_record other
                    WHERE mine.kind = 'CREDENTIAL' AND other.kind = 'CREDENTIAL' AND mine.id <> other.id
                    """);
            assertThat(moved).isGreaterThan(1);
        }

        try (Connections fresh = owner()) {
            var failure = catchThrowableOfType(ConnectionException.class, () -> sent(fresh.get(connection.linkName())));
            assertThat(failure.code()).isEqualTo("record_corrupt");
        }
        assertThat(grants()).containsExactly("authorization_code", "authorization_code");
    }

    private static void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
