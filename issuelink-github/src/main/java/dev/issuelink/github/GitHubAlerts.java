package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubWebhookWire.Alert;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.SecurityAlert;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dependabot's alerts of the configured repository as a feed, oldest change first. GitHub pages them by cursors of its
 * own only.
 */
final class GitHubAlerts {
    private static final String OPERATION = "securityAlerts";

    private final GitHubConnection connection;
    private final GitHubAlertMapper mapper;

    GitHubAlerts(GitHubConnection connection) {
        this.connection = connection;
        this.mapper = new GitHubAlertMapper(connection.mapper());
    }

    /**
     * Reads on; see {@link dev.issuelink.spi.IssueTrackerAdapter#securityAlerts}.
     *
     * @param cursor where to go on, or null for the beginning
     * @return the next page
     * @throws TrackerException also with UNSUPPORTED if alerts are switched off, with PERMISSION if they are hidden
     */
    ChangePage<SecurityAlert> read(@Nullable Cursor cursor) {
        var from = GitHubAlertCursor.parse(cursor, connection.tracker());
        try {
            return page(from);
        } catch (TrackerException e) {
            if (e.code() == ErrorCode.VALIDATION && !from.isBeginning()) {
                // GitHub no longer knows where its own cursor points to.
                return page(from.rewound());
            }
            throw e;
        }
    }

    private ChangePage<SecurityAlert> page(GitHubAlertCursor from) {
        var reply = fetch(from.query());
        var alerts = reply.body().orElse(List.of());
        var fresh = alerts.stream()
                .filter(alert -> !from.knows(alert))
                .map(alert -> mapper.alert(alert, connection.settings().repository()))
                .toList();
        var nextQuery = connection.nextLink(reply).flatMap(link -> Optional.ofNullable(link.getRawQuery()));
        if (nextQuery.filter(from.query()::equals).isPresent()) {
            throw connection.mapper().unreadable("address of a next page that is another");
        }
        var next = from.after(alerts, nextQuery.orElse(from.query())).toCursor();
        return new ChangePage<>(fresh, next, nextQuery.isPresent(), 0);
    }

    private HttpReply<List<Alert>> fetch(String query) {
        var repository = connection.settings().repository();
        var url = "%s/repos/%s/%s/dependabot/alerts?%s"
                .formatted(connection.settings().baseUrl(), repository.owner(), repository.name(), query);
        // The path is ours and only the query is GitHub's, so that a stored cursor survives a new base address.
        var call = HttpCall.get(OPERATION).url(URI.create(url)).conditional().build();
        try {
            return connection.http().sendForList(call, Alert.class);
        } catch (TrackerException e) {
            throw explained(e);
        }
    }

    private TrackerException explained(TrackerException e) {
        return switch (e.code()) {
            case PERMISSION ->
                isSwitchedOff(e)
                        ? because(
                                e,
                                ErrorCode.UNSUPPORTED,
                                "Dependabot alerts are switched off for this repository; switch"
                                        + " them on in its settings under \"Advanced Security\", or do not ask for alerts.")
                        : because(
                                e,
                                ErrorCode.PERMISSION,
                                "This credential may not read Dependabot alerts; give it the scope"
                                        + " \"security_events\" or the permission \"Dependabot alerts: read\".");
            case NOT_FOUND ->
                because(
                        e,
                        ErrorCode.UNSUPPORTED,
                        "GitHub knows no Dependabot alerts here: this server does"
                                + " not offer them, they are switched off, or the credential may not see the repository.");
            default -> e;
        };
    }

    private static boolean isSwitchedOff(TrackerException e) {
        return e.trackerMessage()
                .map(words -> words.toLowerCase(Locale.ROOT))
                .filter(words -> words.contains("disabled") || words.contains("not enabled"))
                .isPresent();
    }

    private TrackerException because(TrackerException e, ErrorCode code, String message) {
        return TrackerException.of(code, connection.tracker(), OPERATION)
                .message(message)
                .requestId(e.requestId().orElse(null))
                .trackerMessage(e.trackerMessage().orElse(null))
                .cause(e)
                .build();
    }
}
