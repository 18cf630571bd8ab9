package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** All that a Markdown text does: what it is made of, what it links to, whom it calls, how many cells its rows have. */
final class Effects {
    private static final Map<String, Pattern> SIGNS = new TreeMap<>(Map.of(
            "mention", Pattern.compile("(?<![A-Za-z0-9])@[A-Za-z0-9]|[A-Za-z0-9]@[A-Za-z0-9]"),
            "issue", Pattern.compile("[#!&]\\d|(?<![A-Za-z0-9])[Gg][HhLl]-\\d"),
            "address", Pattern.compile("://"),
            "www", Pattern.compile("(?<![\\p{L}\\p{N}/=\u2060])www\\."),
            "emoji", Pattern.compile(":(?!\\d{1,2}:)[A-Za-z0-9_+-]{1,60}:"),
            "label", Pattern.compile("~[A-Za-z0-9\"]|(?<![A-Za-z0-9])%[A-Za-z0-9\"]"),
            "formula", Pattern.compile("(?<!\u2060)\\$.*(?<!\u2060)\\$"),
            "bracket", Pattern.compile("\\[(?:[ xX~]\\]|[!^\\[]|[a-z_]{1,60}:|TOC\\])")));
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S*");
    private static final Pattern COMMAND = Pattern.compile("(?m)^/[a-z]");
    private static final Pattern DELIMITER = Pattern.compile("(?m)^[ >]*\\|? ?-+ ?\\| ?-+ ?\\|?$");
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private final String structure;
    private final int links;
    private final String words;
    private final String wordsWithoutAddresses;
    private final List<Long> cells;
    private final String markdown;

    Effects(String markdown) {
        this.markdown = markdown;
        var document = BlockStructure.parse(markdown);
        this.structure = BlockStructure.of(document);
        this.links = BlockStructure.links(document);
        this.words = words(document);
        this.cells = cells();
        this.wordsWithoutAddresses = ADDRESS.matcher(words).replaceAll("");
    }

    /** What this text does and neither of the others does. */
    List<String> beyond(Effects one, Effects other) {
        var beyond = new ArrayList<String>();
        if (!structure.equals(one.structure) && !structure.equals(other.structure)) {
            beyond.add("made of\n" + structure + "instead of\n" + one.structure);
        }
        if (links > Math.max(one.links, other.links)) {
            beyond.add(links + " links");
        }
        if (commands() > one.commands() && !structure.contains("CodeBlock")) {
            beyond.add("command");
        }
        SIGNS.forEach((sign, pattern) -> {
            var count = count(pattern);
            if (count > 0 && count > Math.max(one.count(pattern), other.count(pattern))) {
                beyond.add(sign);
            }
        });
        if (!one.cells.isEmpty() && !cells.equals(one.cells) && !cells.equals(other.cells)) {
            beyond.add("cells " + cells + " instead of " + one.cells);
        }
        return beyond;
    }

    private long count(Pattern pattern) {
        var text = pattern.pattern().contains("://")
                ? words
                : ADDRESS.matcher(words).replaceAll("");
        return pattern.matcher(text).results().count();
    }

    private long commands() {
        return COMMAND.matcher(markdown).results().count();
    }

    /** The bars that separate, in each line of a table; without blocks of code. */
    private List<Long> cells() {
        return structure.contains("CodeBlock") || !DELIMITER.matcher(markdown).find()
                ? List.of()
                : markdown.lines()
                        .filter(line -> line.contains("|"))
                        .map(line -> BAR.matcher(line).results().count())
                        .filter(bars -> bars > 0)
                        .toList();
    }

    /** What is shown as words, and may be acted upon there. */
    private static String words(Node document) {
        var words = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral()).append('\n');
            }

            @Override
            public void visit(Link link) {
                // What acts in a link is the link.
            }

            @Override
            public void visit(Image image) {
                // Like a link.
            }
        });
        return words.toString();
    }
}
