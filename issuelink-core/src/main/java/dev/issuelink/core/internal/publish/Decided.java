package dev.issuelink.core.internal.publish;

import dev.issuelink.Decision;
import dev.issuelink.Verdict;
import dev.issuelink.core.internal.claim.KnownProblem;
import dev.issuelink.core.internal.claim.Ruling;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.model.IssueKey;
import java.util.List;
import java.util.Optional;

/**
 * What was decided of a concern, and what is written for it.
 *
 * @param concern the concern
 * @param ruling what the event comes to, and why
 * @param issue the issue that stands for it already
 * @param writes the ids of the writes, in order
 * @param drafts the writes, in order
 * @param missing a text without which nothing can be decided yet
 */
record Decided(
        Concern concern,
        Ruling ruling,
        Optional<IssueKey> issue,
        List<String> writes,
        List<SafeDraft> drafts,
        Optional<Wish> missing) {
    /** Nothing is written. */
    static Decided of(Concern concern, Ruling ruling, Optional<KnownProblem> known) {
        return new Decided(concern, ruling, issue(known), List.of(), List.of(), Optional.empty());
    }

    /** Nothing is decided before a text is made. */
    static Decided needs(Wish wish) {
        var ruling = new Ruling(Verdict.NOT_MATCHED, "");
        return new Decided(wish.concern(), ruling, Optional.empty(), List.of(), List.of(), Optional.of(wish));
    }

    Decided writing(List<String> ids, List<SafeDraft> written) {
        return new Decided(concern, ruling, issue, ids, written, missing);
    }

    /** The same for a rule that holds the event back. */
    Decided heldBack(Concern original, String reason) {
        return new Decided(original, new Ruling(Verdict.ROLLED_UP, reason), issue, writes, drafts, missing);
    }

    Decision decision(boolean isPreview) {
        return new Decision(
                concern.rule().name(),
                concern.tracker(),
                ruling.verdict(),
                ruling.reason(),
                issue,
                isPreview ? List.of() : writes);
    }

    private static Optional<IssueKey> issue(Optional<KnownProblem> known) {
        return known.flatMap(problem -> problem.issue().map(reference -> reference.key()));
    }
}
