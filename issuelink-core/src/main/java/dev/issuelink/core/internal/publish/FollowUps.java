package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.claim.KnownProblem;
import dev.issuelink.core.internal.codec.ClaimContent;
import dev.issuelink.core.internal.codec.ClaimContent.PendingResolution;
import dev.issuelink.core.internal.codec.ClaimContent.StatusWrite;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Comes back to problems when time has passed: tells of recurrences in one comment, and closes what was quiet for long
 * enough. Writes to the outbox only; of several nodes that come to one problem at once, one does it.
 */
public final class FollowUps {
    private static final String ACTOR = "system";
    private static final Duration UNKNOWN_RULE_COMMENTS = Duration.ofHours(1);

    private final IssueLinkStores stores;
    private final Claims claims;
    private final Outbox outbox;
    private final FollowUpWording wording;
    private final Function<String, Optional<Duration>> commentEvery;
    private final Clock clock;
    private final Runnable appended;

    /**
     * Creates the follow-ups.
     *
     * @param commentEvery how often a rule of that name tells of recurrences; empty if there is no such rule any more
     * @param appended called after something was put into the outbox
     */
    FollowUps(
            IssueLinkStores stores,
            Claims claims,
            Outbox outbox,
            FollowUpWording wording,
            Function<String, Optional<Duration>> commentEvery,
            Clock clock,
            Runnable appended) {
        this.stores = stores;
        this.claims = claims;
        this.outbox = outbox;
        this.wording = wording;
        this.commentEvery = commentEvery;
        this.clock = clock;
        this.appended = appended;
    }

    /** Comes back to the problem that is due longest; false if none is. */
    public boolean followNext() {
        var now = clock.instant();
        Optional<KnownProblem> due =
                stores.inTransaction(transaction -> transaction.fingerprints().findDue(now, 1).stream()
                        .findFirst()
                        .map(claim -> claims.known(transaction, claim)));
        due.ifPresent(problem -> follow(problem, now));
        return due.isPresent();
    }

    /** How long to wait until a problem is due. */
    public Optional<Duration> untilNextDue() {
        var now = clock.instant();
        return stores.inTransaction(transaction -> transaction.fingerprints().nextDue())
                .map(due -> due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO);
    }

    private void follow(KnownProblem problem, Instant now) {
        var step = step(problem, now);
        var isDone = stores.inTransaction(transaction -> carryOut(transaction, problem, step));
        if (isDone && !step.drafts.isEmpty()) {
            appended.run();
        }
    }

    /** What is to be written, and what is known afterwards; the last write closes the issue if it is closed. */
    private record Step(
            List<SafeDraft> drafts, ClaimContent content, Optional<PendingResolution> closing, String actor) {}

    private Step step(KnownProblem problem, Instant now) {
        var content = problem.content();
        var ending = content.resolution().filter(end -> !end.due().isAfter(now));
        if (!problem.isOpen()) {
            return nothingToSay(problem, ending.isPresent());
        }
        var issue = problem.issue().orElseThrow();
        if (ending.isPresent()) {
            var end = ending.get();
            var closing = end.closes() ? ending : Optional.<PendingResolution>empty();
            return new Step(
                    wording.end(issue, end),
                    content.with(content.tally().reported()).resolving(Optional.empty()),
                    closing,
                    end.actor());
        }
        var isCommentDue = Due.comment(content, interval(problem.claim()))
                .filter(at -> !at.isAfter(now))
                .isPresent();
        if (!isCommentDue) {
            return new Step(List.of(), content, Optional.empty(), ACTOR);
        }
        var drafts = content.heldBack().isEmpty()
                ? wording.recurrences(issue, content.tally())
                : wording.heldBack(issue, content);
        var told = content.with(content.tally().reported()).holding(Map.of());
        return new Step(drafts, told, Optional.empty(), ACTOR);
    }

    // Of a closed issue nobody is told that it happened before it was closed; one that is not open yet is waited for.
    private static Step nothingToSay(KnownProblem problem, boolean isEnding) {
        var content = problem.content();
        if (problem.claim().issue().isPresent()) {
            content = content.with(content.tally().reported());
            content = isEnding ? content.resolving(Optional.empty()) : content;
        }
        return new Step(List.of(), content, Optional.empty(), ACTOR);
    }

    // False if something happened meanwhile; then it is looked at anew.
    private boolean carryOut(StoreTransaction transaction, KnownProblem problem, Step step) {
        var claim = problem.claim();
        var present = transaction.fingerprints().find(claim.fingerprint());
        if (!present.equals(Optional.of(claim))) {
            return false;
        }
        var last = "";
        for (var draft : step.drafts) {
            last = outbox.append(transaction, problem.content().tracker(), draft, step.actor)
                    .id();
        }
        var content = step.content;
        if (step.closing.isPresent()) {
            content = content.with(StatusWrite.closing(last, step.closing.get().occurredAt()));
        }
        var due = Due.of(problem.standing(), content, interval(claim));
        claims.save(transaction, claim, content, due.orElse(null));
        return true;
    }

    private Duration interval(FingerprintClaim claim) {
        return commentEvery.apply(claim.rule()).orElse(UNKNOWN_RULE_COMMENTS);
    }
}
