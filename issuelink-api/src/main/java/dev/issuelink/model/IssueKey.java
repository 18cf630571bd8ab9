package dev.issuelink.model;

/**
 * The identity of an issue. It survives renames of the project and changes of the display key; a tracker that gives a
 * transferred issue a new id leads to a new key, and the store remembers the old one as an alias.
 *
 * @param tracker the configured name of the tracker
 * @param id the tracker's own stable id, opaque to everybody but its provider; never the display key alone
 */
public record IssueKey(String tracker, String id) {
    /** Checks the components. */
    public IssueKey {
        Checks.notBlank(tracker, "tracker");
        Checks.notBlank(id, "id");
    }

    @Override
    public String toString() {
        return tracker + "/" + id;
    }
}
