package dev.issuelink.core.internal.link;

import dev.issuelink.PendingWrite;
import dev.issuelink.core.internal.claim.KnownProblem;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.outbound.Completions;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.model.IssueReference;
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

    /** A handle on the write that opens, or opened, the issue of a problem. */
    PendingWrite<IssueReference> follow(KnownProblem problem, Function<String, IssueReference> reader) {
        var id = problem.claim().outboxId();
        // Writes that ended long ago are forgotten; what they led to is not.
        return stores.inTransaction(transaction -> transaction.outbox().find(id))
                .map(entry -> completions.handle(entry, reader))
                .orElseGet(() -> Completions.ended(id, problem.issue().orElseThrow()));
    }

    <T> PendingWrite<T> append(String actor, String tracker, Write write, Function<String, T> reader) {
        var draft = sanitizer.sanitize(tracker, write);
        var entry = stores.inTransaction(transaction -> outbox.append(transaction, tracker, draft, actor));
        appended.run();
        return completions.handle(entry, reader);
    }
}
