package dev.issuelink.core.internal.publish;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueTemplate;
import dev.issuelink.core.internal.claim.Fingerprints;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.event.DatabaseEvent;
import java.util.List;

/** What stands for a rule where a host gives the template itself. */
public final class OneOffRule {
    private final String tracker;
    private final IssueTemplate template;
    private final CompiledTemplate compiled;

    /**
     * Creates the rule.
     *
     * @param tracker the tracker
     * @param template the host's template
     * @param compiled the same, ready for use
     */
    public OneOffRule(String tracker, IssueTemplate template, CompiledTemplate compiled) {
        this.tracker = tracker;
        this.template = template;
        this.compiled = compiled;
    }

    CompiledTemplate compiled() {
        return compiled;
    }

    Concern concern(DatabaseEvent event) {
        var name = "template " + template.name();
        var rule = AutoIssueRule.builder(name, event.type(), template.name(), List.of(tracker))
                .build();
        var fingerprint = Fingerprints.ofProblem(name, tracker, event.object().key(), "");
        return new Concern(rule, tracker, fingerprint, Concern.Kind.DIRECT, List.of());
    }
}
