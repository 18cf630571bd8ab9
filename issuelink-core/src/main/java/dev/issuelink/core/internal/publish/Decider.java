package dev.issuelink.core.internal.publish;

import dev.issuelink.Verdict;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.claim.KnownProblem;
import dev.issuelink.core.internal.claim.Ruling;
import dev.issuelink.core.internal.claim.Standing;
import dev.issuelink.core.internal.claim.Triage;
import dev.issuelink.core.internal.codec.ClaimContent;
import dev.issuelink.core.internal.codec.ClaimContent.PendingResolution;
import dev.issuelink.core.internal.codec.ClaimContent.StatusWrite;
import dev.issuelink.core.internal.codec.Tally;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what an event comes to for one concern, and does it, within the caller's transaction. */
final class Decider {
    private final Claims claims;
    private final Outbox outbox;
    private final IssueBudgets budgets;
    private final IdSource ids;

    Decider(Claims claims, Outbox outbox, IssueBudgets budgets, IdSource ids) {
        this.claims = claims;
        this.outbox = outbox;
        this.budgets = budgets;
        this.ids = ids;
    }

    /** Decides; if a text is missing, the transaction has to be rolled back. */
    Decided decide(StoreTransaction transaction, Concern concern, Happening happening, Texts texts) {
        var turn = new Turn(transaction, happening, texts);
        return concern.kind() == Concern.Kind.END ? turn.end(concern) : turn.problem(concern);
    }

    /** What is known of a concern that was decided before. */
    KnownProblem known(StoreTransaction transaction, Concern concern) {
        return claims.find(transaction, concern.fingerprint()).orElseThrow();
    }

    private final class Turn {
        private final StoreTransaction transaction;
        private final Happening happening;
        private final Texts texts;

        private Turn(StoreTransaction transaction, Happening happening, Texts texts) {
            this.transaction = transaction;
            this.happening = happening;
            this.texts = texts;
        }

        private Decided problem(Concern concern) {
            var known = claims.find(transaction, concern.fingerprint());
            var ruling = Triage.problem(
                    known,
                    happening.occurredAt(),
                    happening.digest(),
                    concern.rule().reopenWithin());
            return switch (ruling.verdict()) {
                case OPENED, OPENED_AGAIN -> open(concern, ruling, known);
                case REOPENED -> reopen(concern, ruling, known.orElseThrow());
                case COUNTED -> count(concern, ruling, known.orElseThrow());
                case STALE, DECLINED -> countSilently(concern, ruling, known.orElseThrow());
                default -> Decided.of(concern, ruling, known);
            };
        }

        private Decided open(Concern concern, Ruling ruling, Optional<KnownProblem> known) {
            if (concern.kind() == Concern.Kind.PROBLEM
                    && !budgets.trySpend(transaction, concern.rule(), concern.tracker())) {
                return problem(concern.rollUp()).heldBack(concern, "more issues were opened than the budget allows");
            }
            var wish = new Wish.Opening(concern, former(known), related(concern));
            var text = texts.find(wish);
            if (text.isEmpty()) {
                return Decided.needs(wish);
            }
            var id = ids.next();
            if (known.isPresent()) {
                claimAgain(id, known.get());
            } else if (!claimFirst(concern, id)) {
                return problem(concern);
            }
            var drafts = text.get().writes();
            outbox.append(transaction, id, concern.tracker(), drafts.get(0), happening.actor());
            return Decided.of(concern, ruling, known).writing(List.of(id), drafts);
        }

        private boolean claimFirst(Concern concern, String id) {
            var tally = Tally.of(happening.occurredAt(), happening.digest());
            return claims.claim(
                    transaction,
                    concern.fingerprint(),
                    concern.rule().name(),
                    id,
                    happening.now(),
                    ClaimContent.first(concern.tracker(), tally));
        }

        private void claimAgain(String id, KnownProblem known) {
            var tally = known.content().tally().plusReported(happening.occurredAt(), happening.digest());
            claims.save(transaction, known.claim().opening(id), known.content().openingAgain(tally), null);
        }

        private List<IssueReference> related(Concern concern) {
            return concern.related().stream()
                    .flatMap(fingerprint -> claims.find(transaction, fingerprint).stream())
                    .flatMap(problem -> problem.issue().stream())
                    .toList();
        }

        private static Optional<Wish.Former> former(Optional<KnownProblem> known) {
            return known.filter(problem -> problem.standing().state() != Standing.State.DELETED)
                    .flatMap(problem -> problem.issue()
                            .map(issue ->
                                    new Wish.Former(issue, problem.standing().endedAt())));
        }

