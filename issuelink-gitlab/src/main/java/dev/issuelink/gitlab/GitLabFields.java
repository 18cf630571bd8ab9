package dev.issuelink.gitlab;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** GitLab's own further fields of an issue, which drafts and changes name as texts. */
enum GitLabFields {
    /** The day on which it is due. */
    DUE_DATE("\\d{4}-\\d{2}-\\d{2}"),
    /** Whether members alone see it. */
    CONFIDENTIAL("true|false"),
    /** Whether members alone may comment. */
    DISCUSSION_LOCKED("true|false"),
    /** How much work it is; GitLab Premium. */
    WEIGHT("\\d{1,9}");

    static final String UNKNOWN = "GitLab's issues have no such field that could be written.";

    private static final Map<String, GitLabFields> ALL = Map.of(
            "due_date",
            DUE_DATE,
            "confidential",
            CONFIDENTIAL,
            "discussion_locked",
            DISCUSSION_LOCKED,
            "weight",
            WEIGHT);

    private final Pattern form;

    GitLabFields(String form) {
        this.form = Pattern.compile(form);
    }

    static Optional<GitLabFields> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The value as JSON, or empty if it has not the form that GitLab wants. */
    Optional<Object> value(String text) {
        if (!form.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case DUE_DATE -> text;
                    case CONFIDENTIAL, DISCUSSION_LOCKED -> Boolean.valueOf(text);
                    case WEIGHT -> Long.valueOf(text);
                });
    }

    /** What clears it: null counts as not mentioned for texts. */
    Object cleared() {
        return switch (this) {
            case DUE_DATE, WEIGHT -> "";
            case CONFIDENTIAL, DISCUSSION_LOCKED -> false;
        };
    }
}
