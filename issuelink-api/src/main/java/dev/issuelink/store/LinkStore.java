package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.ObjectKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links between objects and issues. There is at most one link for a pair of object and issue. */
public interface LinkStore {
    /**
     * Keeps a link, unless its pair of object and issue is linked already.
     *
     * @param link the link
     * @return true if it is new; false if the pair was linked, and nothing changed
     * @throws IllegalArgumentException if the id belongs to a link of another pair
     */
    boolean saveIfAbsent(IssueLink link);

    /**
     * The link of that id.
     *
     * @param id the id
     * @return the link, or empty
     */
    Optional<IssueLink> find(String id);

    /**
     * The link of a pair.
     *
     * @param object the object
     * @param issue the issue
     * @return the link, or empty
     */
    Optional<IssueLink> find(ObjectKey object, IssueKey issue);

    /**
     * The links of an object.
     *
     * @param object the object
     * @return the links, oldest first, equal times by id
     */
    List<IssueLink> findByObject(ObjectKey object);

    /**
     * The links of an issue.
     *
     * @param issue the issue
     * @return the links, oldest first, equal times by id
     */
    List<IssueLink> findByIssue(IssueKey issue);

    /**
     * All links, page by page in the order of their ids, character by character as {@link String#compareTo} has it.
     *
     * @param afterId the last id of the page before, or null for the first page
     * @param limit how many at most, at least 1
     * @return the links
     */
    List<IssueLink> findAfter(@Nullable String afterId, int limit);

    /**
     * Removes a link.
     *
     * @param id the id
     * @return true if it was there
     */
    boolean remove(String id);

    /**
     * Moves all links of an issue to its new identity. A link whose pair exists there already is removed instead. If
     * both identities are the same, nothing changes.
     *
     * @param from the old identity
     * @param to the new identity
     */
    void moveIssue(IssueKey from, IssueKey to);
}
