package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes the words of a line and keeps the rest of it: nodes that are no text, such as mentions, as long as their words
 * are still there; and on the words that stay, marks that Markdown does not know, such as colours.
 */
final class InlineMerge {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]++|\\s++|.", Pattern.DOTALL);

    private InlineMerge() {}

    /**
     * A word.
     *
     * @param text the word, a line feed for a break
     * @param look all by which Markdown tells it from others
     * @param owner the node it comes from
     * @param number the place of that node
     * @param whole whether the node stands or falls with it
     */
    private record Token(String text, String look, JsonNode owner, int number, boolean whole) {}

    /**
     * The nodes of a line.
     *
     * @param original the nodes that there were
     * @param changed the nodes as Markdown has them
     */
    static List<JsonNode> merge(List<JsonNode> original, List<JsonNode> changed) {
        var before = tokens(original);
        var after = tokens(changed);
        var match = Matching.of(looks(before), looks(after));
        var kept = new ArrayList<@Nullable Token>(after);
        for (var i = 0; i < before.size(); i++) {
            if (match[i] >= 0 && !before.get(i).whole()) {
                kept.set(match[i], before.get(i));
            }
        }
        keepWhole(before, match, kept);
        return nodes(kept);
    }

    private static List<String> looks(List<Token> tokens) {
        return tokens.stream().map(Token::look).toList();
    }

    private static List<Token> tokens(List<JsonNode> nodes) {
        var tokens = new ArrayList<Token>();
        for (var number = 0; number < nodes.size(); number++) {
            var node = nodes.get(number);
            for (var span : AdfSpans.ofInline(node)) {
                var link = span.link() == null || span.showsItsAddress()
                        ? ""
                        : span.link().toString();
                var style = new TreeSet<>(span.styles()) + link;
                var words = TOKEN.matcher(span.text());
                while (words.find()) {
                    tokens.add(new Token(
                            words.group(), words.group() + '\u0000' + style, node, number, !Adf.isA(node, "text")));
                }
            }
        }
        return tokens;
    }

    /** A node of several words is kept if they all are, one behind the other. */
    private static void keepWhole(List<Token> before, int[] match, List<@Nullable Token> kept) {
        var i = 0;
        while (i < before.size()) {
            var first = before.get(i);
            var end = i + 1;
            while (end < before.size() && before.get(end).number() == first.number()) {
                end++;
            }
            var together = first.whole();
            for (var at = i; at < end && together; at++) {
                together = match[at] >= 0 && match[at] - match[i] == at - i;
            }
            for (var at = i; at < end && together; at++) {
                kept.set(match[at], at == i ? first : null);
            }
            i = end;
        }
    }

    private static List<JsonNode> nodes(List<@Nullable Token> tokens) {
        var nodes = new ArrayList<JsonNode>();
        ObjectNode grown = null;
        for (var token : tokens) {
            if (token == null) {
                continue;
            }
            if (token.whole()) {
                nodes.add(token.owner());
                grown = null;
            } else if (grown != null && grown.path("marks").equals(token.owner().path("marks"))) {
                grown.put("text", grown.path("text").stringValue("") + token.text());
            } else {
                grown = ((ObjectNode) token.owner().deepCopy()).put("text", token.text());
                nodes.add(grown);
            }
        }
        return nodes;
    }
}
