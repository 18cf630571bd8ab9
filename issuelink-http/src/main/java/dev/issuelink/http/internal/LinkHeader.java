package dev.issuelink.http.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code Link} headers by the grammar of RFC 8288: targets may hold commas and semicolons, parameters may be
 * quoted, several relations may share one {@code rel}.
 */
public final class LinkHeader {
    private record Link(String target, List<String> relations) {}

    private final String text;
    private int at;

    private LinkHeader(String text) {
        this.text = text;
    }

    /**
     * Finds the first target of a relation.
     *
     * @param values the values of all {@code Link} headers
     * @param relation for example {@code next}
     * @return the target as it stands there, or empty
     */
    public static Optional<String> find(List<String> values, String relation) {
        return values.stream()
                .flatMap(value -> new LinkHeader(value).links().stream())
                .filter(link -> link.relations.contains(relation))
                .map(Link::target)
                .findFirst();
    }

    private List<Link> links() {
        var links = new ArrayList<Link>();
        while (skipTo('<')) {
            var end = text.indexOf('>', at);
            if (end < 0) {
                break;
            }
            var target = text.substring(at, end).strip();
            at = end + 1;
            links.add(new Link(target, relations()));
        }
        return links;
    }

    /** Reads the parameters of one link; only the first {@code rel} counts. */
    private List<String> relations() {
        List<String> relations = List.of();
        while (skipSpace() && text.charAt(at) == ';') {
            at++;
            var name = token().toLowerCase(Locale.ROOT);
            var value = parameterValue();
            if (name.equals("rel") && relations.isEmpty()) {
                relations = List.of(value.toLowerCase(Locale.ROOT).strip().split("\\s+"));
            }
        }
        return relations;
    }

    private String parameterValue() {
        if (!skipSpace() || text.charAt(at) != '=') {
            return "";
        }
        at++;
        return skipSpace() && text.charAt(at) == '"' ? quoted() : token();
    }

    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        at = Math.min(at + 1, text.length());
        return value.toString();
    }

    private String token() {
        skipSpace();
        var start = at;
        while (at < text.length() && "=;,\" \t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at < text.length();
    }

    private boolean skipTo(char wanted) {
        while (at < text.length()) {
            var found = text.charAt(at++);
            if (found == wanted) {
                return true;
            }
            if (found == '"') {
                at--;
                quoted();
            }
        }
        return false;
    }
}
