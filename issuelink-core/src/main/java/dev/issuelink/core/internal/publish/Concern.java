package dev.issuelink.core.internal.publish;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.core.internal.claim.Fingerprints;
import java.util.List;

/**
 * A rule that an event concerns, in one of its trackers.
 *
 * @param rule the rule
 * @param tracker the tracker
 * @param fingerprint what the events of this problem have in common
 * @param kind what the event means for the rule
 * @param related the fingerprints of problems whose issues are named in the one that is opened
 */
record Concern(AutoIssueRule rule, String tracker, String fingerprint, Kind kind, List<String> related) {
    /** What an event may mean for a rule. */
    enum Kind {
        /** It tells of a problem for which the rule opens an issue. */
        PROBLEM,
        /** The host itself wants an issue for it. */
        DIRECT,
        /** It tells of the end of such a problem. */
        END,
        /** It is one of too many. */
        ROLL_UP
    }

    Concern {
        related = List.copyOf(related);
    }

    /** The same rule's issue for all that it holds back. */
    Concern rollUp() {
        return new Concern(rule, tracker, Fingerprints.ofRollUp(rule.name(), tracker), Kind.ROLL_UP, List.of());
    }

    boolean isRollUp() {
        return kind == Kind.ROLL_UP;
    }
}
