package dev.issuelink.jira;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Turns Jira Cloud's document format into Markdown. What {@link AdfWriter} made from Markdown in its canonical form comes
 * back as it was, byte for byte; what Markdown has no form for is told in words.
 *
 * <p>The canonical form: one empty line between blocks, lists tight and with {@code -} or {@code 1.} counting up (the
 * second of two neighbours with {@code *} or {@code 1)}), headings with {@code #}, {@code **strong**}, {@code *em*},
 * {@code ~~strike~~}, none of these across lines; fences of backticks; hard breaks as two blanks; links in line, bare
 * where they show their address; signs escaped only where they would mean something; tables with {@code |---|} and no
 * alignment.
 */
final class AdfReader {
    private AdfReader() {}

    /**
     * Reads a document.
     *
     * @param doc a document, whoever made it; anything else is read as far as it holds text
     * @return Markdown without empty lines around it
     */
    static String read(@Nullable JsonNode doc) {
        if (doc == null || doc.isMissingNode() || doc.isNull()) {
            return "";
        }
        return doc.isString() ? doc.stringValue("") : BlockMarkdown.write(Adf.children(doc), AdfPlace.DOCUMENT, 0);
    }
}
