package dev.issuelink.core.internal.inbound;

import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.model.Issue;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.Marker;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Recognises issues that we opened ourselves, by their markers. */
final class OwnWrites {
    private final StoreCodec codec;
    private final LinkDetector links;

    OwnWrites(StoreCodec codec, LinkDetector links) {
        this.codec = codec;
        this.links = links;
    }

    /** Whether the write that opened an issue has not come to its end here. */
    boolean awaitsAnswer(StoreTransaction transaction, Issue issue) {
        return opening(transaction, issue)
                .map(OutboxEntry::state)
                .filter(state -> state == OutboxEntry.State.PENDING || state == OutboxEntry.State.CLAIMED)
                .isPresent();
    }

    /**
     * Links an issue whose write was given up although it had been carried out, and has the write come to its end: the
     * dispatcher finds the issue by these links.
     */
    void adopt(StoreTransaction transaction, Notices notices, Issue issue, SyncDirection direction) {
        opening(transaction, issue)
                .filter(entry -> entry.state() == OutboxEntry.State.FAILED)
                .ifPresent(entry -> {
                    var objects = ((Write.CreateIssue) codec.decodeWrite(entry.payload())).objects();
                    var by = new LinkDetector.Origin(LinkType.AUTO_CREATED, entry.actor(), direction);
                    links.link(transaction, notices, issue, new LinkedHashSet<>(objects), by);
                    if (!objects.isEmpty()) {
                        transaction.outbox().requeue(entry.id());
                    }
                });
    }

    private static Optional<OutboxEntry> opening(StoreTransaction transaction, Issue issue) {
        return issue.marker()
                .map(Marker::value)
                .flatMap(transaction.outbox()::find)
                .filter(entry -> entry.tracker().equals(issue.key().tracker()))
                .filter(entry -> entry.operation().equals(Write.Operation.CREATE_ISSUE.name()));
    }
}
