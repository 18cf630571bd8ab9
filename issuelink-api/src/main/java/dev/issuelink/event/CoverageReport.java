package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of the code is covered by tests. */
public final class CoverageReport extends Facts {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("coverage.scope", "What was measured").always(),
            AttributeDescription.number("coverage.percentage", "%", "How much of it is covered")
                    .always(),
            AttributeDescription.text("coverage.counter", "What is counted, such as lines"),
            AttributeDescription.number("coverage.covered_count", "", "How many of what is counted are covered"),
            AttributeDescription.number("coverage.total_count", "", "How many of what is counted there are"),
            AttributeDescription.number("coverage.threshold_percentage", "%", "How much is demanded"),
            AttributeDescription.of("coverage.uncovered", Kind.LIST, "What is not covered any more"),
            AttributeDescription.text("build.name", "In which build it was seen"),
            AttributeDescription.text("build.url", "Where the build can be looked at"),
            AttributeDescription.text("build.commit", "Of which commit it was"),
            AttributeDescription.text("build.branch", "Of which branch it was"));

    private CoverageReport(EventAttributes attributes) {
        super(attributes);
    }

    /**
     * Starts a report.
     *
     * @param scope what was measured, such as a module
     * @param percentage how much of it is covered
     * @return a builder
     * @throws IllegalArgumentException if the scope is blank, or the percentage not between 0 and 100
     */
    public static Builder builder(String scope, double percentage) {
        return new Builder(scope, percentage);
    }

    /** Collects what is known of a coverage. Not for several threads. */
    public static final class Builder {
        private final Tree tree = new Tree();

        private Builder(String scope, double percentage) {
            tree.text("coverage.scope", Tree.named(scope, "scope of a coverage"));
            tree.percentage("coverage.percentage", percentage);
        }

        /**
         * Sets what is counted.
         *
         * @param counter a word such as {@code lines}, or null
         * @return this
         */
        public Builder counter(@Nullable String counter) {
            tree.text("coverage.counter", counter);
            return this;
        }

        /**
         * Sets the numbers behind the percentage.
         *
         * @param covered how many are covered
         * @param total how many there are
         * @return this
         * @throws IllegalArgumentException if a number is negative
         */
        public Builder counts(long covered, long total) {
            tree.count("coverage.covered_count", covered).count("coverage.total_count", total);
            return this;
        }

        /**
         * Sets how much is demanded.
         *
         * @param threshold a percentage
         * @return this
         * @throws IllegalArgumentException if it is not between 0 and 100
         */
        public Builder threshold(double threshold) {
            tree.percentage("coverage.threshold_percentage", threshold);
            return this;
        }

        /**
         * Sets what is not covered any more.
         *
         * @param uncovered names of files or methods
         * @return this
         */
        public Builder uncovered(List<String> uncovered) {
            tree.list("coverage.uncovered", uncovered);
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
         * Makes the facts.
         *
         * @return the facts
         */
        public CoverageReport build() {
            return new CoverageReport(tree.build());
        }
    }
}
