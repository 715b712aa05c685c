package dev.connections.internal.jdbc;

import java.util.Map;
import java.util.Optional;

/** PostgreSQL. Its scripts declare texts with the collation "C". */
final class PostgreSqlDialect extends Dialect {
    PostgreSqlDialect() {
        super("postgresql", Map.of());
    }

    /** Not {@code now()}, which stands still in a transaction. */
    @Override
    String now() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)";
    }

    @Override
    String contains(String column) {
        return "strpos(" + column + ", ?) > 0";
    }

    @Override
    String onConflict() {
        return " ON CONFLICT (tenant, kind, id) DO NOTHING";
    }

    @Override
    boolean returning() {
        return true;
    }

    @Override
    boolean remote() {
        return true;
    }

    @Override
    Optional<String> uncommitted() {
        return Optional.of("SELECT COALESCE(txid_current_if_assigned(), 0)");
    }

    /** Goes from tenant to tenant by the index, where DISTINCT would read every row. */
    @Override
    String tenants(String table) {
        return "WITH RECURSIVE t(tenant) AS ((SELECT MIN(tenant) FROM " + table + " WHERE tenant > ?)"
                + " UNION ALL SELECT (SELECT MIN(r.tenant) FROM " + table + " r WHERE r.tenant > t.tenant)"
                + " FROM t WHERE t.tenant IS NOT NULL) SELECT tenant FROM t WHERE tenant IS NOT NULL LIMIT ?";
    }
}
