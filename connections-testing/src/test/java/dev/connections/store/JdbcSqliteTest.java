package dev.connections.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class JdbcSqliteTest extends JdbcStoreContract {
    @TempDir
    Path directory;

    @Override
    DataSource source(String name) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("store.db"));
        source.setSynchronous("OFF"); // what survives a crash of the machine is not asked here
        return source;
    }
}
