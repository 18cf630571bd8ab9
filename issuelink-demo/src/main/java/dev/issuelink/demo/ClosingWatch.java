package dev.issuelink.demo;

import dev.issuelink.host.HostListener;
import dev.issuelink.host.IssueChange;
import dev.issuelink.model.IssueReference;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The host's ear: told by the engine that somebody changed a linked issue, and waited for by the demo. */
final class ClosingWatch implements HostListener {
    private final Map<String, CompletableFuture<IssueChange>> closings = new ConcurrentHashMap<>();

    @Override
    public void issueChanged(IssueChange change) {
        if (change.after().status().isDone()) {
            closing(change.after().reference()).complete(change);
        }
    }

    /** Waits until the engine tells that somebody closed the issue, also if it did so before. */
    IssueChange await(IssueReference issue, Duration timeout) {
        return Patience.await(closing(issue), timeout, issue.displayKey() + " was closed, but no webhook said so");
    }

    private CompletableFuture<IssueChange> closing(IssueReference issue) {
        return closings.computeIfAbsent(issue.key().toString(), key -> new CompletableFuture<>());
    }
}
