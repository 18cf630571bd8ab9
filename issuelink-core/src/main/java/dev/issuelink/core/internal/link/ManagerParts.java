package dev.issuelink.core.internal.link;

import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.guard.AccessGuard;
import dev.issuelink.core.internal.inbound.Synchroniser;
import dev.issuelink.core.internal.publish.EventDesk;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.core.internal.template.TemplateEngine;

/** What the manager hands over to. */
public record ManagerParts(
        AccessGuard access,
        TrackerRegistry trackers,
        LinkBook links,
        WriteDesk writes,
        EventDesk events,
        TemplateEngine templates,
        Explaining explaining,
        Undoing undoing,
        IssueRefresher refresher,
        Synchroniser synchroniser,
        StoreCodec codec) {}
