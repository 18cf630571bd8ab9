package dev.issuelink.testkit.github;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** GitHub's sizes. */
final class Limits {

    static final int BODY = 65_536;
    static final int TITLE = 256;
    static final int ASSIGNEES = 10;
    static final int LABEL_NAME = 50;
    static final int LABEL_DESCRIPTION = 100;

    private Limits() {}

    static void issueBody(@Nullable String body) {
        if (longer(body, BODY)) {
            throw ApiError.invalid("Issue", "body", "custom", tooLong("body", BODY), null);
        }
    }

    /** The same fault of a comment comes in another shape. */
    static void commentBody(@Nullable String body) {
        if (longer(body, BODY)) {
            throw ApiError.invalid("IssueComment", "data", "unprocessable", tooLong("Body", BODY), null);
        }
    }

    static void title(@Nullable String title) {
        if (title == null || title.isBlank()) {
            throw ApiError.missing("Issue", "title");
        }
        if (longer(title, TITLE)) {
            throw ApiError.invalid("Issue", "title", "custom", tooLong("title", TITLE), null);
        }
    }

    static void labelNames(List<String> names) {
        for (String name : names) {
            if (name.isBlank() || longer(name, LABEL_NAME)) {
                throw ApiError.invalid("Label", "name", "invalid", null, name);
            }
        }
    }

    static boolean longer(@Nullable String text, int limit) {
        return text != null && text.length() > limit && text.codePointCount(0, text.length()) > limit;
    }

    private static String tooLong(String field, int limit) {
        return field + " is too long (maximum is " + limit + " characters)";
    }
}
