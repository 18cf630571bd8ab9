package dev.issuelink.http.internal;

import java.util.List;
import java.util.regex.Pattern;

/** Removes from text what is a credential, or looks like one, and the values of queries. */
public final class Scrubber {
    private static final String HIDDEN = "[hidden]";
    private static final int SHORTEST_SECRET = 4;

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES = List.of(
            rule("(?:gh[pousr]_|github_pat_|glpat-|ATATT)[A-Za-z0-9_=.\\-]{4,}", HIDDEN),
            rule("eyJ[A-Za-z0-9_\\-]{5,}(?:\\.[A-Za-z0-9_\\-]*){0,4}", HIDDEN),
            rule("(?i)\\b(bearer|basic|token)([\\s:=]+)(?!\\[hidden)[A-Za-z0-9+/=._~\\-]{8,}", "$1$2" + HIDDEN),
            rule("(?i)([a-z][a-z0-9+.\\-]{0,20}://)[^\\s/@?#]{1,300}@", "$1"),
            rule("([?&][^=&\\s#\"'<>]{1,80}=)[^&\\s#\"'<>)]+", "$1" + HIDDEN),
            rule("[\\p{Cntrl}&&[^\\n\\t]]", " "));

    private Scrubber() {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    /**
     * Scrubs text that somebody else wrote.
     *
     * @param text the text
     * @param secrets the values that are surely secret; those under four characters are not looked for
     * @return the text without them
     */
    public static String scrub(String text, List<String> secrets) {
        var scrubbed = text;
        for (var secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                scrubbed = scrubbed.replace(secret, HIDDEN);
            }
        }
        for (var rule : RULES) {
            scrubbed = rule.pattern.matcher(scrubbed).replaceAll(rule.replacement);
        }
        return scrubbed;
    }
}
