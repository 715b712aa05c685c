package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.connections.Secret;
import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.LeaseResult.Held;
import dev.connections.spi.ConnectionStore.Query;
import dev.connections.spi.ConnectionStore.Versioned;
import dev.connections.testing.ConnectionStoreContract;
import dev.connections.testing.internal.Gate;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database store promises on every database, beyond what every store does. */
abstract class JdbcStoreContract extends ConnectionStoreContract {
    static final KeyRing KEYS = KeyRing.primary("test", Secret.of(randomKey()));
    private static final Query ALL = Query.of(TENANT, ConnectionStore.Key.Kind.CREDENTIAL);

    /** To what {@link #opened} opened. */
    private final Map<String, Opened> stores = new ConcurrentHashMap<>();

    private final AtomicLong offset = new AtomicLong();

    /** A store and the way to its tables. */
    record Opened(JdbcHooks source, String prefix, JdbcConnectionStore store) {}

    /**
     * Names an empty database, or tables in one.
     *
     * @param name letters, digits and {@code _}
     * @return the source of connections, in a session time zone far from UTC where the database has one
     */
    abstract DataSource source(String name) throws SQLException;

    /** The prefix of the tables: shared servers need one for each test. */
    String prefix(String name) {
        return "connections_";
    }

    private static String randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    @Override
    protected final ConnectionStore open(String name) {
        return stores.computeIfAbsent(name, this::opened).store();
    }

