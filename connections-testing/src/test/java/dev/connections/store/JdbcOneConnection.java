package dev.connections.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** Hands out the connection of a caller's transaction again and again, as data sources that join transactions do. */
final class JdbcOneConnection {
    private JdbcOneConnection() {}

    static DataSource of(Connection callers) {
        Connection lent = proxy(Connection.class, (method, arguments) -> {
            try {
                return method.getName().equals("close") ? null : method.invoke(callers, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return lent;
        });
    }

    private interface Call {
        Object on(java.lang.reflect.Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }
}
