package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.model.Change;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;

/** Cleans the texts of a write, and says in its longest one how much was redacted. */
final class WriteCleaning {
    private final TextCleaner cleaner;
    private final int earlier;

    /**
     * Creates the cleaning.
     *
     * @param earlier how much was hidden in the values that the texts were made of
     */
    WriteCleaning(TextCleaner cleaner, int earlier) {
        this.cleaner = cleaner;
        this.earlier = earlier;
    }

    Write clean(Write write) {
        if (write instanceof Write.CreateIssue create) {
            return create.with(draft(create.draft()));
        }
        if (write instanceof Write.UpdateIssue update) {
            return update.with(changes(update.changes()));
        }
        var comment = (Write.AddComment) write;
        return new Write.AddComment(comment.issue(), noted(comment.text()));
    }

    // The body comes last, so that its note counts what was hidden elsewhere.
    private IssueDraft draft(IssueDraft draft) {
        var safe = IssueDraft.builder(cleaner.clean(draft.title()))
                .project(draft.project().orElse(null))
                .issueType(draft.issueType().orElse(null))
                .priority(draft.priority().orElse(null))
                .milestone(draft.milestone().orElse(null))
                .labels(draft.labels().stream().map(cleaner::clean).toList())
                .assignees(draft.assignees());
        draft.fields().forEach((name, value) -> safe.field(name, cleaner.clean(value)));
        return safe.body(noted(draft.body())).build();
    }

    private IssueChanges changes(IssueChanges changes) {
        var safe = IssueChanges.builder()
                .priority(changes.priority())
                .milestone(changes.milestone())
                .issueType(changes.issueType());
        if (changes.title() instanceof Change.Set<String> title) {
            safe.title(cleaner.clean(title.value()));
        }
        changes.status().match(() -> safe, safe::status, () -> safe);
        changes.addedLabels().forEach(name -> safe.addLabel(cleaner.clean(name)));
        changes.removedLabels().forEach(safe::removeLabel);
        changes.addedAssignees().forEach(safe::addAssignee);
        changes.removedAssignees().forEach(safe::removeAssignee);
        changes.fields().forEach((name, change) -> safe.field(name, clean(change)));
        var body = changes.body();
        return safe.body(body instanceof Change.Set<String> set ? Change.set(noted(set.value())) : body)
                .build();
    }

    private Change<String> clean(Change<String> change) {
        return change instanceof Change.Set<String> set ? Change.set(cleaner.clean(set.value())) : change;
    }

    // A text that was cleaned before has a note: it counts the values already.
    String noted(String text) {
        var before = Math.max(RedactionNote.count(text), earlier);
        var clean = cleaner.clean(RedactionNote.without(text));
        return RedactionNote.append(clean, before + cleaner.redactions());
    }
}
