package dev.issuelink.jdbc;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.contract.IssueLinkStoresContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Stores that an earlier release made, once they are brought up to date and emptied. */
class UpgradedStoresContractTest extends IssueLinkStoresContract {
    @RegisterExtension
    static final ContractFigure FIGURE = new ContractFigure("upgraded");

    @TempDir
    static Path folder;

    @BeforeAll
    static void upgrade() throws SQLException {
        var source = TestDatabase.sqlite(folder.resolve("upgraded.db"), 1_000);
        ReleasedStores.load(Kind.SQLITE, source, TableNames.DEFAULT);
        JdbcStores.sqlite(source, TableNames.DEFAULT).close();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : TestDatabase.TABLES) {
                statement.execute("DELETE FROM " + TableNames.DEFAULT + table);
            }
            statement.execute("UPDATE " + TableNames.DEFAULT + "audit_end SET sequence = 0");
        }
    }

    @Override
    protected IssueLinkStores createStores(Clock storeClock) {
        try {
            var file = folder.resolve(TestDatabase.newPrefix() + ".db");
            Files.copy(folder.resolve("upgraded.db"), file);
            return JdbcStores.open(
                    new SqliteDialect(), SqliteFile.at(file), "here", TableNames.DEFAULT, TestDatabase.of(storeClock));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
