package dev.issuelink.core.internal.link;

import dev.issuelink.PendingWrite;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.outbound.Completions;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.store.IssueLinkStores;
import java.util.function.Function;

/** Takes writes in: frees them of secrets, puts them into the outbox, and calls the dispatcher. */
public final class WriteDesk {
    private final IssueLinkStores stores;
    private final Sanitizer sanitizer;
    private final Outbox outbox;
    private final Completions completions;
    private final Runnable appended;

    /**
     * Creates the desk.
     *
     * @param appended called after something was appended
     */
    public WriteDesk(
            IssueLinkStores stores, Sanitizer sanitizer, Outbox outbox, Completions completions, Runnable appended) {
        this.stores = stores;
        this.sanitizer = sanitizer;
        this.outbox = outbox;
        this.completions = completions;
        this.appended = appended;
    }

    /** A handle on a write that was put into the outbox before. */
    <T> PendingWrite<T> follow(String id, Function<String, T> reader) {
        var entry = stores.inTransaction(transaction -> transaction.outbox().find(id))
                .orElseThrow();
        return completions.handle(entry, reader);
    }

    <T> PendingWrite<T> append(String actor, String tracker, Write write, Function<String, T> reader) {
        var draft = sanitizer.sanitize(tracker, write);
        var entry = stores.inTransaction(transaction -> outbox.append(transaction, tracker, draft, actor));
        appended.run();
        return completions.handle(entry, reader);
    }
}