    private Opened opened(String name) {
        try {
            var source = new JdbcHooks(source(name));
            var store = store(source, prefix(name));
            store.createSchema();
            return new Opened(source, prefix(name), store);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    final JdbcConnectionStore store(DataSource source, String prefix) {
        return new JdbcBeginning(source, prefix, offset::get).encryptedWith(KEYS);
    }

    /** The store of this test, and the way to its tables. */
    final Opened opened() {
        var unused = store();
        return stores.values().iterator().next();
    }

    @Override
    protected final void advance(Duration duration) {
        offset.addAndGet(duration.toNanos() / 1_000);
    }

    @AfterEach
    final void everyConnectionWentBack() {
        assertThat(stores.values()).allMatch(each -> each.source().open.get() == 0, "gave each connection back");
    }

    private void written(String id, Map<String, String> index) {
        var record = new Versioned(key(id), 1, 1, index, new byte[] {1}, Optional.empty());
        assertThat(store().write(record, 0)).isTrue();
    }

    private List<String> listed(Query query) {
        return store().list(query).stream().map(each -> each.key().id()).toList();
    }

    @Test
    void keepsAndComparesIndexValuesOfNamesItDoesNotKnow() {
        Map<String, String> odd = Map.of("region", "eu=%\n\r\\x", "läbel%", "", Index.NAME, "CRM");
        written("a", odd);
        written("b", Map.of("region", "eu", "other", "eu=%"));

        assertThat(store().find(key("a")).orElseThrow().index()).isEqualTo(odd);
        assertThat(listed(ALL.withEqual("region", "eu=%\n\r\\x"))).containsExactly("a");
        assertThat(listed(ALL.withEqual("region", "eu"))).containsExactly("b");
        assertThat(listed(ALL.withEqual("läbel%", ""))).containsExactly("a");
        assertThat(listed(ALL.withEqual("region", "EU"))).isEmpty();
        assertThat(store().count(ALL.withEqual("other", "eu"))).isZero();
    }

    @Test
    void keepsAndComparesValuesThatNoColumnHolds() {
        String endless = "x".repeat(100_000);
        String nul = "a\0b";
        String half = "a\uD83Db";
        written("a", Map.of(Index.NAME, endless, Index.EMAIL, nul, Index.SUBJECT, half));
        written("b", Map.of(Index.NAME, "x".repeat(255), Index.EMAIL, "ab", Index.SUBJECT, "a?b"));

        assertThat(store().find(key("a")).orElseThrow().index())
                .isEqualTo(Map.of(Index.NAME, endless, Index.EMAIL, nul, Index.SUBJECT, half));
        assertThat(listed(ALL.withEqual(Index.NAME, endless))).containsExactly("a");
        assertThat(listed(ALL.withEqual(Index.EMAIL, nul))).containsExactly("a");
        assertThat(listed(ALL.withEqual(Index.SUBJECT, half))).containsExactly("a");
        assertThat(listed(ALL.withContains("X".repeat(300)))).containsExactly("a");
        assertThat(listed(ALL.withContains(nul))).containsExactly("a");
    }

    @Test
    void findsTextInAnyCaseOfAnyAlphabet() {
        written("a", Map.of(Index.NAME, "Großer ÄRGER"));
        written("b", Map.of(Index.EMAIL, "ΩMEGA@example.com"));
        written("c", Map.of(Index.SUBJECT, "ПОЛЬЗОВАТЕЛЬ 😀"));

        assertThat(listed(ALL.withContains("ärg"))).containsExactly("a");
        assertThat(listed(ALL.withContains("arg"))).isEmpty();
        assertThat(listed(ALL.withContains("ωmega"))).containsExactly("b");
        assertThat(listed(ALL.withContains("пользователь 😀"))).containsExactly("c");
        assertThat(listed(ALL.withContains(""))).containsExactly("a", "b", "c");
    }

    @Test
    void findsNoTextThatBeginsInOneValueAndEndsInAnother() {
        written("a", Map.of(Index.NAME, "one", Index.EMAIL, "two"));

        assertThat(listed(ALL.withContains("onetwo"))).isEmpty();
        assertThat(listed(ALL.withContains("one\uFDD1two"))).isEmpty();
        assertThat(listed(ALL.withContains("two"))).containsExactly("a");
    }

    @Test
    void tellsTextsApartThatDifferInCaseAccentOrTrailingSpace() {
        written("a", Map.of(Index.CONNECTION, "crm"));
        written("b", Map.of(Index.CONNECTION, "crm "));
        written("c", Map.of(Index.CONNECTION, "CRM"));
        written("d", Map.of(Index.CONNECTION, "crḿ"));

        assertThat(listed(ALL.withEqual(Index.CONNECTION, "crm"))).containsExactly("a");
        assertThat(listed(ALL.withEqual(Index.CONNECTION, "crm "))).containsExactly("b");
    }

    @Test
    void tellsTenantsApartAndOrdersThemByCharacterCode() {
        for (String tenant : List.of("b", "a", "B", "b ", "é", "e", "_")) {
            var record = new Versioned(
                    new ConnectionStore.Key(tenant, ConnectionStore.Key.Kind.META, "a"),
                    1,
                    1,
                    Map.of(),
                    new byte[1],
                    Optional.empty());
            assertThat(store().write(record, 0)).isTrue();
        }

        assertThat(store().tenants("", 10)).containsExactly("B", "_", "a", "b", "b ", "e", "é");
        assertThat(store().tenants("b", 2)).containsExactly("b ", "e");
    }

    @Test
    void refusesATenantThatADatabaseWouldChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().find(new ConnectionStore.Key("a\uD83D", ConnectionStore.Key.Kind.META, "a")));
    }

