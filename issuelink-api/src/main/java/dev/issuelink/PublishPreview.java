package dev.issuelink;

import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What would become of an event if it were published now.
 *
 * @param plans one for each rule and tracker that the event concerns, in the order of the configuration
 */
public record PublishPreview(List<Plan> plans) {
    /** Copies the plans. */
    public PublishPreview {
        plans = List.copyOf(plans);
    }

    /**
     * What would be decided and written.
     *
     * @param decision what the event would come to, and why
     * @param draft the issue that would be opened
     * @param changes what would be changed of the issue
     * @param comment what would be commented at once; recurrences are gathered and commented later
     */
    public record Plan(
            Decision decision, Optional<IssueDraft> draft, Optional<IssueChanges> changes, Optional<String> comment) {
        /** Checks the components. */
        public Plan {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(draft, "draft");
            Objects.requireNonNull(changes, "changes");
            Objects.requireNonNull(comment, "comment");
        }
    }
}
