package dev.connections.internal.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, bound from left to right. Confined to one thread. */
final class Parameters {
    private final PreparedStatement statement;
    private final Dialect dialect;
    private int last;

    Parameters(PreparedStatement statement, Dialect dialect) {
        this.statement = statement;
        this.dialect = dialect;
    }

    /** Binds what says which parameters a statement has. */
    interface Binding {
        Binding NONE = parameters -> {};

        void bind(Parameters parameters) throws SQLException;
    }

    /** A text that is compared by character code. */
    Parameters key(@Nullable String value) throws SQLException {
        dialect.bindKey(statement, ++last, value);
        return this;
    }

    Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++last, value);
        return this;
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++last, value);
        return this;
    }

    Parameters bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++last, value);
        return this;
    }
}
