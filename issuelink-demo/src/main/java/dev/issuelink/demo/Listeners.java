package dev.issuelink.demo;

import dev.issuelink.host.HostListener;
import dev.issuelink.host.IssueChange;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import java.util.List;

/** Tells several listeners of the demo what one is told. */
record Listeners(List<HostListener> all) implements HostListener {
    Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void linkCreated(IssueLink link) {
        all.forEach(listener -> listener.linkCreated(link));
    }

    @Override
    public void issueCreated(IssueReference issue) {
        all.forEach(listener -> listener.issueCreated(issue));
    }

    @Override
    public void issueChanged(IssueChange change) {
        all.forEach(listener -> listener.issueChanged(change));
    }
}
