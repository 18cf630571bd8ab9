package dev.issuelink.core.internal.link;

import dev.issuelink.AutoIssues;
import dev.issuelink.IssueLinkManager;
import dev.issuelink.PendingWrite;
import dev.issuelink.PublishReport;
import dev.issuelink.SyncReport;
import dev.issuelink.SyncRequest;
import dev.issuelink.config.IssueTemplate;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.publish.OneOffRule;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.core.internal.template.TemplateFaultException;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.host.AccessRequest.Operation;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.ObjectKey;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.SyncStatus;
import dev.issuelink.spi.Capability;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks access, then hands over to links, writes, reads and synchronisation. One instance for each actor. */
public final class DefaultIssueLinkManager implements IssueLinkManager {
    private final ManagerParts parts;
    private final String actor;

    /**
     * Creates the manager.
     *
     * @param actor for whom it acts
     */
    public DefaultIssueLinkManager(ManagerParts parts, String actor) {
        this.parts = parts;
        this.actor = actor;
    }

    @Override
    public IssueLinkManager actingAs(String newActor) {
        if (newActor.isBlank()) {
            throw new IllegalArgumentException("actor must not be blank");
        }
        return new DefaultIssueLinkManager(parts, newActor);
    }

    @Override
    public IssueLink linkObject(ObjectReference object, IssueReference issue) {
        var direction = parts.trackers().config(issue.tracker()).sync().direction();
        check(Operation.LINK, issue.tracker(), object.key());
        return parts.links().link(actor, object, issue, direction);
    }

    @Override
    public boolean unlink(String linkId) {
        var link = parts.links().find(linkId);
        link.ifPresent(found ->
                check(Operation.UNLINK, found.issue().tracker(), found.object().key()));
        return link.isPresent() && parts.links().unlink(actor, linkId);
    }

    @Override
    public List<IssueLink> getLinks(ObjectReference object) {
        check(Operation.READ, "", object.key());
        return parts.links().of(object);
    }

    @Override
    public List<IssueReference> getLinkedIssues(ObjectReference object) {
        check(Operation.READ, "", object.key());
        return parts.links().issuesOf(object);
    }

    @Override
    public List<ObjectReference> getLinkedObjects(IssueReference issue) {
        check(Operation.READ, issue.tracker(), null);
        return parts.links().objectsOf(issue);
    }

    @Override
    public SyncStatus getSyncStatus(IssueReference issue) {
        check(Operation.READ, issue.tracker(), null);
        return parts.links().statusOf(issue);
    }

    @Override
    public Optional<IssueReference> findIssue(String tracker, @Nullable String project, String displayKey) {
        check(Operation.READ, tracker, null);
        return parts.trackers()
                .require(tracker, Capability.READ_ISSUES, "findIssue")
                .findIssue(project, displayKey)
                .map(Issue::reference);
    }

    @Override
    public Listing<Issue> searchIssues(String tracker, SearchQuery query) {
        check(Operation.READ, tracker, null);
        return parts.trackers()
                .require(tracker, Capability.SEARCH_ISSUES, "searchIssues")
                .searchIssues(query);
    }

    @Override
    public PendingWrite<IssueReference> createIssue(String tracker, IssueDraft draft, List<ObjectReference> objects) {
        check(
                Operation.CREATE_ISSUE,
                tracker,
                objects.isEmpty() ? null : objects.get(0).key());
        parts.trackers().require(tracker, Capability.CREATE_ISSUE, "createIssue");
        return parts.writes()
                .append(actor, tracker, new Write.CreateIssue(draft, objects), parts.codec()::decodeReference);
    }

    @Override
    public PendingWrite<IssueReference> updateIssue(IssueReference issue, IssueChanges changes) {
        check(Operation.UPDATE_ISSUE, issue.tracker(), null);
        parts.trackers().require(issue.tracker(), Capability.UPDATE_ISSUE, "updateIssue");
        return parts.writes()
                .append(actor, issue.tracker(), new Write.UpdateIssue(issue, changes), parts.codec()::decodeReference);
    }

    @Override
    public PendingWrite<Comment> addComment(IssueReference issue, String text) {
        check(Operation.COMMENT, issue.tracker(), null);
        parts.trackers().require(issue.tracker(), Capability.WRITE_COMMENTS, "addComment");
        return parts.writes()
                .append(actor, issue.tracker(), new Write.AddComment(issue, text), parts.codec()::decodeComment);
    }

    @Override
    public PublishReport publish(DatabaseEvent event) {
        check(Operation.PUBLISH, "", event.object().key());
        return parts.events().publish(actor, event);
    }

    @Override
    public PendingWrite<IssueReference> autoCreateIssue(String tracker, DatabaseEvent event, IssueTemplate template) {
        check(Operation.CREATE_ISSUE, tracker, event.object().key());
        parts.trackers().require(tracker, Capability.CREATE_ISSUE, "createIssue");
        var rule = new OneOffRule(tracker, template, compile(template));
        return parts.writes().follow(parts.events().publish(actor, event, rule), parts.codec()::decodeReference);
    }

    private CompiledTemplate compile(IssueTemplate template) {
        try {
            return parts.templates().compile(template);
        } catch (TemplateFaultException faulty) {
            throw new ConfigurationException(faulty.faults().stream()
                    .map(fault -> ConfigurationFault.of("", fault.toString()))
                    .toList());
        }
    }

    @Override
    public AutoIssues autoIssues() {
        return new DefaultAutoIssues(parts, actor);
    }

    @Override
    public IssueReference refresh(IssueReference issue) {
        check(Operation.SYNC, issue.tracker(), null);
        return parts.refresher().refresh(actor, issue);
    }

    @Override
    public SyncReport sync(SyncRequest request) {
        check(Operation.SYNC, request.tracker(), null);
        return parts.synchroniser().sync(request);
    }

    private void check(Operation operation, String tracker, @Nullable ObjectKey object) {
        parts.access().check(actor, operation, tracker, object);
    }
}
