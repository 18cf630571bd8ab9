package dev.issuelink.core.internal.config;

import dev.issuelink.config.IssueBudget;
import dev.issuelink.model.WriteLimits;
import java.util.List;
import java.util.Optional;

/** Reads how much may be opened and written. */
final class LimitReader {
    static final List<String> BUDGET = List.of("issues", "minutes");
    static final List<String> WRITE_LIMITS = List.of("per_minute", "per_hour");

    private static final String COUNT = "a whole number from 1 to " + Integer.MAX_VALUE + ".";

    private final Faults faults;
    private final Values values;

    LimitReader(Faults faults) {
        this.faults = faults;
        this.values = new Values(faults);
    }

    Optional<IssueBudget> budget(Node node) {
        return Section.of(node, faults).flatMap(object -> {
            var section = object.only(BUDGET);
            var issues = count(section, "issues");
            var minutes = section.need("minutes", "within how many minutes.")
                    .flatMap(number -> Span.MINUTES.read(number, values));
            return issues.flatMap(most -> minutes.map(per -> new IssueBudget(most, per)));
        });
    }

    Optional<WriteLimits> writeLimits(Node node) {
        return Section.of(node, faults).flatMap(object -> {
            var section = object.only(WRITE_LIMITS);
            var perMinute = count(section, "per_minute");
            var perHour = count(section, "per_hour");
            return perMinute.flatMap(minute -> perHour.map(hour -> new WriteLimits(minute, hour)));
        });
    }

    private Optional<Integer> count(Section section, String property) {
        return section.need(property, COUNT)
                .flatMap(node -> values.wholeNumber(node)
                        .filter(count ->
                                values.accept(node, count >= 1 && count <= Integer.MAX_VALUE, "must be " + COUNT)))
                .map(Long::intValue);
    }
}
