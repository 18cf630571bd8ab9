package dev.issuelink.gitlab;

import dev.issuelink.error.TrackerException;
import dev.issuelink.gitlab.GitLabPosition.Seen;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed of changed issues: passes over the listing by time of update, oldest first, each beginning a little before the
 * beginning of the one before. A pass goes on by GitLab's cursors, which name the last issue of a page; older versions
 * count pages instead, and there it goes on by time where it can.
 */
final class GitLabChanges {
    private static final String OPERATION = "changes";
    private static final Pattern BY_CURSOR = Pattern.compile("(?:^|&)cursor=");
    private static final Logger LOG = LoggerFactory.getLogger(GitLabChanges.class);

    private final GitLabConnection connection;

    GitLabChanges(GitLabConnection connection) {
        this.connection = connection;
    }

    ChangePage<Issue> changes(@Nullable Cursor cursor) {
        var position = position(cursor);
        try {
            return page(position, send(position));
        } catch (TrackerException refused) {
            if (position.query().isEmpty() || !isForgotten(refused)) {
                throw refused;
            }
            LOG.info("{}: GitLab forgot the cursor of a next page; going on by time", connection.tracker());
            var again = position.restarted();
            return page(again, send(again));
        }
    }

    private GitLabPosition position(@Nullable Cursor cursor) {
        if (cursor == null) {
            return GitLabPosition.START;
        }
        return GitLabPosition.parse(cursor.value()).orElseGet(() -> {
            LOG.warn(
                    "{}: the cursor of the feed is none of GitLab's; reading from the beginning", connection.tracker());
            return GitLabPosition.START;
        });
    }

    private HttpReply<List<GitLabNode>> send(GitLabPosition position) {
        var call = GitLabConnection.list(OPERATION, connection.settings().project(), "issues")
                .query("state", "all")
                .query("scope", "all")
                .query("pagination", "keyset")
                .query("order_by", "updated_at")
                .query("sort", "asc")
                .query("updated_after", position.since())
                .build();
        return connection
                .http()
                .sendForList(position.query().map(query -> at(call, query)).orElse(call), GitLabNode.class);
    }

    /** The path is ours and only the query is GitLab's, so that a stored cursor survives a new address. */
    private HttpCall at(HttpCall call, String query) {
        var project = connection.settings().project().id().replace("/", "%2F");
        return call.at(URI.create(connection.settings().baseUrl() + "/projects/" + project + "/issues?" + query));
    }

    private ChangePage<Issue> page(GitLabPosition position, HttpReply<List<GitLabNode>> reply) {
        var known = new HashSet<>(position.seen());
        var page = new ArrayList<Seen>();
        var items = new ArrayList<Issue>();
        var skipped = 0;
        for (var wire : GitLabConnection.items(reply)) {
            var seen = seen(wire);
            page.add(seen);
            if (known.contains(seen)) {
                continue;
            }
            if (GitLabMapper.isMovedAway(wire)) {
                skipped++;
            } else {
                items.add(connection.mapper().issue(wire));
            }
        }
        var next = next(position, reply, page);
        return new ChangePage<>(items, new Cursor(next.write()), !next.resting(), skipped);
    }

    private GitLabPosition next(GitLabPosition position, HttpReply<List<GitLabNode>> reply, List<Seen> page) {
        var query = connection.nextQuery(reply);
        var answeredAt = answeredAt(reply);
        if (query.isEmpty()) {
            var isNews = page.stream().anyMatch(seen -> !position.seen().contains(seen));
            // A single page on which nothing is new: nothing has changed, and the cursor stays.
            return position.resting() && !isNews && position.since().isPresent()
                    ? position
                    : position.finish(answeredAt, page);
        }
        if (query.equals(position.query())) {
            throw connection.mapper().unreadable("address of a next page that is another");
        }
        var last = page.isEmpty()
                ? Optional.<Instant>empty()
                : Optional.of(Instant.ofEpochMilli(page.get(page.size() - 1).updatedAt()));
        var isCounted = !BY_CURSOR.matcher(query.get()).find();
        return isCounted
                        && last.filter(time -> isBeyond(time, position.since())).isPresent()
                ? position.goOnByTime(answeredAt, page, last.get())
                : position.goOn(answeredAt, page, query.get());
    }

    private static boolean isBeyond(Instant time, Optional<Instant> since) {
        return since.filter(start -> !time.isAfter(start)).isEmpty();
    }

    private Seen seen(GitLabNode wire) {
        return Seen.of(
                connection.mapper().required(wire.number("id"), "id of an issue"),
                connection.mapper().required(wire.time("updated_at"), "updated_at of an issue"),
                wire);
    }

    /** By GitLab's own clock. */
    private static Optional<Instant> answeredAt(HttpReply<?> reply) {
        try {
            return reply.header("date").map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isForgotten(TrackerException refused) {
        return switch (refused.code()) {
            case VALIDATION, NOT_FOUND, GONE, UNSUPPORTED -> true;
            default -> false;
        };
    }
}
