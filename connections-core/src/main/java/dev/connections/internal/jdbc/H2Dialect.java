package dev.connections.internal.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * H2. Its collation is one for the whole database, and may ignore case; so keys are the bytes of their UTF-8.
 *
 * @see <a href="https://www.h2database.com/javadoc/org/h2/api/ErrorCode.html">H2's error codes</a>
 */
final class H2Dialect extends Dialect {
    private static final Map<Integer, Trouble> CODES = Map.of(
            23505, Trouble.DUPLICATE,
            90131, Trouble.BUSY, // concurrent update
            50200, Trouble.BUSY, // lock timeout
            90097, Trouble.READ_ONLY,
            90067, Trouble.LOST, // connection broken
            90098, Trouble.LOST, // database closed
            90121, Trouble.LOST,
            42102, Trouble.SCHEMA_MISSING,
            42103, Trouble.SCHEMA_MISSING,
            42104, Trouble.SCHEMA_MISSING);

    H2Dialect() {
        super("h2", CODES);
    }

    @Override
    String now() {
        return "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP(6)) * 1000000 AS BIGINT)";
    }

    @Override
    String contains(String column) {
        return "LOCATE(?, " + column + ") > 0";
    }

    @Override
    Optional<String> uncommitted() {
        return Optional.of("SELECT CASE WHEN TRANSACTION_ID() IS NULL THEN 0 ELSE 1 END");
    }

    @Override
    void bindKey(PreparedStatement statement, int parameter, @Nullable String value) throws SQLException {
        statement.setBytes(parameter, value == null ? null : value.getBytes(UTF_8));
    }

    @Override
    @Nullable
    String key(ResultSet result, int column) throws SQLException {
        byte[] bytes = result.getBytes(column);
        return bytes == null ? null : new String(bytes, UTF_8);
    }
}
