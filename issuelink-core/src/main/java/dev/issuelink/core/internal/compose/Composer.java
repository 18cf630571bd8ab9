package dev.issuelink.core.internal.compose;

import dev.issuelink.core.internal.template.CompiledTemplate;
import dev.issuelink.core.internal.template.Markdown;
import dev.issuelink.core.internal.template.RenderedText;
import dev.issuelink.event.DatabaseEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the text of an issue out of a template and an event. Immutable, and safe for several threads. */
public final class Composer {
    /**
     * Fills a template.
     *
     * @param template what the text looks like
     * @param event what happened; its values have been freed of secrets already
     * @param extras what else there is to say
     */
    public RenderedText compose(CompiledTemplate template, DatabaseEvent event, Composition extras) {
        return template.render(context(event, extras));
    }

    /** What a template for the event can show, by the names that stand in templates. */
    public Map<String, Object> context(DatabaseEvent event, Composition extras) {
        var context = facts(event, extras);
        context.put("object", EventContext.object(event.object()));
        context.put("timestamp", EventContext.time(event.occurredAt()));
        return context;
    }

    /** Fills a template with nothing but what is known of the facts themselves: without the object and the time. */
    RenderedText composeFacts(CompiledTemplate template, DatabaseEvent event, Composition extras) {
        return template.render(facts(event, extras));
    }

    private static Map<String, Object> facts(DatabaseEvent event, Composition extras) {
        var context = new LinkedHashMap<>(extras.more());
        context.putAll(EventContext.attributes(event));
        Derived.of(event).forEach((path, text) -> putAt(context, path, text));
        context.put("event", Map.of("type", event.type().name()));
        context.put("facts", FactsText.of(event.attributes().asMap()));
        extras.rule().ifPresent(name -> context.put("rule", Map.of("name", name)));
        extras.suggestions()
                .map(Markdown::plain)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> context.put("ai_suggestions", text));
        context.put(
                "related_issues", extras.related().stream().map(Composer::tree).toList());
        return context;
    }

    private static Map<String, String> tree(Composition.Related issue) {
        return Map.of("key", issue.key(), "url", issue.url(), "title", issue.title());
    }

    /** Puts a text beside the attributes; an attribute of the host that stands there already is replaced. */
    private static void putAt(Map<String, Object> context, String path, Object text) {
        var dot = path.indexOf('.');
        var branch = new LinkedHashMap<String, Object>();
        if (context.get(path.substring(0, dot)) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> branch.put((String) name, value));
        }
        branch.put(path.substring(dot + 1), text);
        context.put(path.substring(0, dot), branch);
    }
}
