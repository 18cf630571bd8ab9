package dev.issuelink.jdbc;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.contract.IssueLinkStoresContract;
import java.time.Clock;

class PostgresqlStoresContractTest extends IssueLinkStoresContract {
    @Override
    protected IssueLinkStores createStores(Clock storeClock) {
        return TestDatabase.postgresql().stores(storeClock);
    }
}
