package dev.issuelink.verify.processes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.ds.PGSimpleDataSource;

/** Gives connections out again that were given back, as the pools of hosts do. */
final class Pool extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final transient ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Pool(String url) {
        setUrl(url);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var waiting = idle.poll();
        var open = waiting == null ? super.getConnection() : waiting;
        var isLent = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("close")) {
                        try {
                            return method.invoke(open, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }
                    if (isLent.getAndSet(false)) {
                        giveBack(open);
                    }
                    return null;
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (connection.getAutoCommit() && !connection.isClosed()) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }
}
