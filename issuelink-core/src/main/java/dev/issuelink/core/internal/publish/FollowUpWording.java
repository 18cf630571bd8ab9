package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.codec.ClaimContent;
import dev.issuelink.core.internal.codec.ClaimContent.PendingResolution;
import dev.issuelink.core.internal.codec.Tally;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.template.MarkdownWriter;
import dev.issuelink.model.IssueReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is said of problems when time has passed. */
final class FollowUpWording {
    private static final Comparator<Map.Entry<String, Long>> MOST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final Sanitizer sanitizer;

    FollowUpWording(Sanitizer sanitizer) {
        this.sanitizer = sanitizer;
    }

    /** A comment on events that came since the issue was told of them last. */
    List<SafeDraft> recurrences(IssueReference issue, Tally tally) {
        return List.of(comment(
                issue,
                new MarkdownWriter()
                        .paragraph("Seen " + Words.count(tally.unreported(), "more time", "more times") + ", last at "
                                + Words.time(tally.last()) + "; " + Words.count(tally.count(), "time", "times")
                                + " in all since " + Words.time(tally.first()) + ".")
                        .prose()
                        .markdown()));
    }

    /** A comment on what a roll-up holds back since the issue was told of it last. */
    List<SafeDraft> heldBack(IssueReference issue, ClaimContent content) {
        var tally = content.tally();
        var text = new MarkdownWriter()
                .paragraph(Words.count(tally.unreported(), "more event was", "more events were")
                        + " held back, the last one of " + Words.time(tally.last()) + "; "
                        + Words.count(tally.count(), "event", "events") + " in all since "
                        + Words.time(tally.first()) + ":");
        content.heldBack().entrySet().stream().sorted(MOST_FIRST).forEach(each -> addTo(text, each));
        return List.of(comment(issue, text.prose().markdown()));
    }

    private static void addTo(MarkdownWriter text, Map.Entry<String, Long> each) {
        var name = each.getKey().equals(HeldBack.OTHERS) ? "others" : each.getKey();
        text.bullet(name + ": " + Words.count(each.getValue(), "event", "events"));
    }

    /** A comment on the end of a problem, and the closing of its issue if it is to be closed. */
    List<SafeDraft> end(IssueReference issue, PendingResolution end) {
        var comment = comment(issue, end.comment());
        return end.closes() ? List.of(comment, closing(issue)) : List.of(comment);
    }

    SafeDraft comment(IssueReference issue, String text) {
        return sanitizer.sanitize(issue.tracker(), new Write.AddComment(issue, text));
    }

    SafeDraft closing(IssueReference issue) {
        return sanitizer.sanitize(issue.tracker(), StatusChanges.close(issue));
    }
}
