package dev.issuelink.jdbc;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.contract.IssueLinkStoresContract;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariadbStoresContractTest extends IssueLinkStoresContract {
    @RegisterExtension
    static final ContractFigure FIGURE = new ContractFigure("mariadb");

    @Override
    protected IssueLinkStores createStores(Clock storeClock) {
        return TestDatabase.mariadb().stores(storeClock);
    }
}
