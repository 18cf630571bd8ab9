package dev.issuelink.core.internal.compose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects sentences of advice as a list in Markdown. Each is told once. Not for several threads. */
final class Advice {
    private static final int MOST_NAMES = 5;
    private static final int LONGEST_NAME = 200;

    private final List<String> sentences = new ArrayList<>();

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
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
        return this;
    }

    /** Adds a sentence if it fits. */
    Advice when(boolean fits, String sentence) {
        return fits ? add(sentence) : this;
    }

    Optional<String> markdown() {
        return sentences.isEmpty() ? Optional.empty() : Optional.of("- " + String.join("\n- ", sentences));
    }
}
