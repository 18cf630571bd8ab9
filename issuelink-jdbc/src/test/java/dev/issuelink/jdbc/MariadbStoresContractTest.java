package dev.issuelink.jdbc;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.contract.IssueLinkStoresContract;
import java.time.Clock;

class MariadbStoresContractTest extends IssueLinkStoresContract {
    @Override
    protected IssueLinkStores createStores(Clock storeClock) {
        return TestDatabase.mariadb().stores(storeClock);
    }
}
