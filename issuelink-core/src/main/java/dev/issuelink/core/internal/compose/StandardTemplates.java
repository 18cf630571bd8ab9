package dev.issuelink.core.internal.compose;

import dev.issuelink.config.IssueTemplate;
import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The templates that IssueLink brings along. Each is a resource whose first line is the title; a line {@code {{> name}}}
 * stands for a part that several share. Safe for several threads.
 */
public final class StandardTemplates {
    /** The template of events of which nothing is known. */
    public static final String ANY_EVENT = "event";

    private static final String TITLE_MARK = "# ";
    private static final Pattern PART = Pattern.compile("^\\{\\{> ([a-z_]++)}}\\n", Pattern.MULTILINE);

    private final TemplateEngine engine;
    private final Map<String, CompiledTemplate> compiled = new ConcurrentHashMap<>();

    /** @param engine what makes templates ready for use */
    public StandardTemplates(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The names of all standard templates, in alphabetical order. */
    public static Set<String> names() {
        var names = EventCatalogue.all().stream()
                .map(EventDescription::template)
                .collect(Collectors.toCollection(TreeSet::new));
        names.add(ANY_EVENT);
        return names;
    }

    /** The name of the standard template for an event. */
    public static String nameFor(DatabaseEvent event) {
        return EventCatalogue.find(event.type()).map(EventDescription::template).orElse(ANY_EVENT);
    }

    /** The standard template of that name as text; empty if there is none. */
    public static Optional<IssueTemplate> find(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        var text = resource(name);
        var end = text.indexOf('\n');
        var title = text.substring(TITLE_MARK.length(), end);
        return Optional.of(
                new IssueTemplate(name, title, withParts(text.substring(end).strip() + "\n")));
    }

    /** The standard template of that name, ready for use; it is made ready once. Empty if there is none. */
    public Optional<CompiledTemplate> compiled(String name) {
        var ready = compiled.get(name);
        return ready != null
                ? Optional.of(ready)
                : find(name).map(template -> compiled.computeIfAbsent(name, missing -> engine.compile(template)));
    }

    private static String withParts(String body) {
        return PART.matcher(body).replaceAll(StandardTemplates::part);
    }

    private static String part(MatchResult name) {
        return Matcher.quoteReplacement(withParts(resource("parts/" + name.group(1))));
    }

    private static String resource(String name) {
        try (var stream = StandardTemplates.class.getResourceAsStream("templates/" + name + ".md")) {
            if (stream == null) {
                throw new IllegalStateException("The template \"" + name + "\" is missing from the library");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
