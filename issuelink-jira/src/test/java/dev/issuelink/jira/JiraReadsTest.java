package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Reading through an index that lags, and answers that are not what they seem. */
class JiraReadsTest {
    private static Set<String> read(JiraAdapter adapter, Cursor[] cursor) {
        var keys = new HashSet<String>();
        for (var pages = 0; pages < 100; pages++) {
            var page = adapter.changes(cursor[0]);
            page.items().stream().map(issue -> issue.reference().displayKey()).forEach(keys::add);
            cursor[0] = page.next();
            if (!page.more()) {
                return keys;
            }
        }
        throw new AssertionError("The feed does not end");
    }

    /** Whatever the lag below ten minutes, and whenever it is read: in the end nothing is missing. */
    @Property(tries = 8)
    void theFeedLosesNothingToTheLagOfTheIndex(
            @ForAll @IntRange(max = 9) int lag, @ForAll @Size(max = 8) List<@IntRange(max = 14) Integer> pauses) {
        try (var site = JiraSite.cloud()) {
            site.jira.searchLag(Duration.ofMinutes(lag));
            var adapter = site.adapter(Map.of());
            var cursor = new Cursor[1];
            var opened = new HashSet<String>();
            var told = new HashSet<String>();
            for (var pause : pauses) {
                opened.add(site.project.openIssue("Issue", "Words").key());
                told.addAll(read(adapter, cursor));
                site.clock.advance(Duration.ofMinutes(pause).plusSeconds(17));
                told.addAll(read(adapter, cursor));
            }
            site.clock.advance(Duration.ofMinutes(lag));
            told.addAll(read(adapter, cursor));
            assertThat(told).containsExactlyInAnyOrderElementsOf(opened);
        }
    }

    @Example
    void theFeedGoesOnWhereAKeyIsGoneMeanwhile() {
        try (var site = JiraSite.cloud()) {
            var keys = IntStream.range(0, 250)
                    .mapToObj(number ->
                            site.project.openIssue("Issue " + number, "").key())
                    .toList();
            var adapter = site.adapter(Map.of());
            var told = new HashSet<String>();
            Cursor cursor = null;
            for (var pages = 0; pages < 100; pages++) {
                var page = adapter.changes(cursor);
                page.items().stream()
                        .map(issue -> issue.reference().displayKey())
                        .forEach(told::add);
                cursor = page.next();
                if (pages == 2) {
                    site.project.issue(keys.get(99)).delete();
                    site.project.issue(keys.get(50)).delete();
                }
                if (!page.more()) {
                    break;
                }
            }
            assertThat(told).containsAll(keys);
        }
    }

    @Example
    void anIssueIsFoundByItsMarkerOnceTheIndexKnowsIt() {
        try (var site = JiraSite.cloud()) {
            site.jira.searchLag(Duration.ofMinutes(3));
            var adapter = site.adapter(Map.of());
            var before = site.clock.instant();
            adapter.createIssue(IssueDraft.builder("A title").build(), JiraTests.MARKER);
            assertThat(adapter.findByMarker(JiraTests.MARKER, before, null)).isEmpty();
            site.clock.advance(adapter.markerHorizon());
            assertThat(adapter.findByMarker(JiraTests.MARKER, before, null)).isPresent();
        }
    }

    @Example
    void aTokenOfANextPageThatEndedIsARefusalAndNoEnd() {
        try (var site = JiraSite.cloud()) {
            IntStream.range(0, 450).forEach(number -> site.project.openIssue("orderbook " + number, ""));
            var pages = site.adapter(Map.of())
                    .searchIssues(SearchQuery.text("orderbook"))
                    .pages();
            assertThat(pages.next().items()).hasSize(100);
            site.clock.advance(Duration.ofDays(8));
            assertThatThrownBy(() -> pages.forEachRemaining(page -> {}))
                    .isInstanceOfSatisfying(
                            TrackerException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION))
                    .hasMessageContaining("token");
        }
    }

    @Example
    void aDeadTokenIsNeverTakenForAnEmptyProject() {
        try (var site = JiraSite.cloud()) {
            site.project.openIssue("Issue", "");
            var token = site.jira.token("robot");
            var auth = new AuthConfig(
                    "api_token",
                    Settings.of(Map.of("email", site.jira.email("robot"), "token", new SecretReference("TOKEN"))));
            var adapter = site.adapter(auth, Map.of(), context -> context.secret("TOKEN", token));
            assertThat(adapter.changes(null).items()).hasSize(1);
            site.jira.revoke(token);
            assertThatThrownBy(() -> adapter.changes(null))
                    .isInstanceOfSatisfying(
                            TrackerException.class,
                            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.AUTHENTICATION));
            assertThatThrownBy(() -> adapter.directory().getProjects().stream().toList())
                    .isInstanceOf(TrackerException.class);
            assertThat(adapter.testConnection().usable()).isFalse();
        }
    }

    @Example
    void timesOfAnyOffsetAreRead() {
        var json = JiraJson.parse("[\"2020-12-03T14:05:20.974+0100\",\"2020-12-03T13:05:20.974Z\","
                        + "\"2020-12-03T14:05:20.974+01:00\",\"nonsense\"]")
                .orElseThrow();
        var expected = Instant.parse("2020-12-03T13:05:20.974Z");
        assertThat(JiraJson.items(json).stream().map(item -> JiraJson.time(item).orElse(Instant.EPOCH)))
                .containsExactly(expected, expected, expected, Instant.EPOCH);
    }

    @Example
    void anIssueIsFoundUnderTheFormsInWhichPeopleNameIt() {
        try (var site = JiraSite.dataCenter()) {
            var key = site.project.openIssue("Issue", "").key();
            var adapter = site.adapter(Map.of());
            for (var name : List.of(key, "db-1", "1", "#1", site.jira.baseUrl() + "/browse/DB-1?x=y")) {
                assertThat(adapter.findIssue(null, name))
                        .as(name)
                        .map(Issue::title)
                        .contains("Issue");
            }
        }
    }
}
