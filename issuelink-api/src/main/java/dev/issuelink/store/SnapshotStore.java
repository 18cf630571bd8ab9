package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Issues as they were last seen, one snapshot for each, and the old identities of those that moved. */
public interface SnapshotStore {
    /**
     * Keeps a snapshot in place of the one before. One that bears an old identity is late and not kept.
     *
     * @param snapshot the snapshot
     */
    void save(IssueSnapshot snapshot);

    /**
     * The snapshot of an issue.
     *
     * @param issue its identity, or an old one
     * @return the snapshot, or empty if it was never seen
     */
    Optional<IssueSnapshot> find(IssueKey issue);

    /**
     * The snapshots of several issues in one go.
     *
     * @param issues their identities, or old ones
     * @return the snapshots by the identities that were asked for; those never seen are missing
     */
    Map<IssueKey, IssueSnapshot> findAll(Collection<IssueKey> issues);

    /**
     * Remembers that an issue has a new identity, in place of what was remembered for the old one before. The snapshot
     * of the old one is forgotten. Chains are followed to their end, and a chain that would bite its own tail is
     * refused.
     *
     * @param from the old identity
     * @param to the new identity
     * @throws IllegalArgumentException if {@code to} is {@code from} or leads back to it
     */
    void addAlias(IssueKey from, IssueKey to);

    /**
     * The present identity of an issue.
     *
     * @param issue an identity of it
     * @return the end of its chain; the same key if it never moved
     */
    IssueKey resolve(IssueKey issue);
}
