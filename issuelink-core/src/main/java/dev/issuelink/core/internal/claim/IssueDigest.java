package dev.issuelink.core.internal.claim;

import dev.issuelink.model.Issue;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.Priority;
import dev.issuelink.model.User;
import java.util.stream.Collectors;

/** What an issue says, as a digest: what people write into it changes it, what happens to it does not. */
public final class IssueDigest {
    private IssueDigest() {}

    /** The digest of title, text, labels, assignees, milestone, priority and type. */
    public static String of(Issue issue) {
        return Fingerprints.digest(
                issue.title(),
                issue.body(),
                issue.labels().stream().map(Label::name).sorted().collect(Collectors.joining("\n")),
                issue.assignees().stream().map(User::id).sorted().collect(Collectors.joining("\n")),
                issue.milestone().map(Milestone::id).orElse(""),
                issue.reference().priority().map(Priority::name).orElse(""),
                issue.issueType().orElse(""));
    }
}
