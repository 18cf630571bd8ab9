package dev.issuelink.jira;

/**
 * Turns Markdown into the wiki markup that Data Center keeps, and back. Markdown in canonical form, see
 * {@link AdfReader}, comes back byte for byte. Text cannot act as markup by accident: no macro, mention, image or link
 * comes from it that was not a link in Markdown. What people wrote in markup that Markdown has no form for stays
 * readable.
 */
final class WikiMarkup {
    private WikiMarkup() {}

    /**
     * Writes wiki markup.
     *
     * @param markdown any text
     * @return markup
     */
    static String fromMarkdown(String markdown) {
        return WikiWriter.write(AdfWriter.write(markdown));
    }

    /**
     * Reads wiki markup.
     *
     * @param wiki any text
     * @return Markdown
     */
    static String toMarkdown(String wiki) {
        return AdfReader.read(WikiParser.parse(wiki));
    }
}
