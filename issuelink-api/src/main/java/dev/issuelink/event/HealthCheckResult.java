package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a health check found. */
public final class HealthCheckResult extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("check.name", "The name of the check").always(),
            AttributeDescription.text("check.status", "How it ended"),
            AttributeDescription.text("check.category", "What it is about"),
            AttributeDescription.text("check.message", "What it found"),
            AttributeDescription.of("check.output", Kind.CODE, "What it wrote"),
            AttributeDescription.number("check.value", "", "What it measured, in check.unit"),
            AttributeDescription.number("check.threshold", "", "From which value on it fails, in check.unit"),
            AttributeDescription.text("check.unit", "In what it measures"),
            AttributeDescription.number("check.duration_ms", "ms", "How long it took"),
            AttributeDescription.text("environment.name", "Where it happened"));

    private HealthCheckResult(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a result.
     *
     * @param name the name of the check
     * @return a builder
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is known of a result. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String name) {
            tree.text("check.name", Tree.named(name, "name of a health check"));
            tree.text("severity", Severity.MEDIUM.word());
        }

        /**
         * Sets how bad it is; without it, {@link Severity#MEDIUM}.
         *
         * @param severity how bad
         * @return this
         */
        public Builder severity(Severity severity) {
            tree.text("severity", severity.word());
            return this;
        }

        /**
         * Sets how the check ended.
         *
         * @param status a word such as {@code failing}, or null
         * @return this
         */
        public Builder status(@Nullable String status) {
            tree.text("check.status", status);
            return this;
        }

        /**
         * Sets what the check is about.
         *
         * @param category a word such as {@code storage}, or null
         * @return this
         */
        public Builder category(@Nullable String category) {
            tree.text("check.category", category);
            return this;
        }

        /**
         * Sets what it found.
         *
         * @param message one line, or null
         * @return this
         */
        public Builder message(@Nullable String message) {
            tree.text("check.message", message);
            return this;
        }

        /**
         * Sets what it wrote.
         *
         * @param output its output, or null
         * @return this
         */
        public Builder output(@Nullable String output) {
            tree.text("check.output", output);
            return this;
        }

        /**
         * Sets what it measured.
         *
         * @param value the value
         * @param unit in what it is measured, such as {@code %}, or null
         * @return this
         * @throws IllegalArgumentException if the value is not finite
         */
        public Builder measured(double value, @Nullable String unit) {
            tree.amount("check.value", value).text("check.unit", unit);
            return this;
        }

        /**
         * Sets the value from which on it fails.
         *
         * @param threshold the value, in the unit of what was measured
         * @return this
         * @throws IllegalArgumentException if it is not finite
         */
        public Builder threshold(double threshold) {
            tree.amount("check.threshold", threshold);
            return this;
        }

        /**
         * Sets how long it took.
         *
         * @param duration the time
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder duration(Duration duration) {
            tree.millis("check.duration_ms", duration);
            return this;
        }

        /**
         * Sets where it happened.
         *
         * @param environment the name of the environment, such as {@code production}, or null
         * @return this
         */
        public Builder environment(@Nullable String environment) {
            tree.text("environment.name", environment);
            return this;
        }

        /**
         * Makes the facts.
         *
         * @return the facts
         */
        public HealthCheckResult build() {
            return new HealthCheckResult(tree.build());
        }
    }
}
