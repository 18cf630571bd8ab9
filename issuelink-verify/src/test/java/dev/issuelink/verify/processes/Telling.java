package dev.issuelink.verify.processes;

import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.Marker;
import dev.issuelink.spi.CommentOperations;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.OutboxStore;
import dev.issuelink.store.StoreTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The stores of a process, and around its adapters: tells of each claim of a write, and of each write before it leaves. */
final class Telling implements IssueLinkStores {
    static final String CLAIMS = "claims";
    static final String SENDS = "sends";

    private static final Set<String> WRITES = Set.of("createIssue", "updateIssue", "addComment");

    private final IssueLinkStores stores;
    private final Consumer<String> teller;
    private final ThreadLocal<OutboxEntry> held = new ThreadLocal<>();

    Telling(IssueLinkStores stores, Consumer<String> teller) {
        this.stores = stores;
        this.teller = teller;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        var claimed = new AtomicReference<@Nullable OutboxEntry>();
        var result = stores.inTransaction(transaction -> {
            claimed.set(null);
            return work.run(around(StoreTransaction.class, transaction, (name, arguments, answer) -> {
                if (answer instanceof OutboxStore outbox) {
                    return around(OutboxStore.class, outbox, (inner, given, entry) -> {
                        if (inner.equals("claimNext")) {
                            claimed.set((OutboxEntry) ((Optional<?>) entry).orElse(null));
                        }
                        return entry;
                    });
                }
                return answer;
            }));
        });
        var entry = claimed.get();
        if (entry != null) {
            held.set(entry);
            teller.accept(CLAIMS + " " + entry.id() + " " + entry.fence());
        }
        return result;
    }

    /** An adapter that is used by the thread that claimed a write. */
    IssueTrackerAdapter around(IssueTrackerAdapter adapter) {
        return around(
                IssueTrackerAdapter.class,
                adapter,
                (name, arguments, answer) -> answer instanceof CommentOperations comments
                        ? around(CommentOperations.class, comments, (inner, given, same) -> same)
                        : answer);
    }

    private interface After {
        @Nullable
        Object change(String method, Object[] arguments, @Nullable Object answer);
    }

    private <T> T around(Class<T> type, Object target, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (WRITES.contains(method.getName())) {
                        tell(arguments[arguments.length - 1]);
                    }
                    try {
                        return after.change(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    // By what it is known at the tracker: its marker, or the title that it sets.
    private void tell(Object last) {
        var entry = held.get();
        var key = last instanceof IssueChanges changes
                ? changes.title().match(() -> "", title -> title, () -> "").replace(' ', '_')
                : ((Marker) last).value();
        teller.accept(SENDS + " " + entry.id() + " " + entry.fence() + " " + key);
    }

    @Override
    public void close() {
        stores.close();
    }
}
