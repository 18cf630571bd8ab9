package dev.issuelink.core.internal.inbound;

import dev.issuelink.model.ObjectReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the names of the host's objects as whole words in texts, case-sensitively. A word is made of letters, digits and
 * {@code _}. One pass over the text, whatever the number of objects. Immutable.
 */
final class ObjectNameMatcher {
    private record Name(String text, ObjectReference object) {}

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();
    private final Map<Integer, List<Name>> byFirstSign = new HashMap<>();

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
        var entry = new Name(name, object);
        var end = endOfWord(name, 0);
        if (end > 0) {
            byFirstWord
                    .computeIfAbsent(name.substring(0, end), word -> new ArrayList<>())
                    .add(entry);
        } else {
            byFirstSign
                    .computeIfAbsent(name.codePointAt(0), sign -> new ArrayList<>())
                    .add(entry);
        }
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

    private static void collect(
            @org.jspecify.annotations.Nullable List<Name> names, String text, int at, Set<ObjectReference> found) {
        if (names == null) {
            return;
        }
        for (var name : names) {
            if (text.startsWith(name.text, at) && endsWord(text, at + name.text.length())) {
                found.add(name.object);
            }
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
