package dev.connections.store;

import static dev.connections.store.JdbcFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.LeaseResult.BackedOff;
import dev.connections.spi.ConnectionStore.LeaseResult.Busy;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store makes of a database that fails (RELIABILITY.md, F-P15). */
class JdbcFaultsTest {
    private static final ConnectionStore.Key KEY =
            new ConnectionStore.Key("acme", ConnectionStore.Key.Kind.CREDENTIAL, "a");

    private final JdbcHooks source = new JdbcHooks(JdbcH2Test.database(""));
    private final JdbcConnectionStore store = JdbcConnectionStore.of(source).encryptedWith(JdbcStoreContract.KEYS);
    private final AtomicInteger failures = new AtomicInteger();

    @BeforeEach
    void createOneRecord() {
        store.createSchema();
        assertThat(store.write(version(1), 0)).isTrue();
    }

    @AfterEach
    void everyConnectionWentBack() {
        assertThat(source.open).hasValue(0);
    }

    private static Versioned version(long version) {
        return new Versioned(KEY, version, 1, Map.of(Index.NAME, "Alice Liddell"), new byte[] {1}, Optional.empty());
    }

    /** Fails so many times, then no more. */
    private JdbcHooks.Hook failing(int times, SQLException failure) {
        return sql -> {
            if (failures.get() < times) {
                failures.incrementAndGet();
                throw failure;
            }
        };
    }

    private JdbcHooks.Hook failing(SQLException failure) {
        return failing(Integer.MAX_VALUE, failure);
    }

    private static SQLException state(String state) {
        return new SQLException("about Alice Liddell", state, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "25006, store_read_only, connect to the primary",
        "53100, store_full, make room",
        "53300, store_unavailable, check that it runs",
        "57014, store_unavailable, check that it runs",
        "57P01, store_unavailable, check that the database runs",
        "42P01, schema_missing, createSchema()",
        "22001, record_too_large, store less",
        "26000, store_failed, add prepareThreshold=0",
        "42P05, store_failed, add prepareThreshold=0",
        "42501, store_failed, look up the SQL state"
    })
    void saysWhatIsWrongAndWhatToDo(String state, String code, String fix) {
        source.before = failing(state(state));

        assertFails(() -> store.write(version(2), 1), code)
                .hasMessageContaining("could not write a record (SQL state " + state + ", vendor code 7)")
                .hasMessageContaining(fix)
                .hasMessageNotContaining("Alice");
    }

    @Test
    void tellsAFullDiskByWhatTheDatabaseMetWith() {
        source.before = failing(new SQLException("I/O", "90031", 90031, new IOException("No space left on device")));

        assertFails(() -> store.write(version(2), 1), "store_full");
    }

    @Test
    void tellsATimeLimitOfTheStatement() {
        source.before = failing(new SQLTimeoutException("late"));

        assertFails(() -> store.find(KEY), "store_unavailable").hasMessageContaining("does not answer in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22003", "23514"})
    void neitherQuotesNorChainsWhatQuotesValues(String state) {
        source.before = failing(state(state));

        assertFails(() -> store.write(version(2), 1), "store_failed").hasNoCause();
    }

