package dev.issuelink;

import java.util.Objects;

/**
 * The text of an issue, made of facts.
 *
 * @param title one line of plain text, never blank
 * @param body CommonMark with GitHub's extensions
 */
public record GeneratedContent(String title, String body) {
    /** Checks the components. */
    public GeneratedContent {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
    }
}
