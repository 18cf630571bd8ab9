package dev.issuelink.spi;

import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Attachment;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.model.WriteLimits;
import dev.issuelink.model.WriteResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One configured connection to a tracker. It translates and does nothing else: no retry over minutes, no policy, no
 * memory but caches. Every operation answers with immutable values and throws
 * {@link dev.issuelink.error.TrackerException} and nothing else of its own; a write whose answer was lost throws
 * {@link dev.issuelink.error.ErrorCode#OUTCOME_UNKNOWN} and is not repeated here.
 *
 * <p>Threads: safe for all. Interruption: an interrupted call ends soon with
 * {@link dev.issuelink.error.ErrorCode#CANCELLED}, or {@code OUTCOME_UNKNOWN} if a write had left, and the thread stays
 * interrupted. Operations whose {@link Capability} is not declared throw
 * {@link dev.issuelink.error.ErrorCode#UNSUPPORTED}; the default methods do so already.
 */
public interface IssueTrackerAdapter extends AutoCloseable {
    /**
     * The configured name of the tracker.
     *
     * @return the name
     */
    String tracker();

    /**
     * What this tracker can do with the credential it was given, as far as known without asking it.
     *
     * @return the capabilities; they may shrink after {@link #testConnection()}
     */
    Set<Capability> capabilities();

    /**
     * Asks the tracker who we are and what we may do. A credential or setting that does not work is an answer, not an
     * exception.
     *
     * @return what was found
     * @throws TrackerException only if the tracker could not be reached or understood
     */
    ConnectionReport testConnection();

    /**
     * Reads an issue.
     *
     * @param issue which one; its identity, project and display key are used. If it moved meanwhile, the answer has its
     *     new identity
     * @return the issue, or empty if there is none that this credential can see. A deleted one throws
     *     {@link dev.issuelink.error.ErrorCode#GONE} where the tracker tells
     */
    Optional<Issue> getIssue(IssueReference issue);

    /**
     * Finds an issue by what people call it.
     *
     * @param project the project's id, or null for the configured one
     * @param displayKey for example {@code #456} or {@code DB-7}; the tracker's own abbreviations are understood
     * @return the issue, or empty if there is none that this credential can see
     */
    Optional<Issue> findIssue(@Nullable String project, String displayKey);

    /**
     * Searches issues. The tracker's index may lag; never use it to learn whether a write happened.
     *
     * @param query what to find
     * @return the matches, without pull requests and the like
     */
    default Listing<Issue> searchIssues(SearchQuery query) {
        throw unsupported("searchIssues");
    }

    /**
     * Lists the issues that carry a label, done ones too, from the tracker's own listing rather than its search.
     *
     * @param label the label's name
     * @return the issues of the configured project
     */
    default Listing<Issue> getIssuesByLabel(String label) {
        throw unsupported("getIssuesByLabel");
    }

    /**
     * Reads on in the feed of changed issues. Since it overlaps, the same issue may come again unchanged. Where nothing
     * changed, it costs one request.
     *
     * @param cursor where to go on, or null for the beginning
     * @return the next page, oldest change first
     */
    ChangePage<Issue> changes(@Nullable Cursor cursor);

    /**
     * Opens an issue and puts the marker into it.
     *
     * @param draft what it says; its text is taken as safe to send
     * @param marker the mark by which it is found again
     * @return what the tracker stored, and what it dropped
     */
    default WriteResult<Issue> createIssue(IssueDraft draft, Marker marker) {
        throw unsupported("createIssue");
    }

    /**
     * Changes an issue. The marker of its creation is kept when the description is replaced.
     *
     * @param issue which one
     * @param changes what should change
     * @return what the tracker stored, and what it dropped
     */
    default WriteResult<Issue> updateIssue(IssueReference issue, IssueChanges changes) {
        throw unsupported("updateIssue");
    }

    /**
     * Deletes an issue for good. One that is gone already is no error.
     *
     * @param issue which one
     */
    default void deleteIssue(IssueReference issue) {
        throw unsupported("deleteIssue");
    }

    /**
     * Moves an issue to another project.
     *
     * @param issue which one
     * @param project the other project's id
     * @return the issue with its new identity
     */
    default WriteResult<Issue> transferIssue(IssueReference issue, String project) {
        throw unsupported("transferIssue");
    }

    /**
     * Finds the issue that carries a marker, as consistently as the tracker allows.
     *
     * @param marker the marker
     * @param notBefore when the earliest write of it may have happened, by the engine's clock; a provider allows for
     *     clocks that differ by a few minutes
     * @param project where it was to be opened, or null for the configured project
     * @return the issue, or empty if there is none. Within {@link #markerHorizon()} after the write, empty does not
     *     prove that there is none
     */
    default Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        throw unsupported("findByMarker");
    }

    /**
     * How long after a write {@link #findByMarker} may miss it.
     *
     * @return the time; zero if the look-up is strongly consistent
     */
    default Duration markerHorizon() {
        return Duration.ZERO;
    }

    /**
     * How many issues and comments this tracker takes from one credential; unlimited unless the provider knows better.
     * The engine spreads its writes accordingly, so that the tracker need not refuse them.
     *
     * @return the limits, the same for as long as the adapter lives
     */
    default WriteLimits writeLimits() {
        return WriteLimits.unlimited();
    }

    /**
     * Attaches a file to an issue.
     *
     * @param issue which one
     * @param file the file
     * @return the file as the tracker keeps it
     */
    default WriteResult<Attachment> attachFile(IssueReference issue, AttachmentUpload file) {
        throw unsupported("attachFile");
    }

    /**
     * Reads on in the feed of the tracker's security findings.
     *
     * @param cursor where to go on, or null for the beginning
     * @return the next page
     */
    default ChangePage<SecurityAlert> securityAlerts(@Nullable Cursor cursor) {
        throw unsupported("securityAlerts");
    }

    /**
     * Comments.
     *
     * @return the operations on comments
     */
    CommentOperations comments();

    /**
     * Projects, labels and users.
     *
     * @return the operations on what surrounds issues
     */
    DirectoryOperations directory();

    /**
     * Webhooks.
     *
     * @return the operations on webhooks
     */
    WebhookOperations webhooks();

    /** Gives up connections. Calls that run may end with {@link dev.issuelink.error.ErrorCode#CANCELLED}. */
    @Override
    default void close() {}

    private TrackerException unsupported(String operation) {
        return TrackerException.unsupported(
                tracker(), operation, "This tracker cannot do it; ask capabilities() before.");
    }
}
