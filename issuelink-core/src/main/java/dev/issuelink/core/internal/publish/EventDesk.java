package dev.issuelink.core.internal.publish;

import dev.issuelink.Decision;
import dev.issuelink.PublishPreview;
import dev.issuelink.PublishReport;
import dev.issuelink.Verdict;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.claim.KnownProblem;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes events in: what each comes to is decided, stored with its writes and audited in one transaction. Texts are made
 * outside of it, so a transaction that lacks one is rolled back and tried again; a preview is a transaction that is
 * rolled back in any case.
 */
public final class EventDesk {
    private final IssueLinkStores stores;
    private final Matcher matcher;
    private final Wording wording;
    private final Decider decider;
    private final AuditRecorder audit;
    private final IdSource ids;
    private final Clock clock;
    private final Runnable appended;

    EventDesk(
            IssueLinkStores stores,
            Matcher matcher,
            Wording wording,
            Decider decider,
            AuditRecorder audit,
            IdSource ids,
            Clock clock,
            Runnable appended) {
        this.stores = stores;
        this.matcher = matcher;
        this.wording = wording;
        this.decider = decider;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.appended = appended;
    }

    /** Takes an event in by the configured rules. */
    public PublishReport publish(String actor, DatabaseEvent event) {
        return take(happening(actor, event), matcher.match(event), Optional.empty());
    }

    /** Takes an event in by one rule, whatever its type; gives what is known of its problem afterwards. */
    public KnownProblem publish(String actor, DatabaseEvent event, OneOffRule rule) {
        var concern = rule.concern(event);
        take(happening(actor, event), Matches.of(concern), Optional.of(rule.compiled()));
        return stores.inTransaction(transaction -> decider.known(transaction, concern));
    }

    /** What taking an event in would come to. */
    public PublishPreview preview(String actor, DatabaseEvent event) {
        var matches = matcher.match(event);
        var happening = happening(actor, event);
        var decided = tried(happening, matches, wording.begin(happening, Optional.empty()), true);
        var plans = new ArrayList<PublishPreview.Plan>();
        matches.refused().forEach(refusal -> plans.add(plan(refusal, List.of())));
        decided.forEach(each -> plans.add(plan(each.decision(true), each.drafts())));
        return new PublishPreview(plans);
    }

    private PublishReport take(Happening happening, Matches matches, Optional<CompiledTemplate> template) {
        var decided = tried(happening, matches, wording.begin(happening, template), false);
        if (decided.stream().anyMatch(each -> !each.writes().isEmpty())) {
            appended.run();
        }
        var decisions = new ArrayList<>(matches.refused());
        decided.forEach(each -> decisions.add(each.decision(false)));
        return new PublishReport(happening.id(), decisions);
    }

    private Happening happening(String actor, DatabaseEvent event) {
        return Happening.of(ids.next(), event, wording.safeObject(event), actor, clock.instant());
    }

    private List<Decided> tried(Happening happening, Matches matches, Wording.Session session, boolean isPreview) {
        var texts = new Texts();
        while (true) {
            try {
                return stores.inTransaction(
                        transaction -> decideAll(transaction, happening, matches, texts, isPreview));
            } catch (TrialEnded ended) {
                var missing = ended.decided().stream()
                        .flatMap(each -> each.missing().stream())
                        .toList();
                if (missing.isEmpty()) {
                    return ended.decided();
                }
                missing.forEach(wish -> texts.add(wish, session.make(wish)));
            }
        }
    }

    private List<Decided> decideAll(
            StoreTransaction transaction, Happening happening, Matches matches, Texts texts, boolean isPreview) {
        var decided = new ArrayList<Decided>();
        for (var concern : matches.concerns()) {
            decided.add(decider.decide(transaction, concern, happening, texts));
        }
        if (isPreview || decided.stream().anyMatch(each -> each.missing().isPresent())) {
            throw new TrialEnded(decided);
        }
        record(transaction, happening, matches.refused(), decided);
        return decided;
    }

    private void record(
            StoreTransaction transaction, Happening happening, List<Decision> refused, List<Decided> decided) {
        var type = happening.event().type().name();
        decided.forEach(each -> record(transaction, happening, each.concern().fingerprint(), each.decision(false)));
        var failed = refused.stream()
                .filter(decision -> decision.verdict() == Verdict.CONDITION_FAILED)
                .toList();
        failed.forEach(decision -> record(transaction, happening, type, decision));
        // One record tells of all rules that the event does not meet, or there would be more of these than of others.
        if (decided.isEmpty() && failed.isEmpty()) {
            var details = details(happening);
            details.put("rules_not_met", Integer.toString(refused.size()));
            audit.record(transaction, happening.actor(), "event.ignored", type, details);
        }
    }

    private void record(StoreTransaction transaction, Happening happening, String subject, Decision decision) {
        var details = details(happening);
        details.put("rule", decision.rule());
        details.put("tracker", decision.tracker());
        details.put("verdict", decision.verdict().name());
        details.put("reason", decision.reason());
        if (!decision.writes().isEmpty()) {
            details.put("writes", String.join(",", decision.writes()));
        }
        audit.record(transaction, happening.actor(), "event.decided", subject, details);
    }

    private static Map<String, String> details(Happening happening) {
        var details = new LinkedHashMap<String, String>();
        details.put("event", happening.id());
        details.put("type", happening.event().type().name());
        details.put("object", happening.object().key().toString());
        details.put("occurred_at", happening.occurredAt().toString());
        return details;
    }

    private static PublishPreview.Plan plan(Decision decision, List<SafeDraft> drafts) {
        var plan = new PublishPreview.Plan(decision, Optional.empty(), Optional.empty(), Optional.empty());
        for (var draft : drafts) {
            plan = plus(plan, draft.write());
        }
        return plan;
    }

    private static PublishPreview.Plan plus(PublishPreview.Plan plan, Write write) {
        if (write instanceof Write.CreateIssue create) {
            return new PublishPreview.Plan(
                    plan.decision(), Optional.of(create.draft()), plan.changes(), plan.comment());
        }
        if (write instanceof Write.UpdateIssue update) {
            return new PublishPreview.Plan(
                    plan.decision(), plan.draft(), Optional.of(update.changes()), plan.comment());
        }
        var comment = Optional.of(((Write.AddComment) write).text());
        return new PublishPreview.Plan(plan.decision(), plan.draft(), plan.changes(), comment);
    }
}
