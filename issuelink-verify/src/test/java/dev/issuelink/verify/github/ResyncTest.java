package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.SyncRequest;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.testkit.github.FakeIssueData;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quiet repository costs next to nothing. */
class ResyncTest {
    private final Site site = new Site();

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 250, 1000})
    void anUnchangedRepositoryCostsAtMostTwoRequestsAndWritesNothing(int issues) {
        load(issues, Duration.ofMinutes(7));
        assertUnchangedResyncIsCheap();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 250})
    void soDoesOneWhoseIssuesAllChangedInTheSameSecond(int issues) {
        load(issues, Duration.ZERO);
        assertUnchangedResyncIsCheap();
    }

    @Test
    void whatIsAskedAgainIsAnsweredBy304AndUsesNoneOfTheBudget() {
        load(120, Duration.ofMinutes(1));
        var engine = site.engine();
        sync(engine);
        sync(engine);
        var left = engine.testConnection(Site.TRACKER).callsLeft();
        site.github.forgetRequests();

        sync(engine);

        assertThat(site.github.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.status()).as(request.path()).isEqualTo(304);
            assertThat(request.headers()).containsKey("if-none-match");
        });
        var probe = site.github.requestCount();
        assertThat(engine.testConnection(Site.TRACKER).callsLeft())
                .as("calls left after %s conditional requests and one more probe", probe)
                .hasValueSatisfying(now -> assertThat(left.orElseThrow() - now).isLessThanOrEqualTo(2L));
    }

    @Test
    void aChangeIsSeenByTheNextSyncAndOnlyThat() {
        load(250, Duration.ofMinutes(1));
        site.catalog.add(ObjectReference.of(ObjectType.TABLE, "orders"));
        var engine = site.engine();
        sync(engine);
        site.clock.advance(Duration.ofHours(1));
        site.repository.issue(17).edit("Changed", "by a person");

        var report = engine.manager().sync(SyncRequest.of(Site.TRACKER));

        assertThat(report.issuesChanged()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
    }

    private void assertUnchangedResyncIsCheap() {
        site.catalog.add(ObjectReference.of(ObjectType.TABLE, "orders"));
        var engine = site.engine();
        sync(engine);
        for (var round = 0; round < 3; round++) {
            site.clock.advance(Duration.ofMinutes(5));
            var before = engine.audit().entries(0, 10_000);
            site.github.forgetRequests();
            var report = engine.manager().sync(SyncRequest.of(Site.TRACKER));
            System.out.println("figure resync_requests " + site.github.requestCount());
            assertThat(site.github.requestCount()).isLessThanOrEqualTo(2);
            assertThat(report.issuesChanged()).isZero();
            assertThat(report.complete()).isTrue();
            assertThat(engine.audit().entries(0, 10_000)).isEqualTo(before);
        }
    }

    private void load(int issues, Duration apart) {
        var start = site.clock.instant().minus(Duration.ofDays(30));
        site.repository.load(IntStream.rangeClosed(1, issues)
                .mapToObj(number -> FakeIssueData.issue(
                        number,
                        "Issue " + number,
                        () -> "About orders and more.",
                        "ann",
                        start.plus(apart.multipliedBy(number))))
                .toList());
    }

    private static void sync(IssueLinkEngine engine) {
        assertThat(engine.manager().sync(SyncRequest.of(Site.TRACKER)).complete())
                .isTrue();
    }
}
