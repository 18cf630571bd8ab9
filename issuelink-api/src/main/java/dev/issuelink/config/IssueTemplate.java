package dev.issuelink.config;

import java.util.Objects;

/**
 * A named text from which issues are made.
 *
 * @param name by which rules refer to it
 * @param title the template of the title
 * @param body the template of the description, in Markdown
 */
public record IssueTemplate(String name, String title, String body) {
    /** Checks the components. */
    public IssueTemplate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
    }
}
