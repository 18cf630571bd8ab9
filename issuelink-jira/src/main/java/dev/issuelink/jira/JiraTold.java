package dev.issuelink.jira;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which notices of comments were told lately, and by which delivery: Jira tells of one comment twice, by itself and as a
 * change of its issue. Remembers the last thousand; whoever applies events copes with one that comes again.
 */
final class JiraTold {
    private static final int MOST = 1_000;

    private final Map<String, String> tellers = new LinkedHashMap<>();

    /** Whether a delivery is the first that tells; asked again of the same delivery, the answer is the same. */
    synchronized boolean isFirst(String notice, String delivery) {
        var teller = tellers.putIfAbsent(notice, delivery);
        if (tellers.size() > MOST) {
            tellers.remove(tellers.keySet().iterator().next());
        }
        return teller == null || teller.equals(delivery);
    }
}
