package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connections.spi.ConnectionStore;
import dev.connections.spi.ConnectionStore.Index;
import dev.connections.spi.ConnectionStore.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;

class JdbcPostgreSqlTest extends JdbcStoreContract {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String prefix = "t" + COUNT.incrementAndGet() + "_";

    @Override
    DataSource source(String name) throws SQLException {
        return JdbcPostgreSqlServer.shared().pool();
    }

    @Override
    String prefix(String name) {
        return prefix;
    }

    @Test
    void refusesAConnectionWithChangesOfACaller() throws SQLException {
        refusesOpenTransactions();
    }

    @Test
    void findsWithoutReadingEveryRow() throws SQLException {
        Opened opened = opened();
        execute(opened, """
                INSERT INTO %1$srecord (tenant, kind, id, incarnation, version, format, sealed, fence,
                  ix_due, ix_connection, ix_account, ix_subject, ix_service, ix_key)
                SELECT 'acme', 'CREDENTIAL', 'r' || n, 1, 1, 1, ''::bytea, 0, '2026-01-01T00:00:' || (10 + mod(n, 50)) || 'Z',
                  'c' || n, 'a' || n, 's' || n, 'v' || n, 'k' || n
                FROM generate_series(10000, 30000) n""".formatted(opened.prefix()));
        execute(opened, "ANALYZE " + opened.prefix() + "record");
        Query all = Query.of(TENANT, ConnectionStore.Key.Kind.CREDENTIAL);

        for (String name : List.of(Index.CONNECTION, Index.ACCOUNT, Index.SUBJECT, Index.SERVICE, Index.KEY)) {
            assertThat(plan(store -> store.list(all.withEqual(name, "x"))))
                    .contains("Index")
                    .doesNotContain("Seq Scan");
        }
        assertThat(plan(store -> store.list(all.withAfter("r2").withLimit(10))))
                .contains("_pkey")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
        assertThat(plan(store -> store.list(all.withDueBefore(Instant.EPOCH)))).contains("Index Scan");
        assertThat(plan(store -> store.earliestDue(all))).contains("record_due").doesNotContain("Sort");
        assertThat(plan(store -> store.tenants("", 10))).contains("_pkey").doesNotContain("Seq Scan");
        assertThat(plan(store -> store.count(all.withEqual(Index.ACCOUNT, "x"))))
                .contains("record_account");
    }

    /** How PostgreSQL does what the store asks for, whatever the parameters. */
    private String plan(Consumer<ConnectionStore> asking) throws SQLException {
        Opened opened = opened();
        var asked = new AtomicReference<String>();
        opened.source().before = asked::set;
        asking.accept(opened.store());
        opened.source().before = JdbcHooks.Hook.NOTHING;
        var parameters = new AtomicInteger();
        String sql =
                Pattern.compile("\\?").matcher(asked.get()).replaceAll(mark -> "\\$" + parameters.incrementAndGet());
        PGSimpleDataSource simple = JdbcPostgreSqlServer.shared().source("");
        simple.setPreferQueryMode(PreferQueryMode.SIMPLE); // which asks for no values of the parameters
        try (Connection connection = simple.getConnection();
                var statement = connection.createStatement();
                var lines = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + sql)) {
            var plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
