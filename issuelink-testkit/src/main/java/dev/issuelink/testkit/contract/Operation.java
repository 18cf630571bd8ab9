package dev.issuelink.testkit.contract;

import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.MissedDelivery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/** Every operation of an adapter, what it needs, and how to call it with an issue that is there. */
@SuppressWarnings("ImmutableEnumChecker") // the calls hold nothing
enum Operation {
    GET_ISSUE(false, (adapter, call) -> adapter.getIssue(call.issue()), Capability.READ_ISSUES),
    FIND_ISSUE(false, (adapter, call) -> adapter.findIssue(null, call.issue().displayKey()), Capability.READ_ISSUES),
    CHANGES(false, (adapter, call) -> adapter.changes(null), Capability.READ_ISSUES),
    SEARCH_ISSUES(
            false, (adapter, call) -> read(adapter.searchIssues(SearchQuery.text("words"))), Capability.SEARCH_ISSUES),
    GET_ISSUES_BY_LABEL(false, (adapter, call) -> read(adapter.getIssuesByLabel("bug")), Capability.READ_ISSUES),
    CREATE_ISSUE(
            true,
            (adapter, call) -> adapter.createIssue(IssueDraft.builder("Created").build(), call.marker()),
            Capability.CREATE_ISSUE),
    UPDATE_ISSUE(
            true,
            (adapter, call) -> adapter.updateIssue(
                    call.issue(), IssueChanges.builder().title("Changed").build()),
            Capability.UPDATE_ISSUE),
    FIND_BY_MARKER(
            false, (adapter, call) -> adapter.findByMarker(call.marker(), call.now(), null), Capability.FIND_BY_MARKER),
    GET_COMMENTS(
            false,
            (adapter, call) -> read(adapter.comments().getComments(call.issue(), null)),
            Capability.READ_COMMENTS),
    ADD_COMMENT(
            true,
            (adapter, call) -> adapter.comments().addComment(call.issue(), "Words", call.marker()),
            Capability.WRITE_COMMENTS),
    UPDATE_COMMENT(
            true,
            (adapter, call) -> adapter.comments().updateComment(call.issue(), call.comment(), "Words"),
            Capability.WRITE_COMMENTS),
    FIND_COMMENT_BY_MARKER(
            false,
            (adapter, call) -> adapter.comments().findByMarker(call.issue(), call.marker(), call.now()),
            Capability.READ_COMMENTS,
            Capability.FIND_BY_MARKER),
    DELETE_COMMENT(
            true,
            (adapter, call) -> adapter.comments().deleteComment(call.issue(), call.comment()),
            Capability.WRITE_COMMENTS),
    ATTACH_FILE(
            true,
            (adapter, call) ->
                    adapter.attachFile(call.issue(), new AttachmentUpload("plan.txt", "text/plain", call.file(), "")),
            Capability.ATTACH_FILE),
    GET_PROJECTS(false, (adapter, call) -> read(adapter.directory().getProjects()), Capability.LIST_PROJECTS),
    GET_LABELS(false, (adapter, call) -> read(adapter.directory().getLabels(null)), Capability.LIST_LABELS),
    GET_USERS(false, (adapter, call) -> read(adapter.directory().getUsers(null)), Capability.LIST_USERS),
    GET_WEBHOOKS(false, (adapter, call) -> read(adapter.webhooks().getWebhooks()), Capability.MANAGE_WEBHOOKS),
    UNREGISTER_WEBHOOK(
            true, (adapter, call) -> adapter.webhooks().unregisterWebhook("987654"), Capability.MANAGE_WEBHOOKS),
    MISSED_DELIVERIES(
            false,
            (adapter, call) -> read(adapter.webhooks().missedDeliveries("987654", call.now())),
            Capability.REDELIVER_WEBHOOKS),
    REDELIVER(
            true,
            (adapter, call) -> adapter.webhooks()
                    .redeliver("987654", new MissedDelivery("987654", "987654", "issues", call.now())),
            Capability.REDELIVER_WEBHOOKS),
    SECURITY_ALERTS(false, (adapter, call) -> adapter.securityAlerts(null), Capability.READ_SECURITY_ALERTS),
    TRANSFER_ISSUE(
            true, (adapter, call) -> adapter.transferIssue(call.issue(), call.project()), Capability.TRANSFER_ISSUE),
    DELETE_ISSUE(true, (adapter, call) -> adapter.deleteIssue(call.issue()), Capability.DELETE_ISSUE);

    /** What an operation is called with. */
    record Arguments(IssueReference issue, String comment, String project, Marker marker, Instant now, Path file) {}

    private interface Call {
        void on(IssueTrackerAdapter adapter, Arguments arguments);
    }

    private final boolean write;
    private final Call call;
    private final Set<Capability> needs;

    Operation(boolean write, Call call, Capability... needs) {
        this.write = write;
        this.call = call;
        this.needs = Set.of(needs);
    }

    void callOn(IssueTrackerAdapter adapter, Arguments arguments) {
        call.on(adapter, arguments);
    }

    boolean write() {
        return write;
    }

    boolean declaredBy(IssueTrackerAdapter adapter) {
        return adapter.capabilities().containsAll(needs);
    }

    private static void read(Iterable<?> listing) {
        listing.forEach(item -> {});
    }
}
