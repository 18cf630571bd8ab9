package dev.issuelink.jdbc;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.contract.IssueLinkStoresContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoresContractTest extends IssueLinkStoresContract {
    @RegisterExtension
    static final ContractFigure FIGURE = new ContractFigure("sqlite");

    @TempDir
    private Path folder;

    @Override
    protected IssueLinkStores createStores(Clock storeClock) {
        var file = folder.resolve(TestDatabase.newPrefix() + ".db");
        return JdbcStores.open(
                new SqliteDialect(), SqliteFile.at(file), "here", TableNames.DEFAULT, TestDatabase.of(storeClock));
    }
}
