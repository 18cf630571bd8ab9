package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An architecture decision: what was decided, why, and what follows from it. */
public final class ArchitectureDecision extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("decision.id", "By what the decision is known")
                    .always(),
            AttributeDescription.text("decision.title", "What it is about").always(),
            AttributeDescription.text("decision.status", "How far it is"),
            AttributeDescription.of("decision.context", Kind.PROSE, "What made it necessary"),
            AttributeDescription.of("decision.outcome", Kind.PROSE, "What was decided"),
            AttributeDescription.of("decision.consequences", Kind.PROSE, "What follows from it"),
            AttributeDescription.of("decision.alternatives", Kind.LIST, "What else was considered"),
            AttributeDescription.of("decision.deciders", Kind.LIST, "Who decided"),
            AttributeDescription.text("decision.supersedes", "The decision that it replaces"),
            AttributeDescription.of("decision.decided_at", Kind.TIME, "When it was decided"));

    private ArchitectureDecision(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a decision.
     *
     * @param id by which the decision is known
     * @param title what it is about
     * @return a builder
     * @throws IllegalArgumentException if either is blank
     */
    public static Builder builder(String id, String title) {
        return new Builder(id, title);
    }

    /** Collects what is known of a decision. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String id, String title) {
            tree.text("decision.id", Tree.named(id, "id of a decision"));
            tree.text("decision.title", Tree.named(title, "title of a decision"));
        }

        /**
         * Sets how far it is.
         *
         * @param status a word such as {@code accepted}, or null
         * @return this
         */
        public Builder status(@Nullable String status) {
            tree.text("decision.status", status);
            return this;
        }

        /**
         * Sets what made it necessary.
         *
         * @param context Markdown, or null
         * @return this
         */
        public Builder context(@Nullable String context) {
            tree.text("decision.context", context);
            return this;
        }

        /**
         * Sets what was decided.
         *
         * @param outcome Markdown, or null
         * @return this
         */
        public Builder outcome(@Nullable String outcome) {
            tree.text("decision.outcome", outcome);
            return this;
        }

        /**
         * Sets what follows from it.
         *
         * @param consequences Markdown, or null
         * @return this
         */
        public Builder consequences(@Nullable String consequences) {
            tree.text("decision.consequences", consequences);
            return this;
        }

        /**
         * Sets what else was considered.
         *
         * @param alternatives one line each
         * @return this
         */
        public Builder alternatives(List<String> alternatives) {
            tree.list("decision.alternatives", alternatives);
            return this;
        }

        /**
         * Sets who decided.
         *
         * @param deciders their names
         * @return this
         */
        public Builder deciders(List<String> deciders) {
            tree.list("decision.deciders", deciders);
            return this;
        }

        /**
         * Sets the decision that it replaces.
         *
         * @param supersedes the id of that decision, or null
         * @return this
         */
        public Builder supersedes(@Nullable String supersedes) {
            tree.text("decision.supersedes", supersedes);
            return this;
        }

        /**
         * Sets when it was decided.
         *
         * @param decidedAt the time, or null
         * @return this
         */
        public Builder decidedAt(@Nullable Instant decidedAt) {
            tree.time("decision.decided_at", decidedAt);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @return the facts
         */
        public ArchitectureDecision build() {
            return new ArchitectureDecision(tree.build());
        }
    }
}
