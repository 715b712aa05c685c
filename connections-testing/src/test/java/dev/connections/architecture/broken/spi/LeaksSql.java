package dev.connections.architecture.broken.spi;

import java.sql.SQLException;

public interface LeaksSql {
    void write() throws SQLException;
}
