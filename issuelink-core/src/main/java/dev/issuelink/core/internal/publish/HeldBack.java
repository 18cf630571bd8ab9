package dev.issuelink.core.internal.publish;

import dev.issuelink.model.ObjectReference;
import java.util.HashMap;
import java.util.Map;

/** What a roll-up has to tell of: objects and how many events of each were held back. */
final class HeldBack {
    /** Under this name all those are counted for whose objects there is no room. */
    static final String OTHERS = "";

    private static final int MOST_NAMED = 100;

    private HeldBack() {}

    static Map<String, Long> plus(Map<String, Long> before, ObjectReference object) {
        var after = new HashMap<>(before);
        var name = object.key().toString();
        var isNamed = after.containsKey(name) || after.size() < MOST_NAMED;
        after.merge(isNamed ? name : OTHERS, 1L, Long::sum);
        return after;
    }
}
