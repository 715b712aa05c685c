package dev.connections.store;

import dev.connections.Secret;
import dev.connections.spi.ConnectionStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

class JdbcRestartTest extends RestartContract {
    private static final KeyRing KEYS =
            KeyRing.primary("k1", Secret.of("q1rqkC9vhbmTBbWlv0MSr1L8fzP4VYbAXx0Yy3l5L4o="));

    private final JdbcDataSource database = new JdbcDataSource();

    JdbcRestartTest() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    @Override
    ConnectionStore open() {
        JdbcConnectionStore store = JdbcConnectionStore.of(database).encryptedWith(KEYS);
        store.createSchema();
        return store;
    }

    @Override
    String dump() {
        var dump = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT")) {
            while (script.next()) {
                dump.append(script.getString(1)).append('\n');
            }
            return dump.append(decoded(dump)).toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The script writes bytes as X'…'. */
    private static String decoded(CharSequence script) {
        var decoded = new StringBuilder();
        var bytes = java.util.regex.Pattern.compile("X'([0-9a-fA-F]+)'").matcher(script);
        while (bytes.find()) {
            byte[] content = java.util.HexFormat.of().parseHex(bytes.group(1));
            decoded.append(new String(content, StandardCharsets.ISO_8859_1)).append('\n');
        }
        return decoded.toString();
    }
}
