package dev.issuelink.core.internal.compose;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a text is made of besides the event.
 *
 * @param rule the name of the rule that wants the text; empty if none does
 * @param suggestions advice in Markdown that nobody vouches for; empty if there is none
 * @param related issues of the same problem, in the order in which they are shown
 * @param more further names and values for templates, such as {@code occurrences.count}; they stand behind everything else
 */
public record Composition(
        Optional<String> rule, Optional<String> suggestions, List<Related> related, Map<String, Object> more) {
    private static final Composition NOTHING = new Composition(Optional.empty(), Optional.empty(), List.of(), Map.of());

    /**
     * An issue to point to.
     *
     * @param key as people know it, such as {@code DB-12}
     * @param url where it can be looked at
     * @param title its title; untrusted
     */
    public record Related(String key, String url, String title) {
        public Related {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(title, "title");
        }
    }

    public Composition {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(suggestions, "suggestions");
        related = List.copyOf(related);
        more = Map.copyOf(more);
    }

    /** Nothing besides the event. */
    public static Composition nothing() {
        return NOTHING;
    }

    /** The same with the name of a rule. */
    public Composition withRule(String name) {
        return new Composition(Optional.of(name), suggestions, related, more);
    }

    /** The same with advice, or without any. */
    public Composition withSuggestions(Optional<String> advice) {
        return new Composition(rule, advice, related, more);
    }

    /** The same with issues of the same problem. */
    public Composition withRelated(List<Related> issues) {
        return new Composition(rule, suggestions, issues, more);
    }

    /** The same with further names and values. */
    public Composition withMore(Map<String, Object> values) {
        return new Composition(rule, suggestions, related, values);
    }
}
