package dev.issuelink.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Looks on at what is done with the connections of a data source. */
final class Interceptor {
    /** What is told of each prepared statement before it is executed. */
    @FunctionalInterface
    interface Watcher {
        void beforeExecuting(Connection connection, Prepared prepared) throws SQLException;
    }

    private record Binding(Method method, Object[] arguments) {}

    /** A statement and what it was bound to. */
    static final class Prepared {
        private final String sql;
        private final List<Binding> bindings = new ArrayList<>();

        private Prepared(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }

        void bind(PreparedStatement other) throws SQLException {
            for (var binding : bindings) {
                call(other, binding.method, binding.arguments);
            }
        }

        private static void call(PreparedStatement other, Method method, Object[] arguments) throws SQLException {
            try {
                method.invoke(other, arguments);
            } catch (InvocationTargetException failure) {
                throw (SQLException) failure.getCause();
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    private Interceptor() {}

    static DataSource watched(DataSource source, Watcher watcher) {
        return proxy(
                DataSource.class,
                source,
                (method, arguments, result) ->
                        result instanceof Connection connection ? connection(connection, watcher) : result);
    }

    private static Connection connection(Connection connection, Watcher watcher) {
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            if (result instanceof PreparedStatement statement && arguments != null) {
                return statement(connection, statement, new Prepared((String) arguments[0]), watcher);
            }
            return result;
        });
    }

    private static PreparedStatement statement(
            Connection connection, PreparedStatement statement, Prepared prepared, Watcher watcher) {
        return (PreparedStatement) Proxy.newProxyInstance(
                Interceptor.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, arguments) -> {
                    if (method.getName().startsWith("set")
                            && arguments != null
                            && arguments.length == 2
                            && arguments[0] instanceof Integer) {
                        prepared.bindings.add(new Binding(method, arguments));
                    }
                    if (method.getName().startsWith("execute")) {
                        watcher.beforeExecuting(connection, prepared);
                    }
                    return call(statement, method, arguments);
                });
    }

    /** What becomes of a result. */
    @FunctionalInterface
    private interface After {
        @Nullable
        Object result(Method method, Object @Nullable [] arguments, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                Interceptor.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> after.result(method, arguments, call(target, method, arguments))));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    /** The words of a statement on one line. */
    static String oneLine(String sql) {
        return String.join(" ", Arrays.asList(sql.strip().split("\\s+")));
    }
}
