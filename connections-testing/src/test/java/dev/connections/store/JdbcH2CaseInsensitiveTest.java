package dev.connections.store;

import javax.sql.DataSource;

/** The contract where the database itself takes upper and lower case for the same. */
class JdbcH2CaseInsensitiveTest extends JdbcStoreContract {
    @Override
    DataSource source(String name) {
        return JdbcH2Test.database(";IGNORECASE=TRUE;MODE=PostgreSQL");
    }
}
