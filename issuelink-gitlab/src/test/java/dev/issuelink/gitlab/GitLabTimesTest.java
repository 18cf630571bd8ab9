package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabTimesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-28T06:09:06.964Z, 2026-05-28T06:09:06.964Z",
        "2013-12-03T17:15:43Z, 2013-12-03T17:15:43Z",
        "2024-10-08 14:13:05 UTC, 2024-10-08T14:13:05Z",
        "2019-06-13 16:36:52 +0200, 2019-06-13T14:36:52Z",
        "2025-03-19T16:19:36.993+08:00, 2025-03-19T08:19:36.993Z",
        "2015-04-08T21:00:25-07:00, 2015-04-09T04:00:25Z",
        "2013-11-29, 2013-11-29T00:00:00Z"
    })
    void readsEveryFormOfTime(String text, Instant time) {
        assertThat(GitLabTimes.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-13-01", "2026-01-01T25:00:00Z", "1700000000", "2026-01-01T00:00:00 CET"})
    void takesNothingElseForATime(String text) {
        assertThat(GitLabTimes.parse(text)).isEmpty();
    }

    @Test
    void readsFieldsOfAnyForm() {
        var node = GitLabTests.node(
                "{\"a\": \"7\", \"b\": 3000000001, \"c\": null, \"d\": {\"e\": [1, \"2\", null]}, \"f\": 1.0, \"g\": true}");
        assertThat(node.number("a")).contains(7L);
        assertThat(node.number("b")).contains(3_000_000_001L);
        assertThat(node.text("c")).isEmpty();
        assertThat(node.has("c")).isFalse();
        assertThat(node.node("d").orElseThrow().texts("e")).containsExactly("1", "2");
        assertThat(node.number("f")).contains(1L);
        assertThat(node.number("g")).isEmpty();
        assertThat(node.isTrue("g")).isTrue();
        assertThat(node.isTrue("a")).isFalse();
        assertThat(node.nodes("d")).hasSize(1);
        assertThat(node.time("a")).isEmpty();
    }
}
