package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.IssueReference;
import dev.issuelink.spi.TrackerContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What every part of the adapter shares. Safe for all threads.
 *
 * @param context the surroundings
 * @param settings what is configured
 * @param http the one way to Jira
 * @param mapper says in our words what Jira told
 */
record JiraConnection(TrackerContext context, JiraSettings settings, JiraHttp http, JiraMapper mapper) {
    String tracker() {
        return settings.tracker();
    }

    Instant now() {
        return context.clock().instant();
    }

    /** The project that is meant. */
    String project(Optional<String> named, String operation) {
        var key = named.orElse(settings.project());
        if (!key.matches("[A-Za-z0-9_.-]{1,255}") || key.matches("\\.{1,2}")) {
            throw TrackerException.of(ErrorCode.NOT_FOUND, tracker(), operation)
                    .message("Jira's projects have keys such as DB; \"" + key + "\" is none.")
                    .build();
        }
        return key;
    }

    /** The id by which an issue is addressed; its key may change. */
    String id(IssueReference issue, String operation) {
        return number(issue.key().id(), "issues", operation);
    }

    /** An id of Jira's, safe to stand in a path. */
    String number(String id, String things, String operation) {
        if (!id.matches("\\d{1,18}")) {
            throw TrackerException.of(ErrorCode.NOT_FOUND, tracker(), operation)
                    .message("Jira's " + things + " have numbers; \"" + id + "\" is none.")
                    .build();
        }
        return id;
    }

    /** When Jira answered, by its own clock if it told. */
    static Optional<Instant> time(HttpReply<?> reply) {
        try {
            return reply.header("Date").map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
