package dev.issuelink.core.internal.publish;

import dev.issuelink.IssueContextGenerator;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.compose.Composer;
import dev.issuelink.core.internal.compose.DefaultIssueContextGenerator;
import dev.issuelink.core.internal.compose.StandardSuggestions;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.core.internal.rule.RuleBook;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.host.SuggestionSource;
import dev.issuelink.store.IssueLinkStores;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The parts that turn events into writes, put together. */
public final class Publishing {
    /** What publishing works with. */
    public record Parts(
            IssueLinkStores stores,
            TrackerRegistry trackers,
            Claims claims,
            Outbox outbox,
            Sanitizer sanitizer,
            AuditRecorder audit,
            IdSource ids,
            Clock clock,
            Executor executor) {}

    /** A host's source of suggestions, and how long it is waited for. */
    public record Suggestions(Optional<SuggestionSource> source, Duration timeout) {}

    private final EventDesk desk;
    private final FollowUps followUps;
    private final IssueContextGenerator contextGenerator;

    /**
     * Puts the parts together.
     *
     * @param templates the template of a name
     * @param appended called after something was put into the outbox
     */
    public Publishing(
            RuleBook rules,
            Parts parts,
            Function<String, CompiledTemplate> templates,
            Suggestions suggestions,
            Runnable appended) {
        var suggested = new BoundedSuggestions(
                suggestions.source, new StandardSuggestions(), suggestions.timeout, parts.executor, parts.clock);
        var wording =
                new Wording(parts.sanitizer, new Composer(), templates, suggested, new Assignees(parts.trackers)::of);
        this.contextGenerator =
                new DefaultIssueContextGenerator(templates, event -> suggested.about(event), parts.sanitizer);
        var budgets = new IssueBudgets(parts.trackers::config);
        var decider = new Decider(parts.claims, parts.outbox, budgets, parts.ids);
        var matcher = new Matcher(rules, Set.copyOf(parts.trackers.names()));
        this.desk =
                new EventDesk(parts.stores, matcher, wording, decider, parts.audit, parts.ids, parts.clock, appended);
        this.followUps = new FollowUps(
                parts.stores,
                parts.claims,
                parts.outbox,
                new FollowUpWording(parts.sanitizer),
                name -> rules.find(name).map(rule -> rule.rule().commentEvery()),
                parts.clock,
                appended);
    }

    /** Makes texts of facts. */
    public IssueContextGenerator contextGenerator() {
        return contextGenerator;
    }

    /** Where events are taken in. */
    public EventDesk desk() {
        return desk;
    }

    /** What comes back to problems later. */
    public FollowUps followUps() {
        return followUps;
    }
}
