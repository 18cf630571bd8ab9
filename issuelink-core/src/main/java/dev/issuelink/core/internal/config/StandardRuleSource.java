package dev.issuelink.core.internal.config;

import dev.issuelink.config.AutoIssueRule;
import java.util.List;
import java.util.Set;

/** The rules that IssueLink brings along, to be used by their names. */
interface StandardRuleSource {
    /** No rules at all. */
    StandardRuleSource NONE = new StandardRuleSource() {
        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public AutoIssueRule rule(String name, List<String> trackers) {
            throw new IllegalArgumentException("There are no standard rules");
        }
    };

    /** Their names. */
    Set<String> names();

    /** The rule of one of these names, for the trackers. */
    AutoIssueRule rule(String name, List<String> trackers);
}
