package dev.issuelink.core.internal.link;

import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.guard.AccessGuard;
import dev.issuelink.core.internal.inbound.Synchroniser;
import dev.issuelink.core.internal.registry.TrackerRegistry;

/** What the manager hands over to. */
public record ManagerParts(
        AccessGuard access,
        TrackerRegistry trackers,
        LinkBook links,
        WriteDesk writes,
        IssueRefresher refresher,
        Synchroniser synchroniser,
        StoreCodec codec) {}
