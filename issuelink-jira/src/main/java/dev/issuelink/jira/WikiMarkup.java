package dev.issuelink.jira;

/** Text as Data Center keeps it. */
final class WikiMarkup {
    private WikiMarkup() {}

    static String fromMarkdown(String markdown) {
        return markdown;
    }

    static String toMarkdown(String wiki) {
        return wiki;
    }
}
