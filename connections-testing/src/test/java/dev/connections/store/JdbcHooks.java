package dev.connections.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that can be made to fail before and after each statement, and that counts its connections. */
final class JdbcHooks implements DataSource {
    /** What happens at a step; the text is the statement's, or empty. */
    interface Hook {
        Hook NOTHING = text -> {};

        void at(String text) throws SQLException;
    }

    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    volatile Hook connecting = Hook.NOTHING;
    volatile Hook before = Hook.NOTHING;
    volatile Hook after = Hook.NOTHING;
    volatile Hook closing = Hook.NOTHING;
    /** Whether connections come with autocommit off, as those of a caller's transaction do. */
    volatile boolean manualCommit;

    final Set<Boolean> autocommitWhenReturned = ConcurrentHashMap.newKeySet();
    private final DataSource source;

    JdbcHooks(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection getConnection() throws SQLException {
        connecting.at("");
        Connection connection = source.getConnection();
        taken.incrementAndGet();
        open.incrementAndGet();
        if (manualCommit) {
            connection.setAutoCommit(false);
        }
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                return hooked((String) arguments[0], (PreparedStatement) call(connection, method, arguments));
            }
            if (method.getName().equals("close")) {
                close(connection);
                return null;
            }
            return call(connection, method, arguments);
        });
    }

    private void close(Connection connection) throws SQLException {
        open.decrementAndGet();
        if (!connection.isClosed()) {
            autocommitWhenReturned.add(connection.getAutoCommit());
        }
        connection.close();
        closing.at("");
    }

    private PreparedStatement hooked(String sql, PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            before.at(sql);
            Object result = call(statement, method, arguments);
            after.at(sql);
            return result;
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
