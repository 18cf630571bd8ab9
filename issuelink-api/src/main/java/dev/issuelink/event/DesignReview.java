package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import dev.issuelink.model.ObjectReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A review of a design: what is to be looked at, by whom, and how it ended. */
public final class DesignReview extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("review.id", "By what the review is known")
                    .always(),
            AttributeDescription.text("review.title", "What the design is about")
                    .always(),
            AttributeDescription.of("review.description", Kind.PROSE, "What is proposed"),
            AttributeDescription.text("review.board", "Where it is drawn"),
            AttributeDescription.text("review.version", "Which state of the design is meant"),
            AttributeDescription.text("review.url", "Where it can be looked at"),
            AttributeDescription.text("user.name", "Who asks for the review"),
            AttributeDescription.of("review.reviewers", Kind.LIST, "Who is asked"),
            AttributeDescription.of("review.elements", Kind.LIST, "The objects that the design is about"),
            AttributeDescription.text("review.elements[].type", "Of what type such an object is"),
            AttributeDescription.text("review.elements[].qualified_name", "The full name of such an object"),
            AttributeDescription.of("review.due_at", Kind.TIME, "Until when an answer is wanted"),
            AttributeDescription.text("review.decided_by", "Who approved or rejected it"),
            AttributeDescription.of("review.comment", Kind.PROSE, "The reason of the decision"));

    private DesignReview(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a review.
     *
     * @param id by which the review is known
     * @param title what the design is about
     * @return a builder
     * @throws IllegalArgumentException if either is blank
     */
    public static Builder builder(String id, String title) {
        return new Builder(id, title);
    }

    /** Collects what is known of a review. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private final List<Map<String, Object>> elements = new ArrayList<>();

        private Builder(String id, String title) {
            tree.text("review.id", Tree.named(id, "id of a review"));
            tree.text("review.title", Tree.named(title, "title of a review"));
        }

        /**
         * Sets what is proposed.
         *
         * @param description Markdown, or null
         * @return this
         */
        public Builder description(@Nullable String description) {
            tree.text("review.description", description);
            return this;
        }

        /**
         * Sets where it is drawn.
         *
         * @param board the name of the whiteboard, or null
         * @return this
         */
        public Builder board(@Nullable String board) {
            tree.text("review.board", board);
            return this;
        }

        /**
         * Sets which state of the design is meant.
         *
         * @param version the version, or null
         * @return this
         */
        public Builder version(@Nullable String version) {
            tree.text("review.version", version);
            return this;
        }

        /**
         * Sets where it can be looked at.
         *
         * @param url a link, or null
         * @return this
         */
        public Builder url(@Nullable String url) {
            tree.text("review.url", url);
            return this;
        }

        /**
         * Sets who asks for the review.
         *
         * @param user the name, or null
         * @return this
         */
        public Builder requestedBy(@Nullable String user) {
            tree.text("user.name", user);
            return this;
        }

        /**
         * Sets who is asked.
         *
         * @param reviewers their names
         * @return this
         */
        public Builder reviewers(List<String> reviewers) {
            tree.list("review.reviewers", reviewers);
            return this;
        }

        /**
         * Adds something that the design is about.
         *
         * @param object what it is about
         * @return this
         */
        public Builder element(ObjectReference object) {
            elements.add(Tree.object(object));
            tree.list("review.elements", elements);
            return this;
        }

        /**
         * Sets until when an answer is wanted.
         *
         * @param dueAt the time, or null
         * @return this
         */
        public Builder dueAt(@Nullable Instant dueAt) {
            tree.time("review.due_at", dueAt);
            return this;
        }

        /**
         * Sets who approved or rejected it.
         *
         * @param user the name, or null
         * @return this
         */
        public Builder decidedBy(@Nullable String user) {
            tree.text("review.decided_by", user);
            return this;
        }

        /**
         * Sets the reason of the decision.
         *
         * @param comment Markdown, or null
         * @return this
         */
        public Builder comment(@Nullable String comment) {
            tree.text("review.comment", comment);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @return the facts
         */
        public DesignReview build() {
            return new DesignReview(tree.build());
        }
    }
}
