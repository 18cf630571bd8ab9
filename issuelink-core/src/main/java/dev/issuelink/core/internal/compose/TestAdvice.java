package dev.issuelink.core.internal.compose;

import dev.issuelink.event.DatabaseEvent;

/** What to do about tests and coverage. */
final class TestAdvice {
    private TestAdvice() {}

    static void failed(DatabaseEvent event, Advice advice) {
        var facts = new AttributeReader(event.attributes());
        var runs = facts.numberOrNaN("test.runs");
        var failures = facts.numberOrNaN("test.failures");
        advice.when(
                failures > 0 && failures < runs,
                Advice.name(facts.text("test.name")) + " failed in " + Quantities.number(failures) + " of "
                        + Quantities.number(runs)
                        + " runs: look for what differs between them, such as order, time, or data of other tests.");
    }

    static void coverage(DatabaseEvent event, Advice advice) {
        var facts = new AttributeReader(event.attributes());
        var uncovered = facts.texts("coverage.uncovered");
        var covered = facts.numberOrNaN("coverage.percentage");
        var demanded = facts.numberOrNaN("coverage.threshold_percentage");
        advice.when(!uncovered.isEmpty(), "Write tests for " + Advice.names(uncovered) + ".");
        advice.when(
                covered < demanded,
                Advice.name(facts.text("coverage.scope")) + " is "
                        + Quantities.shown(demanded - covered, "percentage points") + " below what is demanded.");
    }
}
