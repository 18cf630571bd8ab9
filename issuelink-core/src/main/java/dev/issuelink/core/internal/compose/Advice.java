package dev.issuelink.core.internal.compose;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects sentences of advice as a list in Markdown. Each is told once. Not for several threads. */
final class Advice {
    private static final int MOST_NAMES = 5;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_SENTENCES = 20;

    private final Set<String> sentences = new LinkedHashSet<>();

    /** A name as code, so that nothing in it acts. */
    static String name(String name) {
        var plain = name.replace('`', '\'').replaceAll("\\s++", " ").strip();
        return "`" + (plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "…") + "`";
    }

    /** Some names as code; of many, the first. */
    static String names(Collection<String> names) {
        var distinct = names.stream().distinct().toList();
        var shown = String.join(
                ", ", distinct.stream().limit(MOST_NAMES).map(Advice::name).toList());
        var rest = distinct.size() - MOST_NAMES;
        return rest > 0 ? shown + " and " + rest + " more" : shown;
    }

    Advice add(String sentence) {
        sentences.add(sentence);
        return this;
    }

    /** Adds a sentence if it fits. */
    Advice when(boolean fits, String sentence) {
        return fits ? add(sentence) : this;
    }

    Optional<String> markdown() {
        var shown = sentences.stream().limit(MOST_SENTENCES).collect(Collectors.joining("\n- ", "- ", ""));
        var rest = sentences.size() - MOST_SENTENCES;
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(rest > 0 ? shown + "\n\n… and " + rest + " more" : shown);
    }
}
