package dev.issuelink.demo;

import dev.issuelink.event.SchemaSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** The host's own database: one SQLite file, changed by SQL and looked at through JDBC. Not for several threads. */
final class ShopDatabase implements AutoCloseable {
    private static final String FILE = "shop.db";

    private final Path folder;
    private final Connection connection;
    private final boolean temporary;

    private ShopDatabase(Path folder, Connection connection, boolean temporary) {
        this.folder = folder;
        this.connection = connection;
        this.temporary = temporary;
    }

    /** Opens the database in a folder, an empty one if there is none. */
    static ShopDatabase in(Path folder) {
        return open(folder, false);
    }

    /** Makes an empty database in a folder of its own; both are gone after {@link #close}. */
    static ShopDatabase temporary() {
        try {
            return open(Files.createTempDirectory("issuelink-demo-"), true);
        } catch (IOException e) {
            throw new DemoFailure("No folder could be made for the demo's database: " + e.getMessage() + ".", e);
        }
    }

    private static ShopDatabase open(Path folder, boolean temporary) {
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(FILE));
            return new ShopDatabase(folder, connection, temporary);
        } catch (SQLException e) {
            throw new DemoFailure("No database could be opened in " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    Path file() {
        return folder.resolve(FILE);
    }

    /** Carries statements out, all or none of them. */
    void execute(List<String> statements) {
        try {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DemoFailure("The database refused a statement: " + e.getMessage() + ".", e);
        }
    }

    /** The schema as it is now. */
    SchemaSnapshot snapshot(String source) {
        try {
            return SchemaReader.read(connection.getMetaData(), source);
        } catch (SQLException e) {
            throw new DemoFailure("The schema could not be read: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            if (temporary) {
                Files.deleteIfExists(file());
                Files.deleteIfExists(folder);
            }
        } catch (SQLException | IOException e) {
            throw new DemoFailure("The database " + file() + " could not be closed: " + e.getMessage() + ".", e);
        }
    }
}
