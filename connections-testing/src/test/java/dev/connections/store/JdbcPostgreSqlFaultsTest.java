package dev.connections.store;

import static dev.connections.store.JdbcFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.zaxxer.hikari.HikariDataSource;
import dev.connections.ConnectionStoreException;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.LeaseResult.Busy;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.testing.internal.Gate;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL that is stopped, paused, killed or made read-only under the store (RELIABILITY.md, F-P13 to F-P15). */
class JdbcPostgreSqlFaultsTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ConnectionStore.Key KEY =
            new ConnectionStore.Key("acme", ConnectionStore.Key.Kind.CREDENTIAL, "a");
    private static JdbcPostgreSqlServer server;

    private final String prefix = "f" + COUNT.incrementAndGet() + "_";
    private HikariDataSource pool;
    private JdbcConnectionStore store;

    @BeforeAll
    static void start() {
        server = JdbcPostgreSqlServer.start();
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @BeforeEach
    void createOneRecord() {
        pool = JdbcPostgreSqlServer.pooled(server.source(""), 4);
        store = JdbcConnectionStore.of(pool).withTablePrefix(prefix).encryptedWith(JdbcStoreContract.KEYS);
        store.createSchema();
        assertThat(store.write(version(1), 0)).isTrue();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static Versioned version(long version) {
        return new Versioned(KEY, version, 1, Map.of(), new byte[] {(byte) version}, Optional.empty());
    }

    private JdbcConnectionStore on(String options) {
        return JdbcConnectionStore.of(server.source(options))
                .withTablePrefix(prefix)
                .encryptedWith(JdbcStoreContract.KEYS);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.source("").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void readsButDoesNotWriteWhereTheDatabaseIsReadOnly() {
        JdbcConnectionStore readOnly = on("-c default_transaction_read_only=on");

        assertThat(readOnly.find(KEY)).isPresent();
        assertFails(() -> readOnly.write(version(2), 1), "store_read_only").hasMessageContaining("25006");
        assertFails(() -> readOnly.lease(KEY, 1, "one", new byte[0]), "store_read_only");
        assertFails(() -> readOnly.take(KEY), "store_read_only");
        assertThat(store.find(KEY).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void goesOnWithAnotherConnectionWhenOneWasKilled() throws SQLException {
        killConnections();
        assertThat(store.find(KEY)).isPresent();

        killConnections();
        var failure = catchThrowableOfType(ConnectionStoreException.class, () -> store.write(version(2), 1));
        if (failure != null) { // the pool may have noticed by itself
            assertThat(failure.code()).isEqualTo("store_unavailable");
            assertThat(failure).hasMessageContaining("read again before writing again");
        }
        long version = store.find(KEY).orElseThrow().version();
        assertThat(version).isEqualTo(failure == null ? 2 : 1);
    }

    private void killConnections() throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }

    @Test
    void leasesNothingWhileTheServerIsStoppedAndGoesOnAfterwards() throws IOException {
        server.stop();
        try {
            assertFails(() -> store.lease(KEY, 1, "one", new byte[0]), "store_unavailable");
            assertFails(() -> on("").lease(KEY, 1, "one", new byte[0]), "store_unavailable")
                    .hasMessageContaining("nothing was changed");
        } finally {
            server.startAgain();
        }

        assertThat(leasedAgain()).isInstanceOf(Held.class);
    }

    /** The pool may still hand out a connection of the server that was stopped, which only a change does not survive. */
    private Object leasedAgain() {
        assertThat(store.find(KEY)).isPresent();
        return store.lease(KEY, 1, "two", new byte[0]);
    }

    @Test
    void keepsTheLeaseForALateCommitWhenTheServerWasStoppedMeanwhile() throws IOException {
        var lease = (Held) store.lease(KEY, 1, "one", new byte[0]);
        server.stop();
        try {
            assertFails(() -> lease.commit(version(2)), "store_unavailable");
        } finally {
            server.startAgain();
        }

        assertThat(store.find(KEY).orElseThrow().version()).isEqualTo(1);
        assertThat(lease.commit(version(2))).isTrue();
        assertThat(store.find(KEY).orElseThrow().sealed()).containsExactly(2);
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswer() throws Exception {
        assertThat(store.find(KEY)).isPresent();
        server.signal("STOP");
        try {
            // In a thread of its own: without a time limit it would wait for ever, and the server with it.
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertFails(() -> store.write(version(2), 1), "store_unavailable")
                            .hasMessageContaining("not known"));
        } finally {
            server.signal("CONT");
        }

        assertThat(store.find(KEY)).isPresent();
    }

    @Test
    void restoresTheTimeLimitOfAConnection() throws SQLException {
        try (Connection connection = server.source("").getConnection()) {
            connection.setNetworkTimeout(Runnable::run, 60_000);
            var onOne = JdbcConnectionStore.of(JdbcOneConnection.of(connection))
                    .withTablePrefix(prefix)
                    .encryptedWith(JdbcStoreContract.KEYS);

            assertThat(onOne.find(KEY)).isPresent();

            assertThat(connection.getNetworkTimeout()).isEqualTo(60_000);
        }
    }

    @Test
    void saysThatAStatementTookTooLong() {
        assertFails(() -> lockedOut(on("-c lock_timeout=100ms")), "store_unavailable")
                .hasMessageContaining("try again");
        assertFails(() -> lockedOut(on("-c statement_timeout=100ms")), "store_unavailable")
                .hasMessageContaining("57014");
    }

    private void lockedOut(JdbcConnectionStore blocked) throws SQLException {
        try (Connection other = server.source("").getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE " + prefix + "record IN ACCESS EXCLUSIVE MODE");
            blocked.write(version(2), 1);
        }
    }

    @Test
    void losesNoAcknowledgedWriteWhenTheServerRestartsUnderLoad() throws Exception {
        var halfway = new CountDownLatch(20);
        var unknown = new AtomicInteger();
        List<Integer> acknowledged = Gate.race(4, runner -> {
            if (runner == 0) {
                restart(halfway);
                return 0;
            }
            int mine = 0;
            while (mine < 40) {
                mine += incremented(unknown) ? 1 : 0;
                halfway.countDown();
            }
            return mine;
        });

        long sum = acknowledged.stream().mapToInt(each -> each).sum();
        assertThat(sum).isEqualTo(120);
        assertThat(store.find(KEY).orElseThrow().version() - 1).isBetween(sum, sum + unknown.get());
    }

    private static void restart(CountDownLatch halfway) {
        try {
            halfway.await();
            server.stop();
            server.startAgain();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean incremented(AtomicInteger unknown) {
        try {
            Versioned now = store.find(KEY).orElseThrow();
            return store.write(version(now.version() + 1), now.version());
        } catch (ConnectionStoreException e) {
            assertThat(e.code()).isEqualTo("store_unavailable");
            unknown.incrementAndGet();
            return false;
        }
    }

    @Test
    void staysBusyForOthersWhileALeaseIsHeldOverTwoConnections() {
        var lease = (Held) store.lease(KEY, 1, "one", new byte[0]);

        assertThat(on("").lease(KEY, 1, "two", new byte[0])).isInstanceOf(Busy.class);
        assertThat(lease.renew()).isTrue();
    }
}
