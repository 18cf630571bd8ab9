package dev.issuelink.jira;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a line with one look, or a break between lines.
 *
 * @param text never empty; a break is a line feed alone, which stands nowhere else
 * @param styles its styles
 * @param link where it leads, or null
 */
record Span(String text, Set<Style> styles, @Nullable Link link) {
    /** What both Markdown and Jira can show. The order is that in which equals are nested. */
    enum Style {
        STRONG("strong", "**"),
        EM("em", "*"),
        STRIKE("strike", "~~"),
        CODE("code", "`");

        private final String mark;
        private final String delimiter;

        Style(String mark, String delimiter) {
            this.mark = mark;
            this.delimiter = delimiter;
        }

        String mark() {
            return mark;
        }

        String delimiter() {
            return delimiter;
        }
    }

    /**
     * Where a link leads.
     *
     * @param href the address
     * @param title its title, or null
     */
    record Link(String href, @Nullable String title) {}

    static final String BREAK = "\n";

    Span {
        styles = Set.copyOf(styles);
    }

    static Span plain(String text) {
        return new Span(text, Set.of(), null);
    }

    boolean isBreak() {
        return text.equals(BREAK);
    }

    boolean isCode() {
        return styles.contains(Style.CODE);
    }

    boolean has(Style style) {
        return styles.contains(style);
    }

    /** Whether it shows the address it leads to. */
    boolean showsItsAddress() {
        return link != null && link.title() == null && link.href().equals(text.replace(OurMarkdown.MARK, ""));
    }

    boolean looksLike(Span other) {
        return styles.equals(other.styles) && Objects.equals(link, other.link);
    }

    Span withText(String other) {
        return new Span(other, styles, link);
    }

    Span with(Style style) {
        var more = EnumSet.of(style);
        more.addAll(styles);
        return new Span(text, more, link);
    }

    Span without(Style style) {
        var fewer = EnumSet.noneOf(Style.class);
        fewer.addAll(styles);
        fewer.remove(style);
        return new Span(text, fewer, link);
    }
}
