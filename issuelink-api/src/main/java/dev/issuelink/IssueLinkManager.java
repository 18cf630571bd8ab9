package dev.issuelink;

import dev.issuelink.config.IssueTemplate;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.SyncStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's door: links between its objects and issues, writes to trackers, and synchronisation.
 *
 * <p>Threads: safe for all. Reading links never calls a tracker. Writes are stored before the call returns and carried
 * out afterwards, exactly once, whatever crashes. Every operation asks the {@link dev.issuelink.host.AccessPolicy} first
 * and throws {@link dev.issuelink.error.AccessRefusedException} if it refuses; a tracker that is not configured is an
 * {@link IllegalArgumentException}, save where only links are read. What a tracker refuses at once, or cannot do with its
 * credential, is a {@link dev.issuelink.error.TrackerException}; a store that fails is a
 * {@link dev.issuelink.error.StoreException}.
 */
public interface IssueLinkManager {
    /**
     * The same manager, acting for somebody. Who it is stands in links, in the audit trail and in access requests.
     *
     * @param actor a user of the host, or a component
     * @return a manager that acts for them; this one acts for {@code system}
     */
    IssueLinkManager actingAs(String actor);

    /**
     * Links an object to an issue, both ways.
     *
     * @param object the object
     * @param issue the issue, as any operation here returned it
     * @return the new link, or the one that was there
     */
    IssueLink linkObject(ObjectReference object, IssueReference issue);

    /**
     * Removes a link. The issue stays as it is.
     *
     * @param linkId the link's id
     * @return false if there is none
     */
    boolean unlink(String linkId);

    /**
     * The links of an object.
     *
     * @param object the object
     * @return the links, oldest first
     */
    List<IssueLink> getLinks(ObjectReference object);

    /**
     * The issues linked to an object, as they were last seen.
     *
     * @param object the object
     * @return the issues, in the order of their links
     */
    List<IssueReference> getLinkedIssues(ObjectReference object);

    /**
     * The objects linked to an issue.
     *
     * @param issue the issue
     * @return the objects, in the order of their links
     */
    List<ObjectReference> getLinkedObjects(IssueReference issue);

    /**
     * Whether both sides of an issue are equal, as far as we know.
     *
     * @param issue the issue
     * @return the status
     */
    SyncStatus getSyncStatus(IssueReference issue);

    /**
     * Finds an issue by what people call it, by asking the tracker.
     *
     * @param tracker the configured name of the tracker
     * @param project the project's id, or null for the configured one
     * @param displayKey for example {@code #456}
     * @return the issue, or empty if there is none that we can see
     */
    Optional<IssueReference> findIssue(String tracker, @Nullable String project, String displayKey);

    /**
     * Searches issues to link, by asking the tracker.
     *
     * @param tracker the configured name of the tracker
     * @param query what to find
     * @return the matches, fetched while they are consumed
     * @throws dev.issuelink.error.TrackerException also while they are consumed
     */
    Listing<Issue> searchIssues(String tracker, SearchQuery query);

    /**
     * Opens an issue and links it to objects.
     *
     * @param tracker the configured name of the tracker
     * @param draft what it says; secrets in it are redacted
     * @param objects the objects to link, maybe none
     * @return the write
     * @throws dev.issuelink.error.TrackerException with {@link dev.issuelink.error.ErrorCode#VALIDATION} if the text could
     *     not be checked for secrets; nothing is stored then
     */
    PendingWrite<IssueReference> createIssue(String tracker, IssueDraft draft, List<ObjectReference> objects);

    /**
     * Changes an issue.
     *
     * @param issue which one
     * @param changes what should change; secrets in it are redacted
     * @return the write
     * @throws dev.issuelink.error.TrackerException as for {@link #createIssue}
     */
    PendingWrite<IssueReference> updateIssue(IssueReference issue, IssueChanges changes);

    /**
     * Comments on an issue.
     *
     * @param issue which one
     * @param text CommonMark with GitHub's extensions; secrets in it are redacted
     * @return the write
     * @throws dev.issuelink.error.TrackerException as for {@link #createIssue}
     */
    PendingWrite<Comment> addComment(IssueReference issue, String text);

    /**
     * Tells of something that happened. The configured rules decide what becomes of it; what they want written is stored
     * before this returns, in one transaction with what is known of the event, and no tracker is waited for. Whoever
     * does not know whether a call came through repeats it: the same event is not counted twice in a row.
     *
     * @param event what happened
     * @return what became of it
     * @throws dev.issuelink.error.TrackerException with {@link dev.issuelink.error.ErrorCode#VALIDATION} if its texts
     *     could not be checked for secrets; nothing is stored then, for any rule
     */
    PublishReport publish(DatabaseEvent event);

    /**
     * Opens an issue from an event without a rule, once for each template and object, however often it is called.
     *
     * @param tracker the configured name of the tracker
     * @param event what happened
     * @param template the text of the issue
     * @return the write that opens the issue, or that opened it before
     * @throws dev.issuelink.error.ConfigurationException if the template has faults
     * @throws dev.issuelink.error.TrackerException as for {@link #createIssue}
     */
    PendingWrite<IssueReference> autoCreateIssue(String tracker, DatabaseEvent event, IssueTemplate template);

    /**
     * Looking at what rules do.
     *
     * @return preview, explanation and undoing, for the same actor
     */
    AutoIssues autoIssues();

    /**
     * Reads an issue anew from its tracker and applies what changed.
     *
     * @param issue which one
     * @return the issue as it is now, wherever it moved; as it was last seen if the tracker says that it is gone
     * @throws dev.issuelink.error.TrackerException with {@link dev.issuelink.error.ErrorCode#NOT_FOUND} if there is none
     *     that this credential can see, which is not taken for a deletion
     */
    IssueReference refresh(IssueReference issue);

    /**
     * Reads what changed of a tracker and applies it, detecting links on the way. Only one runs for a tracker at a
     * time, on all nodes of a store.
     *
     * @param request what to read
     * @return what was done
     * @throws IllegalStateException if one is running for that tracker
     * @throws dev.issuelink.error.TrackerException if the tracker could not be read further, and with
     *     {@link dev.issuelink.error.ErrorCode#CANCELLED} if the thread was interrupted; what was read before is kept
     */
    SyncReport sync(SyncRequest request);
}
