package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.github.GitHubLoopback.Asked;
import dev.issuelink.github.GitHubWebhookWire.Attempt;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Page;
import dev.issuelink.spi.MissedDelivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GitHubMissedDeliveriesTest {
    private static final Instant SINCE = Instant.ofEpochSecond(1000);

    @Test
    void threePagesAreJudgedTogether() {
        try (var gitHub = GitHubLoopback.answering(asked -> pageOfThree(asked))) {
            var missed =
                    new GitHubWebhooks(gitHub.connect()).missedDeliveries("7", Instant.parse("2026-01-02T00:00:00Z"));

            assertThat(missed.stream()).extracting(MissedDelivery::id).containsExactly("90", "70", "60");
            assertThat(gitHub.asked.get(0).line())
                    .isEqualTo("GET /repos/octocat/hello/hooks/7/deliveries?per_page=100");
            assertThat(gitHub.asked).hasSize(3);
        }
    }

    // Written by hand after the schema "hook-delivery-item" of GitHub's OpenAPI description.
    private static Answer pageOfThree(Asked asked) {
        var next = "http://" + asked.header("Host") + "/repositories/1/hooks/7/deliveries?cursor=v1_";
        if (asked.target().endsWith("v1_2")) {
            return Answer.of(200, "[" + wire(80, "ok", 200, false) + "," + wire(70, "throttled", 0, false) + "]")
                    .link(next + 3);
        }
        return asked.target().endsWith("v1_3")
                ? Answer.of(
                        200,
                        "[" + wire(60, "timeout", 0, false) + "," + wire(50, "ok-late", 503, false) + ","
                                + wire(40, "bad", 500, false) + ","
                                + wire(30, "old", 500, false).replace("02T", "01T") + "]")
                : Answer.of(200, "[" + wire(95, "ok-late", 202, true) + "," + wire(90, "bad", 404, true) + "]")
                        .link(next + 2);
    }

    private static String wire(int id, String guid, int status, boolean redelivery) {
        return """
                {"id":%d,"guid":"%s","delivered_at":"2026-01-02T00:00:%02dZ","redelivery":%s,"duration":0.1,
                 "status":"x","status_code":%d,"event":"issues","action":null,"throttled_at":null}""".formatted(id, guid, id % 60, redelivery, status);
    }

    @Test
    void anOlderSuccessCountsEvenBeforeTheTimeAskedFor() {
        var pages = List.of(List.of(attempt(9, "g", 1005, 500, true)), List.of(attempt(1, "g", 900, 200, false)));

        assertThat(read(pages)).isEmpty();
    }

    @Test
    void readingEndsAsSoonAsAllIsKnown() {
        var fetched = new ArrayList<Integer>();
        var pages = List.of(
                List.of(attempt(9, "g", 1005, 500, false)),
                List.of(attempt(8, "old", 900, 500, false)),
                List.of(attempt(7, "older", 800, 500, false)));

        var found = new ArrayList<MissedDelivery>();
        new GitHubMissedDeliveries(iterator(pages, fetched), SINCE)
                .forEachRemaining(page -> found.addAll(page.items()));

        assertThat(found).extracting(MissedDelivery::id).containsExactly("9");
        assertThat(fetched).containsExactly(0, 1);
    }

    @Test
    void nothingIsReadBeforeItIsAskedFor() {
        var fetched = new ArrayList<Integer>();
        var missed = new GitHubMissedDeliveries(
                iterator(List.of(List.of(attempt(9, "g", 1005, 500, false)), List.<Attempt>of()), fetched), SINCE);

        assertThat(fetched).isEmpty();
        assertThat(missed.next().items()).hasSize(1);
        assertThat(fetched).containsExactly(0);
    }

    @Test
    void aDeliveryWhoseFirstAttemptIsForgottenIsJudgedAtTheEnd() {
        assertThat(read(List.of(List.of(attempt(9, "g", 1005, 500, true)), List.of())))
                .containsExactly("9");
    }

    @Test
    void attemptsThatNameNothingAreLeftOut() {
        var nameless = new Attempt(null, "g", SINCE, null, null, null);
        var guidless = new Attempt(1L, null, SINCE, null, null, null);
        var bare = new Attempt(2L, "h", null, null, null, null);

        assertThat(read(List.of(List.of(nameless, guidless, bare)))).containsExactly("2");
    }

    @Property(tries = 300)
    void pagesAndOrderNeverChangeTheVerdict(
            @ForAll("histories") List<Attempt> attempts, @ForAll @IntRange(min = 1, max = 5) int pageSize) {
        var pages = new ArrayList<List<Attempt>>();
        for (var from = 0; from < attempts.size(); from += pageSize) {
            pages.add(attempts.subList(from, Math.min(attempts.size(), from + pageSize)));
        }

        assertThat(read(pages)).isEqualTo(expected(attempts));
    }

    /** Newest first; the oldest attempt of each delivery is the only one that is no redelivery. */
    @Provide
    Arbitrary<List<Attempt>> histories() {
        var one = Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(0, 200, 202, 404, 500))
                .as((guid, status) -> attempt(0, "g" + guid, 0, status, false));
        return one.list().ofMaxSize(25).map(GitHubMissedDeliveriesTest::inOrder);
    }

    private static List<Attempt> inOrder(List<Attempt> drawn) {
        var begun = new HashSet<String>();
        var ordered = new ArrayList<Attempt>();
        for (var i = 0; i < drawn.size(); i++) {
            var attempt = drawn.get(i);
            var guid = String.valueOf(attempt.guid());
            var status = attempt.statusCode() == null ? 0 : attempt.statusCode();
            ordered.add(attempt(i + 1, guid, 990 + i, status, !begun.add(guid)));
        }
        ordered.sort(Comparator.comparing(Attempt::deliveredAt).reversed());
        return ordered;
    }

    private static List<String> expected(List<Attempt> attempts) {
        var latest = new java.util.LinkedHashMap<String, Attempt>();
        var accepted = new HashMap<String, Boolean>();
        for (var attempt : attempts) {
            latest.putIfAbsent(attempt.guid(), attempt);
            accepted.merge(attempt.guid(), attempt.isAccepted(), Boolean::logicalOr);
        }
        return latest.values().stream()
                .filter(attempt -> !attempt.deliveredAt().isBefore(SINCE) && !accepted.get(attempt.guid()))
                .map(attempt -> String.valueOf(attempt.id()))
                .toList();
    }

    private static List<String> read(List<? extends List<Attempt>> pages) {
        var ids = new ArrayList<String>();
        new GitHubMissedDeliveries(iterator(pages, new ArrayList<>()), SINCE)
                .forEachRemaining(page -> page.items().forEach(missed -> ids.add(missed.id())));
        return ids;
    }

    private static java.util.Iterator<Page<Attempt>> iterator(
            List<? extends List<Attempt>> pages, List<Integer> fetched) {
        return java.util.stream.IntStream.range(0, pages.size())
                .mapToObj(i -> {
                    fetched.add(i);
                    var last = i == pages.size() - 1;
                    return new Page<>(
                            pages.get(i), last ? Optional.empty() : Optional.of(new Cursor("p" + (i + 1))), 0);
                })
                .map(page -> (Page<Attempt>) page)
                .iterator();
    }

    private static Attempt attempt(long id, String guid, long at, int status, boolean redelivery) {
        return new Attempt(id, guid, Instant.ofEpochSecond(at), redelivery, status, "issues");
    }
}
