package dev.issuelink.github;

import dev.issuelink.github.GitHubPosition.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a page of the feed leads. For one page and one thread. */
final class GitHubPass {
    /** How far a pass reaches back: GitHub's listings may lag a little behind its own clock. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    /** What is remembered at rest: one page, so that asking again costs one request. */
    private static final int MOST_SEEN = GitHubConnection.PAGE_SIZE;

    private final GitHubPosition from;
    private final List<Seen> seen;
    private Optional<Instant> watermark;
    private Optional<Instant> last = Optional.empty();
    private Optional<Seen> first = Optional.empty();

    GitHubPass(GitHubPosition from) {
        this.from = from;
        this.seen = new ArrayList<>(from.seen());
        this.watermark = from.watermark();
    }

    void see(Seen state) {
        seen.removeIf(earlier -> earlier.id() == state.id());
        seen.add(state);
        var updatedAt = Instant.ofEpochSecond(state.second());
        watermark = Optional.of(GitHubChanges.laterOf(watermark, updatedAt));
        last = Optional.of(updatedAt);
        first = first.or(() -> Optional.of(state));
    }

    /** There is a next page. */
    GitHubPosition goOn(String link) {
        var byTime = GitHubChanges.isCounted(link) && isBeyondStart();
        return new GitHubPosition(
                false,
                watermark,
                byTime ? last : from.since(),
                byTime ? Optional.empty() : Optional.of(link),
                0,
                newest(2 * MOST_SEEN));
    }

    /**
     * The pass is over; the next one begins a little before its end.
     *
     * @param answeredAt when GitHub answered
     */
    GitHubPosition finish(Optional<Instant> answeredAt) {
        if (watermark.isEmpty()) {
            return GitHubPosition.START;
        }
        var end = watermark.get();
        var remembered = newest(MOST_SEEN);
        var since = GitHubChanges.laterOf(wholeMemory(remembered, end), end.minus(OVERLAP));
        // More than a page within the last second: its last page alone is asked again, at the price of one request,
        // once
        // that second is long over and nothing can change within it any more.
        var crowded = remembered.size() == MOST_SEEN && remembered.get(0).second() == end.getEpochSecond();
        var over = answeredAt.filter(now -> now.isBefore(end.plus(OVERLAP))).isEmpty();
        var link = from.link().filter(last -> crowded && over && first.isPresent());
        return new GitHubPosition(
                true,
                watermark,
                Optional.of(since),
                link,
                link.flatMap(last -> first).map(Seen::id).orElse(0L),
                remembered.stream()
                        .filter(state -> state.second() >= since.getEpochSecond())
                        .toList());
    }

    /** Begins again without the link. */
    static GitHubPosition restart(GitHubPosition position) {
        var since = position.resting() ? position.since() : position.watermark().map(end -> end.minus(OVERLAP));
        return new GitHubPosition(false, position.watermark(), since, Optional.empty(), 0, position.seen());
    }

    private boolean isBeyondStart() {
        return last.filter(
                        end -> from.since().filter(start -> !end.isAfter(start)).isEmpty())
                .isPresent();
    }

    /** The earliest second of which everything is remembered, if the memory is full. */
    private static Optional<Instant> wholeMemory(List<Seen> remembered, Instant end) {
        if (remembered.size() < MOST_SEEN) {
            return Optional.empty();
        }
        var following = Instant.ofEpochSecond(remembered.get(0).second() + 1);
        return Optional.of(following.isAfter(end) ? end : following);
    }

    private List<Seen> newest(int most) {
        var sorted = seen.stream()
                .sorted(Comparator.comparingLong(Seen::second).thenComparingLong(Seen::id))
                .toList();
        return sorted.subList(Math.max(0, sorted.size() - most), sorted.size());
    }
}
