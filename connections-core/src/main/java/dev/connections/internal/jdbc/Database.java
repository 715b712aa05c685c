package dev.connections.internal.jdbc;

import dev.connections.ConnectionStoreException;
import dev.connections.internal.jdbc.Session.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one operation at a time on a connection of its own, which is in autocommit mode meanwhile and goes back as it came.
 * Thread-safe.
 *
 * <p>What others got in the way of is tried again for a while; so is a read whose connection broke: pools hand out, one
 * after another, the connections that a restarted server has forgotten. A change whose connection broke may have been
 * done and is never repeated here.
 */
final class Database {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connections.store.jdbc");

    private final DataSource source;
    /** Guards a database that one connection at a time can use; held while a statement runs, by no thread for longer. */
    private final ReentrantLock queue = new ReentrantLock(true);

    private volatile @Nullable Dialect known;

    Database(DataSource source) {
        this.source = source;
    }

    /** Asks the database what it is, the first time. */
    Dialect dialect() {
        Dialect dialect = known;
        if (dialect == null) {
            dialect = asked();
            known = dialect;
        }
        return dialect;
    }

    private Dialect asked() {
        Task task = Task.read("ask what the database is");
        Connection connection = connected(task);
        try {
            return Dialect.of(connection.getMetaData());
        } catch (SQLException e) {
            throw SqlFailures.unconnected(task, e);
        } finally {
            close(connection);
        }
    }

    <T> T run(Task task, Work<T> work) {
        var patience = new Patience();
        while (true) {
            try {
                return once(task, work);
            } catch (SQLException e) {
                if (!mayRepeat(task, e) || !patience.another()) {
                    throw dialect().failures().failed(task, e);
                }
            }
        }
    }

    private boolean mayRepeat(Task task, SQLException failure) {
        Trouble trouble = dialect().failures().kind(failure);
        return trouble == Trouble.BUSY
                || (trouble == Trouble.LOST && task.repeatable() && !SqlFailures.timedOut(failure));
    }

    private <T> T once(Task task, Work<T> work) throws SQLException {
        Dialect dialect = dialect();
        if (!dialect.oneAtATime()) {
            return connected(task, dialect, work);
        }
        queue.lock();
        try {
            return connected(task, dialect, work);
        } finally {
            queue.unlock();
        }
    }

    private <T> T connected(Task task, Dialect dialect, Work<T> work) throws SQLException {
        Connection connection = connected(task);
        try {
            return withinLimit(connection, dialect, work);
        } finally {
            close(connection);
        }
    }

    private Connection connected(Task task) {
        try {
            return source.getConnection();
        } catch (SQLException | RuntimeException e) {
            throw SqlFailures.unconnected(task, e);
        }
    }

    /** A server that has stopped answering must not hold a refresh for longer than the lease. */
    private <T> T withinLimit(Connection connection, Dialect dialect, Work<T> work) throws SQLException {
        if (!dialect.remote()) {
            return committing(connection, dialect, work);
        }
        Optional<Integer> before = limited(connection);
        try {
            return committing(connection, dialect, work);
        } finally {
            before.ifPresent(limit ->
                    quietly("restore its time limit", () -> connection.setNetworkTimeout(Runnable::run, limit)));
        }
    }

    /** Sets the time limit if there is none as short, and returns the one to restore. */
    private static Optional<Integer> limited(Connection connection) throws SQLException {
        int limit = (int) Patience.LIMIT.toMillis();
        try {
            int before = connection.getNetworkTimeout();
            if (before > 0 && before <= limit) {
                return Optional.empty();
            }
            connection.setNetworkTimeout(Runnable::run, limit);
            return Optional.of(before);
        } catch (SQLFeatureNotSupportedException e) {
            return Optional.empty(); // the driver's own time limits hold
        }
    }

    private <T> T committing(Connection connection, Dialect dialect, Work<T> work) throws SQLException {
        var session = new Session(connection, dialect);
        if (connection.getAutoCommit()) {
            return settled(session, work);
        }
        refuseOpenTransaction(session);
        connection.setAutoCommit(true);
        try {
            return settled(session, work);
        } finally {
            quietly("leave autocommit mode", () -> connection.setAutoCommit(false));
        }
    }

    private static <T> T settled(Session session, Work<T> work) throws SQLException {
        session.dialect().settle(session);
        return work.on(session);
    }

    /** Autocommit would commit what a caller has not: a lease must not wait for somebody's commit, nor cause it. */
    private static void refuseOpenTransaction(Session session) throws SQLException {
        Optional<String> question = session.dialect().uncommitted();
        boolean open = question.isPresent()
                && session.first(question.get(), Parameters.Binding.NONE, row -> row.getLong(1) != 0)
                        .orElse(false);
        if (open) {
            throw new ConnectionStoreException(
                    "transaction_open",
                    "the DataSource hands out a connection with changes that its user has not committed; give the store"
                            + " the pool's own DataSource, not one that joins the transaction of its caller",
                    null);
        }
    }

    private static void close(Connection connection) {
        quietly("be returned", connection::close);
    }

    /** Something that may fail with an {@code SQLException}. */
    private interface Step {
        void run() throws SQLException;
    }

    /** What was asked for has been done or has failed by now; a broken connection changes nothing of that. */
    private static void quietly(String doing, Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            LOG.atDebug().addKeyValue("failure", SqlFailures.codes(e)).log("a connection could not " + doing);
        }
    }
}
