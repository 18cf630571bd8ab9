package dev.issuelink.core.internal.inbound;

import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.commit.Notices;
import dev.issuelink.host.ObjectCatalog;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Links objects to the issues in whose text their names stand. It adds links and never removes one. */
public final class LinkDetector {
    private static final String ACTOR = "link-detector";

    /** How links come to be. */
    record Origin(LinkType type, String actor, SyncDirection direction) {
        static Origin detected(SyncDirection direction) {
            return new Origin(LinkType.AUTO_DETECTED, ACTOR, direction);
        }
    }

    private final ObjectCatalog catalog;
    private final IdSource ids;
    private final AuditRecorder audit;
    private final Clock clock;
    private volatile ObjectNameMatcher matcher = new ObjectNameMatcher(Set.of());

    public LinkDetector(ObjectCatalog catalog, IdSource ids, AuditRecorder audit, Clock clock) {
        this.catalog = catalog;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks the host for its objects anew. */
    public void refresh() {
        matcher = new ObjectNameMatcher(catalog.objects());
    }

    /** The objects that an issue mentions, without those that somebody unlinked. */
    Set<ObjectReference> mentionedBy(Issue issue, Set<String> unlinked) {
        var names = matcher;
        if (names.isEmpty()) {
            return Set.of();
        }
        var found = names.find(issue.title(), issue.body());
        found.removeIf(object -> unlinked.contains(object.key().toString()));
        return found;
    }

    /** Links the objects, and says how many were not linked before. */
    int link(StoreTransaction transaction, Notices notices, Issue issue, Set<ObjectReference> objects, Origin origin) {
        var created = 0;
        for (var object : objects) {
            var link = IssueLink.builder(ids.next(), object, issue.key())
                    .type(origin.type)
                    .createdBy(origin.actor)
                    .createdAt(clock.instant())
                    .direction(origin.direction)
                    .build();
            if (transaction.links().saveIfAbsent(link)) {
                audit.record(
                        transaction,
                        origin.actor,
                        "link.created",
                        link.id(),
                        Map.of(
                                "object", object.key().toString(),
                                "issue", issue.key().toString(),
                                "type", link.type().name()));
                notices.add(listener -> listener.linkCreated(link));
                created++;
            }
        }
        return created;
    }
}
