package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of the host's own data source, given back as they came. */
final class HostConnections implements Connections {
    private final DataSource source;

    HostConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection take() throws SQLException {
        var connection = source.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return connection;
        } catch (SQLException | RuntimeException unusable) {
            connection.close();
            throw unusable;
        }
    }

    @Override
    public void give(Connection connection, boolean broken) throws SQLException {
        try (connection) {
            if (!broken && !connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
        }
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {}
}
