package dev.issuelink.core.internal.guard.secret;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.View;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the host's own patterns describe. A pattern that looks too long at a text fails. */
public final class HostPatterns {
    private static final String SECRET = "secret";

    private final List<Pattern> patterns;

    public HostPatterns(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** Adds all that is found in a reading. */
    public void search(View view, Spans spans) {
        for (var pattern : patterns) {
            var match = pattern.matcher(new PatientText(view.text()));
            while (match.find()) {
                var from = secretStart(match);
                if (from < 0) {
                    spans.add(view, match.start(), match.end());
                } else {
                    spans.add(view, from, match.end(SECRET));
                }
            }
        }
    }

    /** Tells if one of the patterns matches a whole text. */
    public boolean match(String text) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(new PatientText(text)).matches());
    }

    // Java 17 does not tell the names of groups.
    private static int secretStart(Matcher match) {
        try {
            return match.start(SECRET);
        } catch (IllegalArgumentException noSuchGroup) {
            return -1;
        }
    }
}
