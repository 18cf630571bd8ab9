package dev.issuelink.core.internal;

import dev.issuelink.model.IssueKey;

/** What writes of the outbox have in common that must be carried out one after the other. */
public final class Targets {
    private Targets() {}

    /** The target of writes to an issue. */
    public static String issue(IssueKey issue) {
        return "issue " + issue;
    }

    /** The target of writes that open issues in a project. */
    public static String project(String tracker, String project) {
        return "project " + tracker + "/" + project;
    }
}
