package dev.issuelink.core.internal.config;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.ResolutionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads what becomes of a rule's issues: what follows when a problem returns or is over, and how many there may be. */
final class CourseReader {
    static final List<String> PROPERTIES =
            List.of("when_resolved", "reopen_within_days", "comment_every_minutes", "budget");
    static final List<String> POLICIES = Arrays.stream(ResolutionPolicy.values())
            .map(policy -> policy.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Values values;
    private final LimitReader limits;

    CourseReader(Faults faults) {
        this.values = new Values(faults);
        this.limits = new LimitReader(faults);
    }

    /** Sets what is written, and leaves the rest. */
    void read(Section section, AutoIssueRule.Builder rule) {
        section.get("when_resolved")
                .flatMap(node -> values.choice(node, POLICIES))
                .map(word -> ResolutionPolicy.valueOf(word.toUpperCase(Locale.ROOT)))
                .ifPresent(rule::whenResolved);
        section.get("reopen_within_days")
                .flatMap(node -> Span.DAYS.read(node, values))
                .ifPresent(rule::reopenWithin);
        section.get("comment_every_minutes")
                .flatMap(node -> Span.MINUTES.read(node, values))
                .ifPresent(rule::commentEvery);
        section.get("budget").flatMap(limits::budget).ifPresent(rule::budget);
    }
}
