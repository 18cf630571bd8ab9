package dev.issuelink.demo;

import dev.issuelink.host.HostListener;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectKey;
import dev.issuelink.model.ObjectReference;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Told by the engine which issue a rule has opened about an object, and waited for by the demo. */
final class OpeningWatch implements HostListener {
    private final Map<IssueKey, Set<ObjectKey>> linked = new ConcurrentHashMap<>();
    private final Map<ObjectKey, CompletableFuture<IssueReference>> openings = new ConcurrentHashMap<>();

    /** Told before the issue is. */
    @Override
    public void linkCreated(IssueLink link) {
        linked.computeIfAbsent(link.issue(), first -> ConcurrentHashMap.newKeySet())
                .add(link.object().key());
    }

    @Override
    public void issueCreated(IssueReference issue) {
        linked.getOrDefault(issue.key(), Set.of())
                .forEach(object -> opening(object).complete(issue));
    }

    /** Waits until an issue about the object is open, also if it is so already. */
    IssueReference await(ObjectReference object, Duration timeout) {
        return Patience.await(opening(object.key()), timeout, "The issue about " + object.name() + " was not opened");
    }

    private CompletableFuture<IssueReference> opening(ObjectKey object) {
        return openings.computeIfAbsent(object, key -> new CompletableFuture<>());
    }
}
