package dev.issuelink.github;

import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubPosition.Seen;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed of changed issues: passes over the listing by time of update, oldest first, each beginning a little before the
 * end of the one before. Where GitHub's next link counts pages, the pass goes on by time instead: counted pages shift
 * while issues change, and end at 10,000 issues.
 */
final class GitHubChanges {
    private static final String OPERATION = "changes";
    private static final Logger LOG = LoggerFactory.getLogger(GitHubChanges.class);

    private final GitHubConnection connection;

    GitHubChanges(GitHubConnection connection) {
        this.connection = connection;
    }

    ChangePage<Issue> changes(@Nullable Cursor cursor) {
        var position = position(cursor);
        try {
            var reply = send(position);
            return hasShifted(position, reply) ? again(position) : page(position, reply);
        } catch (TrackerException refused) {
            var counted = position.link().filter(link -> !position.resting()).filter(GitHubChanges::isCounted);
            if (position.link().isEmpty() || counted.isPresent() || !isForgotten(refused)) {
                throw refused;
            }
            LOG.info("{}: GitHub forgot the link to a next page; going on by time", connection.tracker());
            return again(position);
        }
    }

    /** Beginning again where the pass is costs a few known issues. */
    private ChangePage<Issue> again(GitHubPosition position) {
        var again = GitHubPass.restart(position);
        return page(again, send(again));
    }

    /** Whether the page that was the last is another now, since something on the pages before it changed. */
    private boolean hasShifted(GitHubPosition position, HttpReply<List<GitHubWire.Issue>> reply) {
        return position.resting()
                && position.link().isPresent()
                && reply.body().orElse(List.of()).stream()
                        .findFirst()
                        .map(this::seen)
                        .filter(first -> first.id() == position.anchor()
                                && position.seen().contains(first))
                        .isEmpty();
    }

    private GitHubPosition position(@Nullable Cursor cursor) {
        if (cursor == null) {
            return GitHubPosition.START;
        }
        return GitHubPosition.parse(cursor.value()).orElseGet(() -> {
            LOG.warn(
                    "{}: the cursor of the feed is none of GitHub's; reading from the beginning", connection.tracker());
            return GitHubPosition.START;
        });
    }

    private HttpReply<List<GitHubWire.Issue>> send(GitHubPosition position) {
        var call = GitHubConnection.list(OPERATION, connection.settings().repository(), "issues")
                .query("state", "all")
                .query("sort", "updated")
                .query("direction", "asc")
                .query("since", position.since());
        // Only what is asked again and again is worth remembering.
        var built = (position.resting() && position.since().isPresent() ? call.conditional() : call).build();
        var sent = position.link().map(link -> at(built, link)).orElse(built);
        return connection.http().sendForList(sent, GitHubWire.Issue.class);
    }

    private HttpCall at(HttpCall call, String link) {
        return call.at(connection.settings().baseUrl().resolve(link));
    }

    /** A remembered reply is read like a fresh one: the caller may have lost what was made of it the first time. */
    private ChangePage<Issue> page(GitHubPosition position, HttpReply<List<GitHubWire.Issue>> reply) {
        var pass = new GitHubPass(position);
        var known = new HashSet<>(position.seen());
        var items = new ArrayList<Issue>();
        var skipped = 0;
        for (var wire : reply.body().orElse(List.of())) {
            var seen = seen(wire);
            pass.see(seen);
            if (known.contains(seen)) {
                continue;
            }
            if (wire.isPullRequest()) {
                skipped++;
            } else {
                items.add(connection.mapper().issue(wire));
            }
        }
        var link = connection.nextLink(reply).map(next -> connection.relative(next, OPERATION));
        if (link.isPresent() && link.equals(position.link())) {
            throw connection.mapper().unreadable("address of a next page that is another");
        }
        var next = link.map(pass::goOn)
                .orElseGet(() -> pass.finish(answeredAt(reply)))
                .write();
        return new ChangePage<>(items, new Cursor(next), link.isPresent(), skipped);
    }

    /** By GitHub's own clock. */
    private static Optional<Instant> answeredAt(HttpReply<?> reply) {
        try {
            return reply.header("date").map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Seen seen(GitHubWire.Issue wire) {
        var id = Objects.requireNonNullElse(wire.id(), 0L);
        var updatedAt = Optional.ofNullable(wire.updatedAt())
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                .orElseThrow(() -> connection.mapper().unreadable("updated_at of an issue"));
        return Seen.of(id, updatedAt, wire);
    }

    private static boolean isForgotten(TrackerException refused) {
        return switch (refused.code()) {
            case VALIDATION, NOT_FOUND, GONE -> true;
            default -> false;
        };
    }

    /** Whether a link counts pages rather than naming the issue after which to go on. */
    static boolean isCounted(String link) {
        return !link.matches(".*[?&]after=.*");
    }

    static Instant laterOf(Optional<Instant> first, Instant second) {
        return first.filter(time -> time.isAfter(second)).orElse(second);
    }
}
