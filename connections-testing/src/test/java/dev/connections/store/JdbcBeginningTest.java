package dev.connections.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connections.ConnectionConfigurationException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class JdbcBeginningTest {
    private final DataSource source = JdbcH2Test.database("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a",
                "a-b",
                "a b",
                "a;DROP TABLE x",
                "é",
                "schema.a_",
                "_a",
                "a234567890123456789012345678901"
            })
    void refusesAPrefixThatIsNoName(String prefix) {
        assertThatThrownBy(() -> JdbcConnectionStore.of(source).withTablePrefix(prefix))
                .isInstanceOfSatisfying(
                        ConnectionConfigurationException.class,
                        refused -> assertThat(refused.code()).isEqualTo("table_prefix_malformed"))
                .hasMessageContaining("for example \"billing_\"");
    }

    @Test
    void takesAPrefixOfThirtyLettersDigitsAndUnderscores() {
        var store = JdbcConnectionStore.of(source)
                .withTablePrefix("A23456789_123456789_12345678b_")
                .encryptedWith(JdbcStoreContract.KEYS);

        store.createSchema();

        assertThat(store.tenants("", 1)).isEmpty();
    }

    @Test
    void needsASourceAndKeys() {
        assertThatNullPointerException()
                .isThrownBy(() -> JdbcConnectionStore.of(null))
                .withMessage("dataSource");
        assertThatNullPointerException()
                .isThrownBy(() -> JdbcConnectionStore.of(source).encryptedWith(null))
                .withMessage("keys");
    }

    @Test
    void printsNothingOfTheSource() {
        var secret = new SQLiteDataSource();
        secret.setUrl("jdbc:sqlite:s3cr3t.db");

        assertThat(JdbcConnectionStore.of(secret)).asString().doesNotContain("s3cr3t");
        assertThat(JdbcConnectionStore.of(secret).encryptedWith(JdbcStoreContract.KEYS))
                .asString()
                .doesNotContain("s3cr3t");
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        var store = JdbcConnectionStore.of(product("Oracle", "23")).encryptedWith(JdbcStoreContract.KEYS);

        JdbcFailures.assertFails(store::now, "database_unsupported")
                .hasMessageContaining("Oracle")
                .hasMessageContaining("PostgreSQL, MariaDB, MySQL, H2 or SQLite");
    }

    @Test
    void namesTheScriptsOfTheDatabaseBehindADriverForMySql() {
        assertMissing(product("MySQL", "8.4.3"), "schema/mysql;");
        assertMissing(product("MySQL", "10.11.6-MariaDB"), "schema/mariadb;");
    }

    private static void assertMissing(DataSource source, String folder) {
        var store = JdbcConnectionStore.of(source).encryptedWith(JdbcStoreContract.KEYS);
        JdbcFailures.assertFails(store::now, "schema_missing")
                .message()
                .contains(folder.substring(0, folder.length() - 1));
    }

    /** A database without tables that says it is such a product. */
    private static DataSource product(String name, String version) {
        var metaData = answers(DatabaseMetaData.class, method -> switch (method) {
            case "getDatabaseProductName" -> name;
            case "getDatabaseProductVersion" -> version;
            default -> throw new UnsupportedOperationException(method);
        });
        var connection = answers(Connection.class, method -> switch (method) {
            case "getMetaData" -> metaData;
            case "getAutoCommit" -> true;
            case "getNetworkTimeout" -> 1;
            case "prepareStatement" -> throw new SQLException("none", "42S02", 1146);
            case "close" -> null;
            default -> throw new UnsupportedOperationException(method);
        });
        return answers(DataSource.class, method -> connection);
    }

    private interface Answer {
        Object to(String method) throws SQLException;
    }

    private static <T> T answers(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName())));
    }
}
