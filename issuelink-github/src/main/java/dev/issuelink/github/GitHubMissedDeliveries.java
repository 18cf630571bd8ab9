package dev.issuelink.github;

import dev.issuelink.github.GitHubWebhookWire.Attempt;
import dev.issuelink.model.Page;
import dev.issuelink.spi.MissedDelivery;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the deliveries that no attempt brought home, in GitHub's list of attempts, newest first. Attempts of one
 * delivery share a GUID and may lie pages apart; the oldest of them is the only one that is no redelivery, so a delivery
 * is judged when that one was seen, or at the list's end. Until then later ones wait behind it, to keep the order.
 * Delivered ones are remembered only while their first attempt is still to come.
 */
final class GitHubMissedDeliveries implements Iterator<Page<MissedDelivery>> {
    private final Iterator<Page<Attempt>> pages;
    private final Instant since;
    private final Map<String, Delivery> open = new HashMap<>();
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private boolean pastSince;

    GitHubMissedDeliveries(Iterator<Page<Attempt>> pages, Instant since) {
        this.pages = pages;
        this.since = since;
    }

    /** What is known so far of one delivery. The only thing here that changes. */
    private static final class Delivery {
        private final MissedDelivery latest;
        private boolean accepted;
        private boolean complete;

        private Delivery(MissedDelivery latest) {
            this.latest = latest;
        }

        private void add(Attempt older) {
            accepted |= older.isAccepted();
            complete |= older.isFirst();
        }

        private boolean isJudged() {
            return accepted || complete;
        }
    }

    @Override
    public boolean hasNext() {
        return !isFinished() && pages.hasNext();
    }

    private boolean isFinished() {
        return pastSince && waiting.isEmpty();
    }

    @Override
    public Page<MissedDelivery> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var page = pages.next();
        page.items().forEach(this::add);
        var missed = missed(page.next().isEmpty());
        return new Page<>(missed, isFinished() ? Optional.empty() : page.next(), 0);
    }

    private void add(Attempt attempt) {
        if (attempt.id() == null || attempt.guid() == null) {
            return;
        }
        var delivery = open.get(attempt.guid());
        if (delivery == null) {
            delivery = begin(attempt, attempt.guid());
        }
        if (delivery != null) {
            delivery.add(attempt);
            if (delivery.complete) {
                open.remove(attempt.guid());
            }
        }
    }

    private @Nullable Delivery begin(Attempt latest, String guid) {
        var triedAt = Objects.requireNonNullElse(latest.deliveredAt(), since);
        if (triedAt.isBefore(since)) {
            pastSince = true;
            return null;
        }
        var delivery = new Delivery(new MissedDelivery(
                String.valueOf(latest.id()), guid, Objects.requireNonNullElse(latest.event(), "unknown"), triedAt));
        open.put(guid, delivery);
        waiting.add(delivery);
        return delivery;
    }

    private List<MissedDelivery> missed(boolean all) {
        var missed = new ArrayList<MissedDelivery>();
        for (var first = waiting.peek(); first != null && (all || first.isJudged()); first = waiting.peek()) {
            if (!first.accepted) {
                missed.add(first.latest);
            }
            waiting.remove();
        }
        return missed;
    }
}
