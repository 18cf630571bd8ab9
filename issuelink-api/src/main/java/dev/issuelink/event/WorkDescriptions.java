package dev.issuelink.event;

import java.util.List;

/** The types of events of what people do: tests and designs. */
final class WorkDescriptions {
    private WorkDescriptions() {}

    static List<EventDescription> all() {
        return List.of(
                test(EventType.TEST_FAILED, "test_failed", "A test failed.")
                        .rule("test_failed")
                        .build(),
                flaky(),
                test(EventType.TEST_RECOVERED, "test_recovered", "A test passes again.")
                        .resolves(EventType.TEST_FAILED, EventType.TEST_FLAKY)
                        .build(),
                coverageDropped(),
                coverageRecovered(),
                reviewRequested(),
                review(EventType.DESIGN_REVIEW_APPROVED, "design_review_approved", "A design was approved.")
                        .resolves(EventType.DESIGN_REVIEW_REQUESTED)
                        .build(),
                review(EventType.DESIGN_REVIEW_REJECTED, "design_review_rejected", "A design was rejected.")
                        .resolves(EventType.DESIGN_REVIEW_REQUESTED)
                        .build(),
                noteConverted(),
                decisionRecorded());
    }

    private static EventDescription flaky() {
        return test(EventType.TEST_FLAKY, "test_flaky", "A test fails now and then.")
                .has(AttributeDescription.number("test.failure_percentage", "%", "How many of the runs failed"))
                .rule("test_flaky")
                .build();
    }

    private static EventDescription.Builder test(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(TestResult.ATTRIBUTES)
                .discriminator("test.suite", "test.name", "environment.name");
    }

    private static EventDescription coverageDropped() {
        return coverage(EventType.COVERAGE_DROPPED, "coverage_dropped", "Less code is covered by tests than before.")
                .has(AttributeDescription.number("coverage.drop_points", "percentage points", "How much less it is")
                        .always())
                .rule("coverage_dropped")
                .build();
    }

    private static EventDescription coverageRecovered() {
        return coverage(
                        EventType.COVERAGE_RECOVERED,
                        "coverage_recovered",
                        "As much code is covered by tests as before the drop.")
                .has(AttributeDescription.number("coverage.gain_points", "percentage points", "How much more it is")
                        .always())
                .resolves(EventType.COVERAGE_DROPPED)
                .build();
    }

    private static EventDescription.Builder coverage(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(CoverageReport.ATTRIBUTES)
                .has(AttributeDescription.number("coverage.previous_percentage", "%", "How much was covered before")
                        .always())
                .discriminator("coverage.scope");
    }

    private static EventDescription reviewRequested() {
        return review(
                        EventType.DESIGN_REVIEW_REQUESTED,
                        "design_review",
                        "A design is to be reviewed and waits for approval.")
                .awaitsDecision()
                .rule("design_review_requested")
                .build();
    }

    private static EventDescription.Builder review(EventType type, String template, String meaning) {
        return EventDescription.builder(type, template, meaning)
                .has(DesignReview.ATTRIBUTES)
                .discriminator("review.id");
    }

    private static EventDescription noteConverted() {
        return EventDescription.builder(
                        EventType.NOTE_CONVERTED, "note", "A note on a whiteboard is to become an issue.")
                .has(DesignNote.ATTRIBUTES)
                .discriminator("note.id")
                .rule("note_converted")
                .build();
    }

    private static EventDescription decisionRecorded() {
        return EventDescription.builder(
                        EventType.ARCHITECTURE_DECISION_RECORDED,
                        "architecture_decision",
                        "An architecture decision was recorded.")
                .has(ArchitectureDecision.ATTRIBUTES)
                .discriminator("decision.id")
                .rule("architecture_decision_recorded")
                .build();
    }
}
