package dev.issuelink.jira;

import tools.jackson.databind.JsonNode;

/** What a reader is told in place of a block that Markdown has no form for, besides the text within it. */
final class BlockWords {
    private BlockWords() {}

    /** The words; empty if the text within says it all. */
    static String of(JsonNode block) {
        return switch (Adf.type(block)) {
            case "expand", "nestedExpand" -> Adf.attr(block, "title");
            case "media" -> AdfSpans.attachment(block);
            case "blockCard", "embedCard" -> orType(Adf.attr(block, "url"), block);
            case "extension", "bodiedExtension" -> orType(extension(block), block);
            default -> Adf.children(block).isEmpty() ? orType(Adf.attr(block, "text"), block) : "";
        };
    }

    private static String extension(JsonNode block) {
        var text = Adf.attr(block, "text");
        return text.isBlank() ? "(" + Adf.attr(block, "extensionKey") + ")" : text;
    }

    private static String orType(String words, JsonNode block) {
        return words.isBlank() ? "(" + (Adf.type(block).isBlank() ? "unknown" : Adf.type(block)) + ")" : words;
    }
}
