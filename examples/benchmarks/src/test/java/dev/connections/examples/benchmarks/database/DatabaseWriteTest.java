package dev.connections.examples.benchmarks.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseWriteTest {
    @Test
    void writesEachVersionOnce() throws SQLException {
        var write = new DatabaseWrite();
        write.create();
        for (int i = 0; i < 2_500; i++) {
            assertThat(write.floor()).isEqualTo(1);
            assertThat(write.threeColumns()).isEqualTo(1);
            assertThat(write.connections()).isTrue();
        }
        write.close();
    }
}
