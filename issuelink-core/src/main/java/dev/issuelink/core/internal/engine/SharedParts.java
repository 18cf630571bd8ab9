package dev.issuelink.core.internal.engine;

import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.commit.HostNotifier;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.inbound.Applier;
import dev.issuelink.core.internal.inbound.LinkDetector;
import dev.issuelink.core.internal.link.IssueRefresher;
import dev.issuelink.core.internal.outbound.Completions;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.host.ObjectCatalog;
import dev.issuelink.store.IssueLinkStores;
import java.time.Clock;

/** What nearly all parts of an engine work with. */
record SharedParts(
        IssueLinkStores stores,
        Clock clock,
        StoreCodec codec,
        Claims claims,
        IdSource ids,
        AuditRecorder audit,
        LinkDetector detector,
        Applier applier,
        Committer committer,
        Completions completions,
        Sanitizer sanitizer,
        Outbox outbox,
        IssueRefresher refresher) {
    static SharedParts of(
            EngineParts.Surroundings surroundings,
            TrackerRegistry trackers,
            HostNotifier notifier,
            Sanitizer sanitizer,
            ObjectCatalog catalog) {
        var stores = surroundings.stores();
        var clock = surroundings.clock();
        var codec = new StoreCodec();
        var ids = new IdSource(surroundings.random());
        var audit = new AuditRecorder(clock);
        var detector = new LinkDetector(catalog, ids, audit, clock);
        var applier = new Applier(codec, detector, audit, clock);
        var committer = new Committer(stores, notifier);
        return new SharedParts(
                stores,
                clock,
                codec,
                new Claims(codec),
                ids,
                audit,
                detector,
                applier,
                committer,
                new Completions(stores),
                sanitizer,
                new Outbox(codec, ids, audit, clock),
                new IssueRefresher(stores, trackers, committer, applier));
    }
}
