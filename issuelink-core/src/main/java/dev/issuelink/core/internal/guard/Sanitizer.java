package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Redactor;
import dev.issuelink.model.Change;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/**
 * Removes secrets from everything that is about to leave: those that are configured, whatever looks like one, and what
 * the host's own redactor removes. It fails closed: if anything goes wrong, nothing is written.
 */
public final class Sanitizer {
    private static final int SHORTEST_KNOWN_SECRET = 6;

    private final Supplier<Collection<String>> knownSecrets;
    private final Redactor redactor;

    /**
     * Creates the sanitiser.
     *
     * @param knownSecrets the values of all configured secrets that can be resolved at present
     * @param redactor the host's own
     */
    public Sanitizer(Supplier<Collection<String>> knownSecrets, Redactor redactor) {
        this.knownSecrets = knownSecrets;
        this.redactor = redactor;
    }

    /** Frees a write of secrets. */
    public SafeDraft sanitize(String tracker, Write write) {
        try {
            var cleaning = new Cleaning(knownSecrets.get());
            var safe = cleaning.clean(write);
            return new SafeDraft(safe, cleaning.redactions);
        } catch (RuntimeException failure) {
            throw TrackerException.of(
                            ErrorCode.VALIDATION, tracker, write.operation().name())
                    .message(
                            "The text could not be checked for secrets, so nothing was written. Look at the redactor and at the "
                                    + "resolvers of secrets: "
                                    + failure.getClass().getSimpleName() + ".")
                    .build();
        }
    }

    private final class Cleaning {
        private final Collection<String> known;
        private int redactions;

        private Cleaning(Collection<String> known) {
            // The longest first: a secret may be a part of another.
            this.known = known.stream()
                    .filter(secret -> secret.length() >= SHORTEST_KNOWN_SECRET)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .toList();
        }

        private Write clean(Write write) {
            if (write instanceof Write.CreateIssue create) {
                return create.with(clean(create.draft()));
            }
            if (write instanceof Write.UpdateIssue update) {
                return update.with(clean(update.changes()));
            }
            var comment = (Write.AddComment) write;
            return new Write.AddComment(comment.issue(), clean(comment.text()));
        }

        private IssueDraft clean(IssueDraft draft) {
            var title = clean(draft.title());
            var safe = IssueDraft.builder(title.isBlank() ? SecretPatterns.REDACTED : title)
                    .body(clean(draft.body()))
                    .project(draft.project().orElse(null))
                    .issueType(draft.issueType().orElse(null))
                    .priority(draft.priority().orElse(null))
                    .milestone(draft.milestone().orElse(null))
                    .labels(draft.labels().stream().map(this::clean).toList())
                    .assignees(draft.assignees());
            draft.fields().forEach((name, value) -> safe.field(name, clean(value)));
            return safe.build();
        }

        private IssueChanges clean(IssueChanges changes) {
            var safe = IssueChanges.builder()
                    .body(clean(changes.body()))
                    .priority(changes.priority())
                    .milestone(changes.milestone())
                    .issueType(changes.issueType());
            if (changes.title() instanceof Change.Set<String> title) {
                safe.title(clean(title.value()));
            }
            changes.status().match(() -> safe, safe::status, () -> safe);
            changes.addedLabels().forEach(name -> safe.addLabel(clean(name)));
            changes.removedLabels().forEach(safe::removeLabel);
            changes.addedAssignees().forEach(safe::addAssignee);
            changes.removedAssignees().forEach(safe::removeAssignee);
            changes.fields().forEach((name, change) -> safe.field(name, clean(change)));
            return safe.build();
        }

        private Change<String> clean(Change<String> change) {
            return change instanceof Change.Set<String> set ? Change.set(clean(set.value())) : change;
        }

        private String clean(String text) {
            var cleaned = text;
            for (var secret : known) {
                if (cleaned.contains(secret)) {
                    redactions++;
                    cleaned = cleaned.replace(secret, SecretPatterns.REDACTED);
                }
            }
            for (var pattern : SecretPatterns.all()) {
                cleaned = pattern.matcher(cleaned).replaceAll(match -> {
                    redactions++;
                    return Matcher.quoteReplacement(match.group(1) + SecretPatterns.REDACTED);
                });
            }
            return redactor.redact(cleaned);
        }
    }
}