    @Test
    void doesNotTakeAnotherConstraintForARecordThatIsThere() {
        source.before = failing(state("23502"));

        assertFails(() -> store.write(version(1), 0), "store_failed").hasMessageContaining("SQL state 23502");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void triesAgainWhatOthersGotInTheWayOf(String state) {
        source.before = failing(3, state(state));

        assertThat(store.write(version(2), 1)).isTrue();

        assertThat(failures).hasValue(3);
        assertThat(store.find(KEY).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void triesAgainForALimitedTime() {
        source.before = failing(state("40P01"));

        assertFails(() -> store.write(version(2), 1), "store_unavailable").hasMessageContaining("try again");

        assertThat(failures.get()).isBetween(5, 20);
        source.before = JdbcHooks.Hook.NOTHING;
        assertThat(store.find(KEY).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void readsAgainForALimitedTimeWhenTheConnectionWasLost() {
        source.before = failing(4, state("08006"));
        assertThat(store.find(KEY)).isPresent();
        assertThat(failures).hasValue(4);

        failures.set(0);
        source.before = failing(new SQLRecoverableException("lost"));
        assertFails(() -> store.find(KEY), "store_unavailable").hasMessageNotContaining("not known");
        assertThat(failures.get()).isBetween(5, 20);
    }

    @Test
    void doesNotWaitASecondTimeForADatabaseThatDoesNotAnswer() {
        source.before = failing(new SQLException("late", "08006", 0, new SocketTimeoutException("late")));

        assertFails(() -> store.list(Query.of("acme", ConnectionStore.Key.Kind.CREDENTIAL)), "store_unavailable");

        assertThat(failures).hasValue(1);
    }

    @Test
    void neverCallsAWriteOfUnknownOutcomeAFailureOrDoesItTwice() {
        source.after = failing(1, state("08006"));

        assertFails(() -> store.write(version(2), 1), "store_unavailable")
                .hasMessageContaining("whether it was done is not known, so read again before writing again");

        assertThat(store.find(KEY).orElseThrow().version()).isEqualTo(2);
        assertThat(store.write(version(2), 1)).isFalse();
    }

    @Test
    void leavesTheLeaseWithItsIntentWhenACommitHasAnUnknownOutcome() {
        var lease = (Held) store.lease(KEY, 1, "one", new byte[] {7});
        source.before = failing(1, state("08006"));

        assertFails(() -> lease.commit(version(2)), "store_unavailable").hasMessageContaining("not known");

        assertThat(store.lease(KEY, 1, "two", new byte[0])).isInstanceOf(Busy.class);
        assertThat(lease.commit(version(2))).isTrue();
    }

    @Test
    void doesNotRenewALeaseWhoseEndItWasNotTold() {
        var lease = (Held) store.lease(KEY, 1, "one", new byte[0]);
        source.after = failing(1, state("08006"));
        assertFails(() -> lease.backOff(Duration.ofHours(1), new byte[] {5}), "store_unavailable");

        assertThat(lease.renew()).isFalse();

        assertThat(store.lease(KEY, 1, "two", new byte[0])).isInstanceOf(BackedOff.class);
    }

    @Test
    void holdsTheLeaseThatATryTookBeforeOthersGotInTheWay() {
        source.before = sql -> {
            if (sql.startsWith("SELECT")) {
                failing(1, state("40001")).at(sql);
            }
        };

        assertThat(store.lease(KEY, 1, "one", new byte[0])).isInstanceOf(Held.class);
        assertThat(failures).hasValue(1);
    }

    @Test
    void releasesAndRenewsNothingThatItKnowsToBeOver() {
        var lease = (Held) store.lease(KEY, 1, "one", new byte[0]);
        assertThat(lease.commit(version(2))).isTrue();
        int before = source.taken.get();

        lease.close();
        assertThat(lease.renew()).isFalse();

        assertThat(source.taken).hasValue(before);
    }

    @Test
    void doesNotMindAConnectionThatCannotBeReturned() {
        source.closing = failing(state("08003"));

        assertThat(store.write(version(2), 1)).isTrue();
    }

    @Test
    void saysThatNothingHappenedWhenThereIsNoConnection() {
        source.connecting = failing(state("08001"));

        assertFails(() -> store.write(version(2), 1), "store_unavailable")
                .hasMessageContaining("SQL state 08001")
                .hasMessageContaining("nothing was changed");
        assertThat(failures).hasValue(1);
    }

    @Test
    void asksTheDatabaseAgainAfterAFirstUseThatFailed() {
        var fresh = JdbcConnectionStore.of(source).encryptedWith(JdbcStoreContract.KEYS);
        source.connecting = failing(1, state("08001"));
        assertFails(() -> fresh.find(KEY), "store_unavailable");

        assertThat(fresh.find(KEY)).isPresent();
    }

    @Test
    void connectsOnlyWhenItIsUsed() {
        int before = source.taken.get();

        var fresh = JdbcConnectionStore.of(source).encryptedWith(JdbcStoreContract.KEYS);

        assertThat(fresh.keys()).isSameAs(JdbcStoreContract.KEYS);
        assertThat(source.taken).hasValue(before);
    }

    @Test
    void needsOneConnectionOnlyAndSaysWhenThePoolHasNone() throws SQLException {
        try (HikariDataSource pool = JdbcPostgreSqlServer.pooled(JdbcH2Test.database(""), 1)) {
            var pooled = JdbcConnectionStore.of(pool).encryptedWith(JdbcStoreContract.KEYS);
            pooled.createSchema();
            assertThat(pooled.write(version(1), 0)).isTrue();
            assertThat(pooled.lease(KEY, 1, "one", new byte[0])).isInstanceOf(Held.class);

            try (Connection taken = pool.getConnection()) {
                assertThat(taken.isValid(1)).isTrue();
                assertFails(() -> pooled.write(version(2), 1), "store_unavailable")
                        .hasMessageContaining("a connection to spare")
                        .hasMessageContaining("nothing was changed");
            }

            assertThat(pooled.write(version(2), 1)).isTrue();
        }
    }
}