    @Test
    void tellsTheTimeInUtcWhateverTheTimeZoneOfTheSession() {
        assertThat(store().now()).isCloseTo(Clock.systemUTC().instant(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void takesABackOffWithoutEndForALongOne() {
        written("a", Map.of());
        var lease = (Held) store().lease(key("a"), 1, "one", new byte[0]);

        Instant before = store().now();
        lease.backOff(Duration.ofSeconds(Long.MAX_VALUE), new byte[0]);

        Instant until =
                store().find(key("a")).orElseThrow().attempt().orElseThrow().nextAllowedAt();
        assertThat(until).isAfter(before.plus(Duration.ofDays(36_000)));
    }

    @Test
    void worksOnConnectionsThatComeWithAutocommitOffAndLeavesItOff() {
        written("a", Map.of());
        Opened opened = opened();
        var manual = new JdbcHooks(opened.source());
        manual.manualCommit = true;
        JdbcConnectionStore same = store(manual, opened.prefix());

        var lease = (Held) same.lease(key("a"), 1, "one", new byte[0]);
        assertThat(lease.commit(record("a", 2, "second"))).isTrue();

        assertThat(store().find(key("a")).orElseThrow().version()).isEqualTo(2);
        assertThat(manual.autocommitWhenReturned).containsExactly(false);
    }

    @Test
    void takesOnlyTheRecordThatItRead() {
        written("a", Map.of(Index.NAME, "old"));
        Opened opened = opened();
        var hooks = new JdbcHooks(opened.source());
        hooks.before = sql -> {
            if (sql.startsWith("DELETE")) {
                hooks.before = JdbcHooks.Hook.NOTHING;
                store().delete(key("a"), 1);
                written("a", Map.of(Index.NAME, "new"));
            }
        };

        Versioned taken = store(hooks, opened.prefix()).take(key("a")).orElseThrow();

        assertThat(taken.index()).containsEntry(Index.NAME, "new");
        assertThat(store().find(key("a"))).isEmpty();
    }

    @Test
    void commitsNothingOverARecordThatWasCreatedAgain() {
        written("a", Map.of());
        var lease = (Held) store().lease(key("a"), 1, "one", new byte[0]);
        store().delete(key("a"), 1);
        written("a", Map.of(Index.NAME, "again"));

        assertThat(lease.commit(record("a", 2, "refreshed"))).isFalse();

        assertThat(store().find(key("a")).orElseThrow().index()).containsEntry(Index.NAME, "again");
    }

    @Test
    void makesItsTablesOnceForManyNodes() {
        Opened opened = opened();
        String fresh = "n" + opened.prefix();

        List<Boolean> made = Gate.race(6, runner -> {
            JdbcConnectionStore node = store(opened.source(), fresh);
            node.createSchema();
            return node.write(record("r" + runner, 1, "first"), 0);
        });

        assertThat(made).containsOnly(true);
        assertThat(store(opened.source(), fresh).count(ALL)).isEqualTo(6);
        assertThat(store().count(ALL)).isZero();
    }

    @Test
    void makesItsTablesAgainWithoutHarm() {
        written("a", Map.of());

        opened().store().createSchema();

        assertThat(store().find(key("a"))).isPresent();
        assertThat(opened().store().upgrade()).isEqualTo(1);
    }

    @Test
    void saysThatItsTablesAreMissingAndHowToMakeThem() {
        JdbcConnectionStore missing = store(opened().source(), "m" + opened().prefix());

        JdbcFailures.assertFails(() -> missing.find(key("a")), "schema_missing")
                .hasMessageContaining("createSchema()")
                .hasMessageContaining("dev/connections/store/schema/");
        JdbcFailures.assertFails(missing::upgrade, "schema_missing");
    }

    @Test
    void refusesTablesOfANewerRelease() throws SQLException {
        Opened opened = opened();
        execute(opened, "UPDATE " + opened.prefix() + "meta SET meta_value = 2 WHERE meta_name = 'schema'");
        JdbcConnectionStore old = store(opened.source(), opened.prefix());

        JdbcFailures.assertFails(() -> old.find(key("a")), "newer_schema").hasMessageContaining("upgrade this node");
        JdbcFailures.assertFails(() -> old.write(record("a", 1, "x"), 0), "newer_schema");
        JdbcFailures.assertFails(old::createSchema, "newer_schema");
    }

    @Test
    void saysThatATableWentAway() throws SQLException {
        Opened opened = opened();
        execute(opened, "DROP TABLE " + opened.prefix() + "record");

        JdbcFailures.assertFails(() -> store().find(key("a")), "schema_missing");
    }

    /** For the tests of databases that tell whether a transaction is open. */
    final void refusesOpenTransactions() throws SQLException {
        written("a", Map.of());
        Opened opened = opened();
        try (Connection callers = opened.source().getConnection()) {
            callers.setAutoCommit(false);
            try (var statement = callers.createStatement()) {
                statement.execute("UPDATE " + opened.prefix() + "meta SET meta_value = 5 WHERE meta_name = 'format'");
            }
            JdbcConnectionStore joined = store(JdbcOneConnection.of(callers), opened.prefix());

            JdbcFailures.assertFails(() -> joined.lease(key("a"), 1, "one", new byte[0]), "transaction_open")
                    .hasMessageContaining("the pool's own DataSource");

            callers.rollback();
            callers.setAutoCommit(true);
        }
        assertThat(opened.store().upgrade()).isEqualTo(1);
    }

    static void execute(Opened opened, String sql) throws SQLException {
        try (Connection connection = opened.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
