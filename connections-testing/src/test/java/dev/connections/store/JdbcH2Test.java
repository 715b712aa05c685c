package dev.connections.store;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class JdbcH2Test extends JdbcStoreContract {
    /** A database in memory with connections of its own, which lives as long as one of them is open. */
    static DataSource database(String options) {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;TIME ZONE=Asia/Kolkata" + options);
        source.setUser("sa");
        return JdbcConnectionPool.create(source);
    }

    @Override
    DataSource source(String name) {
        return database("");
    }

    @Test
    void refusesAConnectionWithChangesOfACaller() throws SQLException {
        refusesOpenTransactions();
    }
}
