package dev.issuelink.jira;

import dev.issuelink.jira.MarkdownEscape.Level;
import dev.issuelink.jira.MarkdownEscape.Suspect;
import dev.issuelink.jira.Span.Style;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where lines stand in Markdown. Each place knows how to try whether lines that were written there are read again as
 * what they were meant to be; the first writing that is, with the fewest signs escaped, is the one.
 */
enum MarkdownFrame {
    DOCUMENT("", "", "\n\n*x*", "", "paragraph", 0, 2),
    FIRST_IN_ITEM("- ", "  ", "\n\n  *x*", "bulletList/listItem", "paragraph", 0, 2),
    IN_ITEM("- x\n\n  ", "  ", "\n\n  *x*", "bulletList/listItem", "paragraph", 1, 3),
    FIRST_IN_QUOTE("> ", "> ", "\n>\n> *x*", "blockquote", "paragraph", 0, 2),
    IN_QUOTE("> x\n>\n> ", "> ", "\n>\n> *x*", "blockquote", "paragraph", 1, 3),
    FIRST_IN_PANEL("> [!NOTE]\n> ", "> ", "\n>\n> *x*", "panel", "paragraph", 0, 2),
    IN_PANEL("> [!NOTE]\n> x\n>\n> ", "> ", "\n>\n> *x*", "panel", "paragraph", 1, 3),
    TASK("- [ ] ", "  ", "", "taskList", "taskItem", 0, 1),
    HEADING("# ", "", "", "", "heading", 0, 1),
    CELL("| ", "", " |\n|---|", "table/tableRow/tableHeader", "paragraph", 0, 1);

    /** Texts with more signs to escape than this have all of them escaped. */
    private static final int MOST_TRIED = 40;

    /** What follows must be read as Markdown still. */
    private static final Span WITNESS = Span.plain("x").with(Style.EM);

    private static final Pattern HARMLESS = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} ,;'\"?()/.%$@-]*+|  ");

    private final String before;
    private final String indent;
    private final String after;
    private final String path;
    private final String type;
    private final int index;
    private final int size;

    MarkdownFrame(String before, String indent, String after, String path, String type, int index, int size) {
        this.before = before;
        this.indent = indent;
        this.after = after;
        this.path = path;
        this.type = type;
        this.index = index;
        this.size = size;
    }

    static MarkdownFrame of(AdfPlace place, boolean first) {
        return switch (place) {
            case DOCUMENT -> DOCUMENT;
            case ITEM -> first ? FIRST_IN_ITEM : IN_ITEM;
            case QUOTE -> first ? FIRST_IN_QUOTE : IN_QUOTE;
            case PANEL -> first ? FIRST_IN_PANEL : IN_PANEL;
        };
    }

    /** The lines as Markdown. Styles that Markdown cannot show are left out, words never are. */
    String write(List<Span> lines) {
        var meant = Spans.writable(Addresses.linked(this == HEADING ? onOneLine(lines) : lines));
        if (meant.isEmpty() || meant.stream().allMatch(MarkdownFrame::isHarmless)) {
            return write(meant, MarkdownEscape.of(Level.NONE));
        }
        return Stream.of(meant, withoutStyles(meant))
                .flatMap(spans -> written(spans).stream())
                .findFirst()
                .orElseGet(() -> bare(meant));
    }

    /** Most text has nothing that could mean anything, and need not be tried. */
    private static boolean isHarmless(Span span) {
        return span.isBreak()
                || (span.link() == null
                        && span.styles().isEmpty()
                        && HARMLESS.matcher(span.text()).matches());
    }

    private Optional<String> written(List<Span> spans) {
        var plain = write(spans, MarkdownEscape.of(Level.NONE));
        if (isReadAs(spans, plain)) {
            return Optional.of(plain);
        }
        var likely = MarkdownEscape.of(Level.LIKELY);
        var escaped = write(spans, likely);
        if (isReadAs(spans, escaped)) {
            return Optional.of(sparing(spans, escaped, likely.suspects()));
        }
        return Optional.of(write(spans, MarkdownEscape.of(Level.ALL))).filter(all -> isReadAs(spans, all));
    }

    /** Leaves out the escapes of each sign, and else within words, if the text is read as meant without them. */
    private String sparing(List<Span> spans, String escaped, List<Suspect> suspects) {
        var spared = new BitSet();
        var best = escaped;
        if (suspects.size() > MOST_TRIED) {
            return best;
        }
        for (var group : groups(suspects)) {
            spared.or(group);
            var candidate = write(spans, MarkdownEscape.sparing(spared));
            if (isReadAs(spans, candidate)) {
                best = candidate;
            } else {
                spared.andNot(group);
            }
        }
        return best;
    }

    private static List<BitSet> groups(List<Suspect> suspects) {
        var signs = new TreeMap<Character, BitSet>(Comparator.reverseOrder());
        var words = new ArrayList<BitSet>();
        for (var i = 0; i < suspects.size(); i++) {
            signs.computeIfAbsent(suspects.get(i).sign(), sign -> new BitSet()).set(i);
            if (suspects.get(i).inner()) {
                words.add(BitSet.valueOf(new long[] {1L << i}));
            }
        }
        return Stream.concat(signs.values().stream(), words.stream()).toList();
    }

    private String bare(List<Span> meant) {
        var bare = meant.stream()
                .map(span -> Span.plain(span.text().replaceAll("[\\p{Zs}\\t]+", " ")))
                .toList();
        return write(Spans.writable(bare), MarkdownEscape.of(Level.ALL));
    }

    private String write(List<Span> spans, MarkdownEscape escape) {
        return this == CELL ? MarkdownLines.cell(spans, escape) : MarkdownLines.write(spans, escape);
    }

    private static List<Span> onOneLine(List<Span> lines) {
        return lines.stream()
                .map(span -> span.isBreak() ? Span.plain(" ") : span)
                .toList();
    }

    private static List<Span> withoutStyles(List<Span> spans) {
        return Spans.writable(spans.stream()
                .map(span -> span.without(Style.STRONG).without(Style.EM).without(Style.STRIKE))
                .toList());
    }

    private boolean isReadAs(List<Span> meant, String candidate) {
        JsonNode node = AdfWriter.write(before + candidate.replace("\n", "\n" + indent) + after);
        for (var step : path.isEmpty() ? new String[0] : path.split("/")) {
            var children = Adf.children(node);
            if (children.size() != 1 || !Adf.isA(children.get(0), step)) {
                return false;
            }
            node = children.get(0);
        }
        var found = Adf.children(node);
        return found.size() == size
                && Adf.isA(found.get(index), type)
                && (size == 1 || AdfSpans.of(found.get(size - 1)).equals(List.of(WITNESS)))
                && Spans.comparable(AdfSpans.of(found.get(index))).equals(Spans.comparable(meant));
    }
}
