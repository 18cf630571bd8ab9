package dev.issuelink.demo;

import dev.issuelink.event.ArchitectureDecision;
import dev.issuelink.event.DesignEvents;
import dev.issuelink.event.DesignReview;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.Resolution;
import java.util.List;

/** Two designs to be reviewed, and the architecture decision that comes of the one that was approved. */
final class DesignStory {
    private static final ObjectReference CHECKOUT = ObjectReference.of(ObjectType.WHITEBOARD, "Checkout");
    private static final ObjectReference REFUNDS = ObjectReference.of(ObjectType.WHITEBOARD, "Refunds");
    private static final ObjectReference DECISIONS = ObjectReference.of(ObjectType.WHITEBOARD, "Decisions");

    private final Scene scene;
    private final DesignReviews reviews;

    DesignStory(Scene scene, DesignReviews reviews) {
        this.scene = scene;
        this.reviews = reviews;
    }

    void tell() {
        scene.console().heading("Designs are reviewed in issues, and a decision is recorded in one");
        review(CHECKOUT, "DR-1", Resolution.COMPLETED);
        review(REFUNDS, "DR-2", Resolution.NOT_PLANNED);
        scene.open(DesignEvents.decisionRecorded(
                DECISIONS, decision(), scene.clock().next()));
    }

    private void review(ObjectReference board, String id, Resolution decision) {
        var review = DesignReview.builder(id, board.name() + " in one transaction")
                .board(board.name())
                .requestedBy("demo")
                .build();
        var issue = scene.open(reviews.request(board, review));
        scene.decide(issue, decision);
        var answer = reviews.publishAnswer(board, scene.manager(), Patience.LIMIT);
        scene.console().line("  event    %s: %s".formatted(answer.type(), id));
    }

    private static ArchitectureDecision decision() {
        return ArchitectureDecision.builder("ADR-1", "Checkout is one transaction")
                .status("accepted")
                .context("An order without its items cannot be delivered.")
                .outcome("The order and its items are stored in one transaction.")
                .alternatives(List.of("a saga of two steps"))
                .deciders(List.of("demo"))
                .build();
    }
}
