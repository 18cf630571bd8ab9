package dev.issuelink.core.internal.inbound;

import dev.issuelink.model.ObjectReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of the host's objects as whole words in texts, case-sensitively. A word is made of letters, digits and
 * {@code _}. One pass over the text, whatever the number of objects. Immutable.
 */
final class ObjectNameMatcher {
    /** Names that begin alike, by their lengths, so that thousands of them cost no more than their lengths. */
    private static final class Names {
        private final Map<Integer, Map<String, List<ObjectReference>>> byLength = new HashMap<>();

        void add(String name, ObjectReference object) {
            byLength.computeIfAbsent(name.length(), length -> new HashMap<>())
                    .computeIfAbsent(name, text -> new ArrayList<>())
                    .add(object);
        }

        void collect(String text, int at, Set<ObjectReference> found) {
            byLength.forEach((length, names) -> {
                var end = at + length;
                if (end <= text.length() && endsWord(text, end)) {
                    found.addAll(names.getOrDefault(text.substring(at, end), List.of()));
                }
            });
        }
    }

    private final Map<String, Names> byFirstWord = new HashMap<>();
    private final Map<Integer, Names> byFirstSign = new HashMap<>();

    ObjectNameMatcher(Collection<ObjectReference> objects) {
        for (var object : objects) {
            add(object.name(), object);
            if (!object.qualifiedName().equals(object.name())) {
                add(object.qualifiedName(), object);
            }
        }
    }

    /** The objects whose name, or qualified name, stands in one of the texts, each once. */
    Set<ObjectReference> find(String... texts) {
        var found = new LinkedHashSet<ObjectReference>();
        for (var text : texts) {
            find(text, found);
        }
        return found;
    }

    boolean isEmpty() {
        return byFirstWord.isEmpty() && byFirstSign.isEmpty();
    }

    private void add(String name, ObjectReference object) {
        var end = endOfWord(name, 0);
        var names = end > 0
                ? byFirstWord.computeIfAbsent(name.substring(0, end), word -> new Names())
                : byFirstSign.computeIfAbsent(name.codePointAt(0), sign -> new Names());
        names.add(name, object);
    }

    private void find(String text, Set<ObjectReference> found) {
        var at = 0;
        while (at < text.length()) {
            var end = endOfWord(text, at);
            if (end > at) {
                collect(byFirstWord.get(text.substring(at, end)), text, at, found);
                at = end;
            } else {
                var sign = text.codePointAt(at);
                collect(byFirstSign.get(sign), text, at, found);
                at += Character.charCount(sign);
            }
        }
    }

    private static void collect(@Nullable Names names, String text, int at, Set<ObjectReference> found) {
        if (names != null) {
            names.collect(text, at, found);
        }
    }

    private static boolean endsWord(String text, int end) {
        return end == text.length() || !isWord(text.codePointBefore(end)) || !isWord(text.codePointAt(end));
    }

    private static int endOfWord(String text, int from) {
        var at = from;
        while (at < text.length() && isWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
}
