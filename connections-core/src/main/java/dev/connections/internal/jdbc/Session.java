package dev.connections.internal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection in autocommit mode while one operation uses it. Confined to one thread. */
final class Session {
    private final Connection connection;
    private final Dialect dialect;

    Session(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What is done on a connection. */
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    /** Makes a value of the row that a result stands at. */
    interface Reading<T> {
        T row(ResultSet result) throws SQLException;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Executes a statement and returns how many rows it changed. */
    int update(String sql, Parameters.Binding binding) throws SQLException {
        try (PreparedStatement statement = prepared(sql, binding)) {
            return statement.executeUpdate();
        }
    }

    /** Executes a statement without parameters, of whatever kind. */
    void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    <T> List<T> list(String sql, Parameters.Binding binding, Reading<T> reading) throws SQLException {
        try (PreparedStatement statement = prepared(sql, binding);
                ResultSet result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.row(result));
            }
            return rows;
        }
    }

    <T> Optional<T> first(String sql, Parameters.Binding binding, Reading<T> reading) throws SQLException {
        return list(sql, binding, reading).stream().findFirst();
    }

    private PreparedStatement prepared(String sql, Parameters.Binding binding) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            binding.bind(new Parameters(statement, dialect));
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
