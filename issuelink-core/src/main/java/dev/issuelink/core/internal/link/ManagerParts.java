package dev.issuelink.core.internal.link;

import dev.issuelink.core.internal.Trackers;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.guard.AccessGuard;
import dev.issuelink.core.internal.inbound.Synchroniser;

/** What the manager hands over to. */
public record ManagerParts(
        AccessGuard access,
        Trackers trackers,
        LinkBook links,
        WriteDesk writes,
        IssueRefresher refresher,
        Synchroniser synchroniser,
        StoreCodec codec) {}
