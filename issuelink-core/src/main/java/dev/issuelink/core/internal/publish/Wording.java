package dev.issuelink.core.internal.publish;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.compose.Composer;
import dev.issuelink.core.internal.compose.Composition;
import dev.issuelink.core.internal.guard.SafeDraft;
import dev.issuelink.core.internal.guard.SafeEvent;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.core.internal.template.MarkdownWriter;
import dev.issuelink.core.internal.template.RenderedText;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.ObjectReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the texts that decisions wish for: sanitised values into templates, and the finished text sanitised again. */
final class Wording {
    /** For errors: texts are made before it is known where they go. */
    private static final String NO_TRACKER = "any";

    private static final String ADVICE = "advice";

    private final Sanitizer sanitizer;
    private final Composer composer;
    private final Function<String, CompiledTemplate> templates;
    private final BoundedSuggestions suggestions;
    private final BiFunction<String, String, List<String>> assignees;

    /**
     * Creates the wording.
     *
     * @param templates the template of a name that a rule may use
     * @param assignees whom a rule's assignee means in a tracker
     */
    Wording(
            Sanitizer sanitizer,
            Composer composer,
            Function<String, CompiledTemplate> templates,
            BoundedSuggestions suggestions,
            BiFunction<String, String, List<String>> assignees) {
        this.sanitizer = sanitizer;
        this.composer = composer;
        this.templates = templates;
        this.suggestions = suggestions;
        this.assignees = assignees;
    }

    /** The object of an event, without secrets in its names. */
    ObjectReference safeObject(DatabaseEvent event) {
        var bare = new DatabaseEvent(event.type(), event.object(), EventAttributes.empty(), event.occurredAt());
        return sanitizer.sanitize(NO_TRACKER, bare).event().object();
    }

    /**
     * Begins to make texts for one event. Its values are freed of secrets once, and only if a text is needed.
     *
     * @param template the template in place of the rule's, if the host gave one
     */
    Session begin(Happening happening, Optional<CompiledTemplate> template) {
        return new Session(happening, template);
    }

    /** The texts for one event. Not for several threads. */
    final class Session {
        private final Happening happening;
        private final Optional<CompiledTemplate> template;
        private @Nullable SafeEvent safe;
        private @Nullable String advice;
        private int redactions;

        private Session(Happening happening, Optional<CompiledTemplate> template) {
            this.happening = happening;
            this.template = template;
        }

        Texts.Made make(Wish wish) {
            if (wish instanceof Wish.Opening opening) {
                return Texts.Made.of(opening(opening));
            }
            if (wish instanceof Wish.Reopening reopening) {
                return reopening(reopening);
            }
            if (wish instanceof Wish.Ending ending) {
                return ending(ending);
            }
            return later(wish.concern());
        }

        private SafeDraft opening(Wish.Opening wish) {
            var concern = wish.concern();
            var text = concern.isRollUp() ? rollUp(concern.rule()) : composed(concern);
            var body = text.body() + References.follow(wish.former()) + References.related(wish.related());
            var rule = concern.rule();
            var draft = IssueDraft.builder(text.title())
                    .body(body)
                    .project(rule.project().orElse(null))
                    .issueType(rule.issueType().orElse(null))
                    .priority(rule.priority().orElse(null))
                    .labels(rule.labels())
                    .assignees(rule.assignee()
                            .map(name -> assignees.apply(concern.tracker(), name))
                            .orElse(List.of()))
                    .build();
            var objects = concern.isRollUp() ? List.<ObjectReference>of() : List.of(happening.object());
            return safe(concern, new Write.CreateIssue(draft, objects, Optional.of(concern.fingerprint())));
        }

        private Texts.Made reopening(Wish.Reopening wish) {
            var concern = wish.concern();
            var issue = wish.former().issue();
            var lead = "It happened again at " + Words.time(happening.occurredAt()) + ", after this was closed at "
                    + Words.time(wish.former().endedAt()) + ". Seen " + Words.count(wish.count(), "time", "times")
                    + " in all.";
            var body = concern.isRollUp()
                    ? rollUp(concern.rule()).body()
                    : composed(concern).body();
            var comment = new Write.AddComment(issue, paragraph(lead) + "\n\n" + body);
            return Texts.Made.of(safe(concern, StatusChanges.reopen(issue)), safe(concern, comment));
        }

        private Texts.Made ending(Wish.Ending wish) {
            var comment = safe(wish.concern(), new Write.AddComment(wish.issue(), endingText(wish.concern())));
            return wish.closes()
                    ? Texts.Made.of(comment, safe(wish.concern(), StatusChanges.close(wish.issue())))
                    : Texts.Made.of(comment);
        }

        private Texts.Made later(Concern concern) {
            var text = endingText(concern);
            return Texts.Made.later(sanitizer.sanitize(concern.tracker(), text, redactions));
        }

        private String endingText(Concern concern) {
            var name = EventCatalogue.find(happening.event().type()).map(EventDescription::template);
            return name.map(each -> composed(templates.apply(each), concern).body())
                    .orElseGet(() -> paragraph("It is over since " + Words.time(happening.occurredAt()) + "."));
        }

        private RenderedText composed(Concern concern) {
            return composed(
                    template.orElseGet(() -> templates.apply(concern.rule().template())), concern);
        }

        private RenderedText composed(CompiledTemplate chosen, Concern concern) {
            var extras = Composition.nothing().withRule(concern.rule().name()).withSuggestions(safeAdvice());
            return composer.compose(chosen, safeEvent().event(), extras);
        }

        private RenderedText rollUp(AutoIssueRule rule) {
            var body = new MarkdownWriter()
                    .paragraph("The rule \"" + rule.name() + "\" opened as many issues as its budget or its tracker's"
                            + " allows (" + rule.budget().issues() + " in "
                            + Words.duration(rule.budget().per()) + ", see there). What comes beyond is held back and"
                            + " listed here instead. Look for what the events have in common.")
                    .paragraph(
                            "The first one held back is a " + happening.event().type() + " of:")
                    .bullet(happening.object().key().toString())
                    .prose()
                    .markdown();
            return new RenderedText("Too many events: " + rule.name(), body);
        }

        private SafeDraft safe(Concern concern, Write write) {
            return sanitizer.sanitize(concern.tracker(), write, redactions);
        }

        private SafeEvent safeEvent() {
            if (safe == null) {
                safe = sanitizer.sanitize(NO_TRACKER, happening.event());
                redactions += safe.redactions();
            }
            return safe;
        }

        // Asked once for all rules, and about an event without secrets; whoever answers may know others.
        private Optional<String> safeAdvice() {
            if (advice == null) {
                advice = suggestions
                        .about(safeEvent().event())
                        .flatMap(this::safe)
                        .orElse("");
            }
            return Optional.of(advice).filter(text -> !text.isBlank());
        }

        private Optional<String> safe(String text) {
            var event = happening.event();
            var bare = new DatabaseEvent(
                    event.type(), event.object(), EventAttributes.of(Map.of(ADVICE, text)), event.occurredAt());
            var clean = sanitizer.sanitize(NO_TRACKER, bare);
            redactions += clean.redactions();
            return clean.event().attributes().find(ADVICE).map(String::valueOf);
        }
    }

    private static String paragraph(String text) {
        return new MarkdownWriter().paragraph(text).prose().markdown();
    }
}
