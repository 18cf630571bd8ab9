package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.Redactor;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Removes secrets from everything that is about to leave: those that are configured, whatever looks like one, what the
 * policy names, and what the host's own redactor removes; from the values of an event before templates are filled with
 * them, and from the finished texts. It fails closed: if anything goes wrong, nothing is written.
 */
public final class Sanitizer {
    private final Supplier<Collection<String>> knownSecrets;
    private final RedactionPolicy policy;
    private final Redactor redactor;

    /**
     * Creates the sanitiser with the default policy.
     *
     * @param knownSecrets the values of all configured secrets that can be resolved at present
     * @param redactor the host's own
     */
    public Sanitizer(Supplier<Collection<String>> knownSecrets, Redactor redactor) {
        this(knownSecrets, RedactionPolicy.defaults(), redactor);
    }

    /**
     * Creates the sanitiser.
     *
     * @param knownSecrets the values of all configured secrets that can be resolved at present
     * @param policy what else is removed
     * @param redactor the host's own
     */
    public Sanitizer(Supplier<Collection<String>> knownSecrets, RedactionPolicy policy, Redactor redactor) {
        this.knownSecrets = knownSecrets;
        this.policy = policy;
        this.redactor = redactor;
    }

    /**
     * Frees the values and names of an event of secrets, before a template is filled with them.
     *
     * @param tracker the tracker they are for, for the error
     * @param sqlPaths tells the dotted paths of attributes that hold SQL; what begins as a statement does is taken for SQL
     *     anyway
     */
    public SafeEvent sanitize(String tracker, DatabaseEvent event, Predicate<String> sqlPaths) {
        return orNothing(tracker, Write.Operation.CREATE_ISSUE, cleaner -> {
            var clean = new EventCleaning(cleaner, sqlPaths).clean(event);
            return new SafeEvent(clean, cleaner.redactions());
        });
    }

    /**
     * Frees the values and names of an event of secrets. Which attributes hold SQL is known from the catalogue.
     *
     * @param tracker the tracker they are for, for the error
     */
    public SafeEvent sanitize(String tracker, DatabaseEvent event) {
        return sanitize(tracker, event, SqlPaths.of(event.type())::contains);
    }

    /** Frees a write of secrets. */
    public SafeDraft sanitize(String tracker, Write write) {
        return sanitize(tracker, write, 0);
    }

    /**
     * Frees a write of secrets, and says in its body or comment how many values were redacted.
     *
     * @param earlier how many were, in the values that its texts were made of; see {@link SafeEvent#redactions()}
     */
    public SafeDraft sanitize(String tracker, Write write, int earlier) {
        return orNothing(tracker, write.operation(), cleaner -> {
            var clean = new WriteCleaning(cleaner, earlier).clean(write);
            return new SafeDraft(clean, earlier + cleaner.redactions());
        });
    }

    /**
     * Frees a text of secrets that is kept to be written later, and says in it how many values were redacted.
     *
     * @param earlier how many were, in the values that it was made of
     */
    public String sanitize(String tracker, String text, int earlier) {
        return orNothing(
                tracker, Write.Operation.ADD_COMMENT, cleaner -> new WriteCleaning(cleaner, earlier).noted(text));
    }

    // An expression of the host that is too deep for the stack must not end the thread, either.
    private <T> T orNothing(String tracker, Write.Operation operation, Function<TextCleaner, T> work) {
        var known = known(tracker, operation);
        try {
            return work.apply(new TextCleaner(known, policy, redactor));
        } catch (RuntimeException | StackOverflowError failure) {
            throw refusal(
                    tracker,
                    operation,
                    "Look at the redactor, at the patterns of the redaction policy and at the resolvers of secrets: "
                            + failure.getClass().getSimpleName() + ".");
        }
    }

    // Our own words on why a secret cannot be had are safe to repeat, and say what to do.
    private Collection<String> known(String tracker, Write.Operation operation) {
        try {
            return knownSecrets.get();
        } catch (TrackerException unknown) {
            throw refusal(tracker, operation, unknown.getMessage());
        } catch (RuntimeException failure) {
            throw refusal(
                    tracker,
                    operation,
                    "Look at the resolvers of secrets: " + failure.getClass().getSimpleName() + ".");
        }
    }

    private static TrackerException refusal(String tracker, Write.Operation operation, String reason) {
        return TrackerException.of(ErrorCode.VALIDATION, tracker, operation.name())
                .message("The text could not be checked for secrets, so nothing was written. " + reason)
                .build();
    }
}
