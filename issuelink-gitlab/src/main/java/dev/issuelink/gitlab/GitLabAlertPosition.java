package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far the vulnerabilities were read; the text of its cursors.
 *
 * @param after GitLab's cursor of the page before; empty at the beginning of a pass
 * @param read short hashes of the pages that this pass has read
 * @param before those of the pass before
 */
record GitLabAlertPosition(Optional<String> after, List<String> read, List<String> before) {
    static final GitLabAlertPosition BEGINNING = new GitLabAlertPosition(Optional.empty(), List.of(), List.of());

    /** Beyond, pages may be told again unchanged. */
    private static final int MOST_PAGES = 200;

    private static final String VERSION = "gla1";
    private static final Pattern FORM = Pattern.compile(
            VERSION + ";([A-Za-z0-9_=+/.-]{0,500});((?:[0-9a-f]{12},?){0,200}+);((?:[0-9a-f]{12},?){0,200}+)");

    /** Copies the lists. */
    GitLabAlertPosition {
        read = List.copyOf(read);
        before = List.copyOf(before);
    }

    static GitLabAlertPosition parse(@Nullable Cursor cursor, String tracker) {
        if (cursor == null) {
            return BEGINNING;
        }
        var matcher = FORM.matcher(cursor.value());
        if (!matcher.matches()) {
            throw TrackerException.of(ErrorCode.VALIDATION, tracker, "securityAlerts")
                    .message("This cursor was not made by securityAlerts of this version; begin anew without one.")
                    .build();
        }
        return new GitLabAlertPosition(
                Optional.of(matcher.group(1)).filter(text -> !text.isEmpty()),
                list(matcher.group(2)),
                list(matcher.group(3)));
    }

    Cursor toCursor() {
        return new Cursor(
                String.join(";", VERSION, after.orElse(""), String.join(",", read), String.join(",", before)));
    }

    /** Whether the page at this place was the same in the pass before. */
    boolean isKnown(String digest) {
        return read.size() < before.size() && before.get(read.size()).equals(digest);
    }

    /** After a page was read; without a next one the pass is over. */
    GitLabAlertPosition then(String digest, Optional<String> next) {
        var all = new ArrayList<>(read);
        if (all.size() < MOST_PAGES) {
            all.add(digest);
        }
        return next.isPresent()
                ? new GitLabAlertPosition(next, all, before)
                : new GitLabAlertPosition(Optional.empty(), List.of(), all);
    }

    /** From the first page on, still knowing the pass before. */
    GitLabAlertPosition rewound() {
        return new GitLabAlertPosition(Optional.empty(), List.of(), before);
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }
}
