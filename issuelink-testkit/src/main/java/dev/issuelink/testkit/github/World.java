package dev.issuelink.testkit.github;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that exists, and the one lock under which it is read and changed. */
final class World {

    final Settings settings;
    final FakeClock clock;
    final Ids ids = new Ids();
    final Urls urls;
    final Tokens tokens;
    final FakeWebhooks webhooks;
    final Map<Long, Repo> repos = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    /** Full names in lower case; names given up by a rename still lead to the repository. */
    private final Map<String, Repo> names = new LinkedHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    World(Settings settings, Urls urls) {
        this.settings = settings;
        this.clock = settings.clock();
        this.urls = urls;
        this.tokens = new Tokens(this);
        this.webhooks = new FakeWebhooks(this);
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Tells those who wait that something is different now; called under the lock. */
    void changed() {
        changed.signalAll();
    }

    boolean awaitUntil(BooleanSupplier condition, Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    Account account(String login) {
        return account(login, login.endsWith("[bot]") ? "Bot" : "User");
    }

    Account account(String login, String type) {
        return Objects.requireNonNull(
                accounts.computeIfAbsent(Repo.key(login), key -> new Account(ids.next(), login, type)));
    }

    @Nullable
    Account knownAccount(String login) {
        return accounts.get(Repo.key(login));
    }

    Repo addRepo(String owner, String name) {
        Repo repo = new Repo(ids.next(), account(owner), name, clock.seconds());
        if (names.putIfAbsent(Repo.key(repo.fullName()), repo) != null) {
            throw new IllegalArgumentException("There is already a repository " + repo.fullName() + ".");
        }
        repos.put(repo.id, repo);
        return repo;
    }

    void rename(Repo repo, String name) {
        repo.name = name;
        names.put(Repo.key(repo.fullName()), repo);
    }

    @Nullable
    Repo repo(String owner, String name) {
        return names.get(Repo.key(owner + "/" + name));
    }
}
