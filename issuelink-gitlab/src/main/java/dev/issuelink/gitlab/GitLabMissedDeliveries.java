package dev.issuelink.gitlab;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.spi.MissedDelivery;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the deliveries that no attempt brought home, in GitLab's list of the attempts of the last seven days, newest first,
 * and asks for them again. Attempts of one delivery share a key. The list has no times; they are taken from the signed
 * time of the attempt, or from what was delivered.
 *
 * @param connection what the parts of the adapter share
 */
record GitLabMissedDeliveries(GitLabConnection connection) {
    private static final String OPERATION = "missedDeliveries";
    private static final int PAGE_SIZE = 20;
    private static final Pattern SUCCESS = Pattern.compile("2\\d\\d");

    Listing<MissedDelivery> list(String hook, Instant since) {
        return () -> List.of(Page.only(missed(hook, since))).iterator();
    }

    private List<MissedDelivery> missed(String hook, Instant since) {
        var arrived = new HashSet<String>();
        var missed = new LinkedHashMap<String, MissedDelivery>();
        for (var attempt : attempts(hook, since)) {
            var headers = attempt.node("request_headers");
            var key = headers.flatMap(sent -> header(sent, "Idempotency-Key"));
            if (key.isEmpty() || isBefore(attempt, since)) {
                continue;
            }
            if (SUCCESS.matcher(attempt.text("response_status").orElse("")).matches()) {
                arrived.add(key.get());
            } else {
                var kind = headers.flatMap(sent -> header(sent, "X-Gitlab-Event"));
                var id = connection.mapper().required(attempt.text("id"), "id of a delivery");
                missed.putIfAbsent(
                        key.get(),
                        new MissedDelivery(
                                id,
                                key.get(),
                                kind.or(() -> attempt.text("trigger")).orElse("unknown"),
                                triedAt(attempt).orElse(since)));
            }
        }
        missed.keySet().removeAll(arrived);
        return List.copyOf(missed.values());
    }

    /** Repeating does no harm: every attempt carries the same key, by which the second is known. */
    void redeliver(String hook, MissedDelivery delivery) {
        connection
                .http()
                .send(HttpCall.post("redeliver")
                        .path(GitLabConnection.path(
                                connection.settings().project(), "hooks", hook, "events", delivery.id(), "resend"))
                        .resource("resend")
                        .repeatable(true)
                        .expect(422)
                        .build());
    }

    private Iterable<GitLabNode> attempts(String hook, Instant since) {
        var call = HttpCall.get(OPERATION)
                .path(GitLabConnection.path(connection.settings().project(), "hooks", hook, "events"))
                .query("per_page", PAGE_SIZE)
                .build();
        return connection.http().listItems(call, GitLabNode.class, reply -> page(reply, since));
    }

    private Page<GitLabNode> page(HttpReply<List<GitLabNode>> reply, Instant since) {
        var attempts = GitLabConnection.items(reply);
        var passed = !attempts.isEmpty() && isBefore(attempts.get(attempts.size() - 1), since);
        return new Page<>(
                attempts, connection.next(reply).filter(link -> !passed).map(Cursor::new), 0);
    }

    private static boolean isBefore(GitLabNode attempt, Instant since) {
        return triedAt(attempt).filter(time -> time.isBefore(since)).isPresent();
    }

    private static Optional<Instant> triedAt(GitLabNode attempt) {
        return attempt.time("created_at")
                .or(() -> attempt.node("request_headers")
                        .flatMap(sent -> header(sent, "webhook-timestamp"))
                        .filter(text -> text.matches("\\d{1,11}"))
                        .map(text -> Instant.ofEpochSecond(Long.parseLong(text))))
                .or(() -> attempt.node("request_data")
                        .flatMap(data -> data.node("object_attributes"))
                        .flatMap(told -> told.time("updated_at")));
    }

    private static Optional<String> header(GitLabNode headers, String name) {
        return headers.text(name)
                .or(() -> headers.text(name.toLowerCase(Locale.ROOT)))
                .filter(value -> value.length() <= 128);
    }
}
