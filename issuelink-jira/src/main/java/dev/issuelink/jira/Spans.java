package dev.issuelink.jira;

import dev.issuelink.jira.Span.Style;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of text as pieces with one look each, brought to the form that can be written and compared. */
final class Spans {
    private Spans() {}

    /** Neighbours that look alike become one. */
    static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        StringBuilder grown = null;
        for (var span : spans) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && !last.isBreak() && !span.isBreak() && last.looksLike(span)) {
                grown = grown == null ? new StringBuilder(last.text()) : grown;
                grown.append(span.text());
                continue;
            }
            settle(merged, grown);
            grown = null;
            merged.add(span);
        }
        settle(merged, grown);
        return merged;
    }

    private static void settle(List<Span> merged, @Nullable StringBuilder grown) {
        if (grown != null) {
            merged.set(merged.size() - 1, merged.get(merged.size() - 1).withText(grown.toString()));
        }
    }

    /**
     * The form in which Markdown can hold the lines: no blanks at the edges of lines and of styles, no style
     * across lines. Two blanks before a break stay, for they are Markdown's mark of it.
     */
    static List<Span> writable(List<Span> spans) {
        var pieces = new ArrayList<Span>();
        for (var line : lines(spans)) {
            if (!pieces.isEmpty() || !line.isEmpty()) {
                pieces.addAll(dressed(line));
                pieces.add(Span.plain(Span.BREAK));
            }
        }
        while (!pieces.isEmpty() && isEdge(pieces.get(pieces.size() - 1))) {
            pieces.remove(pieces.size() - 1);
        }
        return merged(pieces);
    }

    /** The writable form, in which an address counts the same whether it is a link or not. */
    static List<Span> comparable(List<Span> spans) {
        return writable(writable(spans).stream()
                .map(span -> span.showsItsAddress() ? new Span(span.text(), span.styles(), null) : span)
                .toList());
    }

    private static boolean isEdge(Span span) {
        return span.isBreak() || isBlank(span);
    }

    private static List<List<Span>> lines(List<Span> spans) {
        var lines = new ArrayList<List<Span>>();
        var line = new ArrayList<Span>();
        for (var span : spans) {
            if (span.isBreak()) {
                lines.add(trimmed(line));
                line = new ArrayList<>();
            } else {
                line.addAll(pieces(span));
            }
        }
        lines.add(trimmed(line));
        return lines;
    }

    /** Its blanks in front, its words, its blanks behind. */
    private static List<Span> pieces(Span span) {
        var text = span.text();
        if (span.isCode() || text.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of(span);
        }
        var start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        var end = text.length();
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        var pieces = new ArrayList<Span>();
        for (var part : List.of(text.substring(0, start), text.substring(start, end), text.substring(end))) {
            if (!part.isEmpty()) {
                pieces.add(span.withText(part));
            }
        }
        return pieces;
    }

    private static List<Span> trimmed(List<Span> line) {
        var start = 0;
        while (start < line.size() && isBlank(line.get(start))) {
            start++;
        }
        var end = line.size();
        var blanks = 0;
        while (end > start && isBlank(line.get(end - 1))) {
            end--;
            blanks += line.get(end).text().length();
        }
        var trimmed = new ArrayList<>(line.subList(start, end));
        if (!trimmed.isEmpty() && blanks > 1) {
            trimmed.add(Span.plain("  "));
        }
        return trimmed;
    }

    /**
     * Blanks and code have a style if the words on both sides of them have it. Code in Jira has no other style, so
     * nothing else tells.
     */
    private static List<Span> dressed(List<Span> line) {
        var pieces = new ArrayList<>(line);
        var start = 0;
        while (start < pieces.size()) {
            var end = start;
            while (end < pieces.size() && isUndecided(pieces.get(end))) {
                end++;
            }
            if (end > start) {
                var bounded = start > 0 && end < pieces.size();
                dress(
                        pieces.subList(start, end),
                        bounded ? shared(pieces.get(start - 1), pieces.get(end)) : EnumSet.noneOf(Style.class));
            }
            start = end + 1;
        }
        return pieces;
    }

    private static EnumSet<Style> shared(Span before, Span after) {
        var shared = EnumSet.noneOf(Style.class);
        shared.addAll(before.styles());
        shared.retainAll(after.styles());
        return shared;
    }

    private static void dress(List<Span> undecided, EnumSet<Style> shared) {
        undecided.stream().filter(Spans::isBlank).forEach(blank -> shared.retainAll(blank.styles()));
        undecided.replaceAll(piece -> {
            var styles = EnumSet.copyOf(shared);
            if (piece.isCode()) {
                styles.add(Style.CODE);
            }
            return new Span(piece.text(), styles, piece.link());
        });
    }

    private static boolean isUndecided(Span span) {
        return span.isCode() || isBlank(span);
    }

    private static boolean isBlank(Span span) {
        return !span.isCode() && !span.isBreak() && span.text().chars().allMatch(c -> isBlank((char) c));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
