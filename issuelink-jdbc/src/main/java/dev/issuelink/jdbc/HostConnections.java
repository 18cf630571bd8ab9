package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of the host's own data source, given back as they came. */
final class HostConnections implements Connections {
    private record Lent(Connection connection, boolean commitsItself) implements Taken {
        @Override
        public void give(boolean broken) throws SQLException {
            try (connection) {
                if (!broken && connection.getAutoCommit() != commitsItself) {
                    connection.setAutoCommit(commitsItself);
                }
            }
        }
    }

    private final DataSource source;

    HostConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Taken take() throws SQLException {
        var connection = source.getConnection();
        try {
            var lent = new Lent(connection, connection.getAutoCommit());
            connection.setAutoCommit(true);
            return lent;
        } catch (SQLException | RuntimeException unusable) {
            connection.close();
            throw unusable;
        }
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public void close() {}
}
