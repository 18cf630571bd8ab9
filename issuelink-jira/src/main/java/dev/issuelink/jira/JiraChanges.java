package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The feed of changed issues: passes over what changed since a time, oldest first, each beginning a little before the one
 * before began, since the index lags. A pass goes on from page to page by the time of the last change, and within a
 * minute that holds more than a page by key: Jira counts in minutes, its tokens for next pages end, and counted pages
 * shift while issues change.
 */
final class JiraChanges {
    private static final String OPERATION = "changes";
    private static final Logger LOG = LoggerFactory.getLogger(JiraChanges.class);

    /** How far a pass goes back behind the beginning of the one before: the index may lag by that much. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    /** Between our question and Jira's answer its clock goes on. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    /** What is read by key at a time: a minute, and as much on both sides as minutes before now cannot hit exactly. */
    private static final Duration WINDOW = Duration.ofMinutes(4);

    private final JiraConnection connection;
    private final JiraSearch search;
    private volatile Duration aheadOfUs = Duration.ZERO;

    JiraChanges(JiraConnection connection) {
        this.connection = connection;
        this.search = new JiraSearch(connection);
    }

    ChangePage<Issue> changes(@Nullable Cursor cursor) {
        var position = position(cursor);
        try {
            return page(position, send(position), cursor);
        } catch (TrackerException refused) {
            // The key after which the minute goes on may be gone: the minute is begun again, once.
            if (refused.code() != ErrorCode.VALIDATION
                    || position.after().filter(key -> !key.isEmpty()).isEmpty()
                    || position.again()) {
                throw refused;
            }
            var anew = new JiraPosition(position.from(), Optional.of(""), position.began(), true, position.seen());
            return page(anew, send(anew), cursor);
        }
    }

    private JiraPosition position(@Nullable Cursor cursor) {
        if (cursor == null) {
            return JiraPosition.START;
        }
        return JiraPosition.parse(cursor.value()).orElseGet(() -> {
            LOG.warn("{}: the cursor of the feed is none of Jira's; reading from the beginning", connection.tracker());
            return JiraPosition.START;
        });
    }

    /** Asks, and asks anew should Jira's clock turn out to be another than was thought. */
    private HttpReply<JsonNode> send(JiraPosition position) {
        var reply = search.first(OPERATION, jql(position, now()));
        var told = JiraConnection.time(reply).map(time -> Duration.between(connection.now(), time));
        var off = told.map(ahead -> ahead.minus(aheadOfUs).abs()).orElse(Duration.ZERO);
        told.ifPresent(ahead -> aheadOfUs = ahead);
        return position.from().isPresent() && off.compareTo(ON_ITS_WAY) > 0
                ? search.first(OPERATION, jql(position, now()))
                : reply;
    }

    /** By Jira's clock. */
    private Instant now() {
        return connection.now().plus(aheadOfUs);
    }

    private JiraJql jql(JiraPosition position, Instant now) {
        var jql = JiraJql.ofProject(connection.settings().project());
        position.from().ifPresent(from -> jql.since("updated", from.minus(ON_ITS_WAY), now));
        if (position.after().isEmpty()) {
            return jql.orderedBy("updated ASC, key ASC");
        }
        position.from().ifPresent(from -> jql.before("updated", from.plus(WINDOW), now));
        position.after().filter(key -> !key.isEmpty()).ifPresent(key -> jql.and("key > " + JiraJql.quote(key)));
        return jql.orderedBy("key ASC");
    }

    private ChangePage<Issue> page(JiraPosition position, HttpReply<JsonNode> reply, @Nullable Cursor cursor) {
        var body = reply.body().orElseThrow(() -> connection.mapper().unreadable("page of a search"));
        var wires = JiraJson.items(body, "issues");
        var known = new HashSet<>(position.seen());
        var fresh = wires.stream()
                .filter(wire -> !known.contains(JiraPosition.seen(wire)))
                .toList();
        var more = search.next(body).isPresent() && !wires.isEmpty();
        if (cursor != null
                && position.resting()
                && !more
                && fresh.isEmpty()
                && position.from().isPresent()) {
            return new ChangePage<>(List.of(), cursor, false, 0);
        }
        var next = next(position, wires, more, position.began().orElseGet(this::now));
        return new ChangePage<>(connection.mapper().issues(fresh), new Cursor(next.write()), !next.resting(), 0);
    }

    private JiraPosition next(JiraPosition position, List<JsonNode> wires, boolean more, Instant began) {
        if (position.after().isPresent()) {
            return afterWindow(position, wires, more, began);
        }
        if (!more) {
            return finished(position, wires, began);
        }
        var last = updated(wires.get(wires.size() - 1)).truncatedTo(ChronoUnit.MINUTES);
        var goesOn = position.from().map(last::isAfter).orElse(true);
        return new JiraPosition(
                Optional.of(goesOn ? last : position.from().orElse(last)),
                goesOn ? Optional.empty() : Optional.of(""),
                Optional.of(began),
                false,
                since(last.minus(WINDOW), position, wires));
    }

    private JiraPosition finished(JiraPosition position, List<JsonNode> wires, Instant began) {
        var from = began.minus(OVERLAP);
        return new JiraPosition(
                Optional.of(from), Optional.empty(), Optional.empty(), false, since(from, position, wires));
    }

    private JiraPosition afterWindow(JiraPosition position, List<JsonNode> wires, boolean more, Instant began) {
        var from = position.from().orElse(began);
        var seen = since(from.minus(WINDOW), position, wires);
        if (!more && from.plus(WINDOW).isAfter(now())) {
            return finished(position, wires, began);
        }
        if (!more) {
            return new JiraPosition(Optional.of(from.plus(WINDOW)), Optional.empty(), Optional.of(began), false, seen);
        }
        var last = JiraJson.word(wires.get(wires.size() - 1), "key")
                .orElseThrow(() -> connection.mapper().unreadable("key of an issue"));
        return new JiraPosition(Optional.of(from), Optional.of(last), Optional.of(began), position.again(), seen);
    }

    /** What was told and may come again. Of what was told on pages before, it is not known when it changed. */
    private List<String> since(Instant time, JiraPosition position, List<JsonNode> wires) {
        var seen = new ArrayList<>(position.seen());
        for (var wire : wires) {
            var one = JiraPosition.seen(wire);
            if (!updated(wire).isBefore(time.minus(ON_ITS_WAY.multipliedBy(2))) && !seen.contains(one)) {
                seen.add(one);
            }
        }
        return seen;
    }

    private Instant updated(JsonNode wire) {
        return JiraJson.time(wire, "fields", "updated")
                .orElseThrow(() -> connection.mapper().unreadable("time of the last change of an issue"));
    }
}