        private Decided reopen(Concern concern, Ruling ruling, KnownProblem known) {
            var former = former(Optional.of(known)).orElseThrow();
            var tally = known.content().tally().plusReported(happening.occurredAt(), happening.digest());
            var wish = new Wish.Reopening(concern, former, tally.count());
            var text = texts.find(wish);
            if (text.isEmpty()) {
                return Decided.needs(wish);
            }
            var drafts = text.get().writes();
            var writes = append(concern, drafts);
            var content = known.content()
                    .with(tally)
                    .reopened(happening.now())
                    .with(StatusWrite.reopening(writes.get(0), happening.occurredAt()));
            claims.save(transaction, known.claim(), content, null);
            return Decided.of(concern, ruling, Optional.of(known)).writing(writes, drafts);
        }

        private Decided count(Concern concern, Ruling ruling, KnownProblem known) {
            var tally =
                    known.content().tally().plusUnreported(happening.occurredAt(), happening.digest(), happening.now());
            // What is over has come back.
            var resolution = known.content()
                    .resolution()
                    .filter(end -> !happening.occurredAt().isAfter(end.occurredAt()));
            var content = known.content().with(tally).resolving(resolution);
            if (concern.isRollUp()) {
                content = content.holding(HeldBack.plus(content.heldBack(), happening.object()));
            }
            save(concern, known, content);
            return Decided.of(concern, ruling, Optional.of(known));
        }

        private Decided countSilently(Concern concern, Ruling ruling, KnownProblem known) {
            var tally = known.content().tally().plusSilent(happening.occurredAt(), happening.digest());
            save(concern, known, known.content().with(tally));
            return Decided.of(concern, ruling, Optional.of(known));
        }

        private Decided end(Concern concern) {
            var known = claims.find(transaction, concern.fingerprint());
            var ruling =
                    Triage.end(known, happening.occurredAt(), concern.rule().whenResolved(), happening.now());
            return switch (ruling.verdict()) {
                case RESOLVED, NOTED ->
                    known.orElseThrow().isOpen()
                            ? endNow(concern, ruling, known.get())
                            : endLater(concern, ruling, known.get());
                case DAMPED -> endLater(concern, ruling, known.orElseThrow());
                default -> Decided.of(concern, ruling, known);
            };
        }

        private Decided endNow(Concern concern, Ruling ruling, KnownProblem known) {
            var closes = ruling.verdict() == Verdict.RESOLVED;
            var wish = new Wish.Ending(concern, known.issue().orElseThrow(), closes);
            var text = texts.find(wish);
            if (text.isEmpty()) {
                return Decided.needs(wish);
            }
            var drafts = text.get().writes();
            var writes = append(concern, drafts);
            var content = known.content().with(known.content().tally().reported());
            if (closes) {
                content = content.with(StatusWrite.closing(writes.get(writes.size() - 1), happening.occurredAt()));
            }
            save(concern, known, content);
            return Decided.of(concern, ruling, Optional.of(known)).writing(writes, drafts);
        }

        private Decided endLater(Concern concern, Ruling ruling, KnownProblem known) {
            var wish = new Wish.LaterEnding(concern);
            var text = texts.find(wish);
            if (text.isEmpty()) {
                return Decided.needs(wish);
            }
            var isDamped = ruling.verdict() == Verdict.DAMPED;
            // The quiet time runs from the first end on, however often it is told.
            var due = known.content()
                    .resolution()
                    .map(PendingResolution::due)
                    .orElse(isDamped ? happening.now().plus(Triage.QUIET) : happening.now());
            var resolution = new PendingResolution(
                    happening.occurredAt(),
                    due,
                    text.get().later().orElse(""),
                    ruling.verdict() != Verdict.NOTED,
                    happening.actor());
            save(concern, known, known.content().resolving(Optional.of(resolution)));
            return Decided.of(concern, ruling, Optional.of(known));
        }

        private void save(Concern concern, KnownProblem known, ClaimContent content) {
            var due = Due.of(known.standing(), content, concern.rule().commentEvery());
            claims.save(transaction, known.claim(), content, due.orElse(null));
        }

        private List<String> append(Concern concern, List<SafeDraft> drafts) {
            var writes = new ArrayList<String>();
            for (var draft : drafts) {
                writes.add(outbox.append(transaction, concern.tracker(), draft, happening.actor())
                        .id());
            }
            return writes;
        }
    }
}
