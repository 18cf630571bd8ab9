package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a test ended, once or over several runs. */
public final class TestResult extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("test.name", "The name of the test").always(),
            AttributeDescription.text("test.suite", "What it belongs to"),
            AttributeDescription.text("test.file", "Where it is"),
            AttributeDescription.text("test.message", "What failed"),
            AttributeDescription.of("test.stack_trace", Kind.CODE, "Where it failed"),
            AttributeDescription.of("test.output", Kind.CODE, "What it wrote"),
            AttributeDescription.number("test.duration_ms", "ms", "How long it took"),
            AttributeDescription.number("test.runs", "runs", "How often it ran of late"),
            AttributeDescription.number("test.failures", "runs", "How often it failed of late"),
            AttributeDescription.text("build.name", "In which build it was seen"),
            AttributeDescription.text("build.url", "Where the build can be looked at"),
            AttributeDescription.text("build.commit", "Of which commit it was"),
            AttributeDescription.text("build.branch", "Of which branch it was"),
            AttributeDescription.text("environment.name", "Where it happened"));

    private TestResult(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a result.
     *
     * @param name the name of the test
     * @return a builder
     * @throws IllegalArgumentException if the name is blank
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Collects what is known of a test. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String name) {
            tree.text("test.name", Tree.named(name, "name of a test"));
        }

        /**
         * Sets what the test belongs to.
         *
         * @param suite the name of the suite, or null
         * @return this
         */
        public Builder suite(@Nullable String suite) {
            tree.text("test.suite", suite);
            return this;
        }

        /**
         * Sets where the test is.
         *
         * @param file the name of a file, or null
         * @return this
         */
        public Builder file(@Nullable String file) {
            tree.text("test.file", file);
            return this;
        }

        /**
         * Sets what failed.
         *
         * @param message one line, or null
         * @return this
         */
        public Builder message(@Nullable String message) {
            tree.text("test.message", message);
            return this;
        }

        /**
         * Sets where it failed.
         *
         * @param stackTrace a stack trace, or null
         * @return this
         */
        public Builder stackTrace(@Nullable String stackTrace) {
            tree.text("test.stack_trace", stackTrace);
            return this;
        }

        /**
         * Sets what it wrote.
         *
         * @param output its output, or null
         * @return this
         */
        public Builder output(@Nullable String output) {
            tree.text("test.output", output);
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
            tree.millis("test.duration_ms", duration);
            return this;
        }

        /**
         * Sets how often it ran and failed of late.
         *
         * @param runs how often it ran
         * @param failures how often it failed
         * @return this
         * @throws IllegalArgumentException if a number is negative
         */
        public Builder runs(long runs, long failures) {
            tree.count("test.runs", runs).count("test.failures", failures);
            return this;
        }

        /**
         * Sets in which build it was seen.
         *
         * @param name the name or number of the build, or null
         * @param url where it can be looked at, or null
         * @return this
         */
        public Builder build(@Nullable String name, @Nullable String url) {
            tree.text("build.name", name).text("build.url", url);
            return this;
        }

        /**
         * Sets of which state of the code it was.
         *
         * @param hash the commit, or null
         * @param branch the branch, or null
         * @return this
         */
        public Builder commit(@Nullable String hash, @Nullable String branch) {
            tree.text("build.commit", hash).text("build.branch", branch);
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
        public TestResult build() {
            return new TestResult(tree.build());
        }
    }
}
