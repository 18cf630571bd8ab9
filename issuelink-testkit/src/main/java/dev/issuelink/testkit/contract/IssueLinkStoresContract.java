package dev.issuelink.testkit.contract;

import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.testkit.MutableClock;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/**
 * The whole contract of {@link IssueLinkStores}. A store author extends it with a class of one method and lets JUnit run
 * it:
 *
 * <pre>{@code
 * class MyStoresContractTest extends IssueLinkStoresContract {
 *     @Override
 *     protected IssueLinkStores createStores(Clock clock) {
 *         return new MyStores(clock);
 *     }
 * }
 * }</pre>
 */
public abstract class IssueLinkStoresContract {
    /** For authors of stores. */
    protected IssueLinkStoresContract() {}

    /**
     * Makes empty stores.
     *
     * @param storeClock the clock that decides when leases have ended and delays are over; a store that goes by another
     *     clock, such as its database's, ignores it and overrides {@link #letPass}
     * @return new stores; the contract closes them
     */
    protected abstract IssueLinkStores createStores(Clock storeClock);

    /**
     * Lets time pass for the stores. Moves the clock unless overridden.
     *
     * @param storeClock the clock that the stores were made with
     * @param duration how much
     */
    protected void letPass(MutableClock storeClock, Duration duration) {
        storeClock.advance(duration);
    }

    @Nested
    class Transactions extends TransactionContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Rollbacks extends RollbackContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Links extends LinkStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Snapshots extends SnapshotStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Outbox extends OutboxStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class OutboxClaims extends OutboxClaimContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Inbox extends InboxStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Cursors extends CursorStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Secrets extends SecretStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Fingerprints extends FingerprintStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Budgets extends BudgetStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Leases extends LeaseStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class Audit extends AuditStoreContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }

    @Nested
    class RandomWork extends RandomWorkContract {
        @Override
        protected IssueLinkStores createStores(Clock storeClock) {
            return IssueLinkStoresContract.this.createStores(storeClock);
        }

        @Override
        protected void letPass(MutableClock storeClock, Duration duration) {
            IssueLinkStoresContract.this.letPass(storeClock, duration);
        }
    }
}
