package dev.issuelink.testkit;

import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.contract.IssueLinkStoresContract;
import java.time.Clock;

class InMemoryStoresContractTest extends IssueLinkStoresContract {
    @Override
    protected IssueLinkStores createStores(Clock storeClock) {
        return InMemoryStores.create(storeClock);
    }
}
