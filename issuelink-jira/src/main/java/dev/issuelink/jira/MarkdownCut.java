package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;

/**
 * Cuts Markdown to a size, so that what is left means what it meant: between characters and rather between words, no
 * fence, table, link or emphasis left open. Says that it was cut.
 */
final class MarkdownCut {
    /** How far back the end of a word is sought. */
    private static final int LONGEST_WORD = 100;

    private final String text;
    private final Node parsed;
    private final List<String> closers = new ArrayList<>();
    private int end;

    private MarkdownCut(String text, int end) {
        this.text = text;
        this.parsed = OurMarkdown.parse(text);
        this.end = end;
    }

    /**
     * Cuts.
     *
     * @param markdown a text
     * @param room the largest size that is allowed
     * @param size the size of a text in the form in which it is counted; grows about as the text does
     * @param note what is put behind what was cut; begins with an empty line
     * @return the text if it is not too large, else as much of its beginning as fits together with the note
     */
    static String cut(String markdown, int room, ToIntFunction<String> size, String note) {
        var text = markdown.replace("\r\n", "\n");
        if (text.length() <= room && size.applyAsInt(text) <= room) {
            return markdown;
        }
        // Nothing that begins within the room is of use if it ends farther than this.
        var near = text.substring(0, wholeCodePoints(text, Math.min(text.length(), 2 * room)));
        var end = Math.min(near.length(), room);
        while (true) {
            var kept = new MarkdownCut(near, wordEnd(near, end)).closed() + note;
            var large = size.applyAsInt(kept);
            if (large <= room || end == 0) {
                return kept;
            }
            end = (int) Math.min(end - 1L, (long) end * room / large);
        }
    }

    private static int wordEnd(String text, int end) {
        if (end >= text.length()) {
            return text.length();
        }
        var at = end;
        while (at > Math.max(0, end - LONGEST_WORD) && !Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return wholeCodePoints(text, Character.isWhitespace(text.charAt(at)) && at > 0 ? at : end);
    }

    private static int wholeCodePoints(String text, int end) {
        var splits = end > 0
                && end < text.length()
                && Character.isHighSurrogate(text.charAt(end - 1))
                && Character.isLowSurrogate(text.charAt(end));
        return splits ? end - 1 : end;
    }

    private String closed() {
        look(parsed);
        var kept = new StringBuilder(text.substring(0, end).stripTrailing());
        var slashes = 0;
        while (slashes < kept.length() && kept.charAt(kept.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        kept.setLength(kept.length() - slashes % 2);
        for (var i = closers.size() - 1; i >= 0; i--) {
            kept.append(closers.get(i));
        }
        return kept.toString();
    }

    /** Goes down through all that the cut goes through, from outside in. */
    private void look(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (isCut(child)) {
                var opening = opening(child);
                if (goesBefore(child) || end <= start(child) + opening) {
                    end = start(child);
                    return;
                }
                close(child, opening);
                look(child);
                return;
            }
        }
    }

    private boolean isCut(Node node) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return false;
        }
        var last = spans.get(spans.size() - 1);
        return start(node) < end && end < last.getInputIndex() + last.getLength();
    }

    private static int start(Node node) {
        return node.getSourceSpans().get(0).getInputIndex();
    }

    /** What cannot be shown in part is left out: a link, a row of a table; with its head, the table. */
    private boolean goesBefore(Node node) {
        if (node instanceof TableBlock table) {
            return table.getLastChild() instanceof TableHead || !isBehindHead(table);
        }
        return node instanceof Link || node instanceof Image || node instanceof TableRow;
    }

    private boolean isBehindHead(TableBlock table) {
        var body = table.getLastChild();
        return body != null && !body.getSourceSpans().isEmpty() && start(body) < end;
    }

    /** How many signs stand before the content of what must be closed; none if nothing must. */
    private int opening(Node node) {
        if (node instanceof Emphasis) {
            return 1;
        }
        if (node instanceof StrongEmphasis) {
            return 2;
        }
        if (node instanceof Strikethrough strike) {
            return strike.getOpeningDelimiter().length();
        }
        if (node instanceof FencedCodeBlock) {
            return lineLength(node);
        }
        var length = 0;
        while (node instanceof Code && text.charAt(start(node) + length) == '`') {
            length++;
        }
        return length;
    }

    private int lineLength(Node node) {
        return node.getSourceSpans().get(0).getLength();
    }

    private void close(Node node, int opening) {
        if (node instanceof FencedCodeBlock fence) {
            var length = fence.getOpeningFenceLength();
            if (node.getParent() instanceof Document) {
                closers.add("\n" + String.valueOf(fence.getFenceCharacter()).repeat(length == null ? 3 : length));
            }
        } else if (opening > 0) {
            closers.add(text.substring(start(node), start(node) + opening));
        }
    }
}
