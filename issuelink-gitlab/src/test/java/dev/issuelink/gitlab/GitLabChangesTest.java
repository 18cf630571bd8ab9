package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.gitlab.GitLabLoopback.Answer;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed of changes and listings, in front of a GitLab that behaves oddly. */
class GitLabChangesTest {
    private static String issues(long... ids) {
        var list = new ArrayList<String>();
        for (var id : ids) {
            list.add(GitLabTests.issue(id, id, "T" + id, "2026-01-01T00:00:0" + id + ".123Z"));
        }
        return list.toString();
    }

    private static Answer next(Answer answer, String url) {
        return answer.with("Link", "<" + url + ">; rel=\"next\", <http://x/first>; rel=\"first\"");
    }

    @Test
    void takesOnlyTheQueryOfALinkThatNamesAnotherHost() {
        try (var gitlab = GitLabLoopback.answering(request -> request.target().contains("cursor=abc")
                ? Answer.json(issues(3))
                : next(Answer.json(issues(1, 2)), "http://internal.host:8080/x/projects/42/issues?cursor=abc&a=1"))) {
            var adapter = gitlab.adapter();
            var first = adapter.changes(null);
            assertThat(first.more()).isTrue();
            assertThat(adapter.changes(first.next()).items())
                    .extracting(Issue::title)
                    .containsExactly("T3");
            assertThat(gitlab.asked.get(1).target()).isEqualTo("/api/v4/projects/42/issues?cursor=abc&a=1");
            assertThat(adapter.getIssuesByLabel("none")).isEmpty();
        }
    }

    @Test
    void readsOnByTheNumberOfThePageWhereAProxyTookTheLinksAway() {
        try (var gitlab = GitLabLoopback.answering(request -> request.target().contains("page=2")
                ? Answer.json("[{\"id\": 2, \"name\": \"two\"}]").with("x-next-page", "")
                : Answer.json("[{\"id\": 1, \"name\": \"one\"}]").with("x-next-page", "2"))) {
            assertThat(gitlab.adapter().directory().getLabels(null)).hasSize(2);
            assertThat(gitlab.asked.get(1).target()).contains("per_page=100").contains("page=2");
        }
    }

    @Test
    void goesOnPastAShortOrEmptyPage() {
        Function<GitLabLoopback.Asked, Answer> pages =
                request -> request.target().contains("page=2")
                        ? Answer.json(
                                "[{\"id\": 5, \"body\": \"b\", \"system\": false, \"created_at\": \"2026-01-01T00:00:00Z\"}]")
                        : next(Answer.json("[]"), "http://x/y?page=2");
        try (var gitlab = GitLabLoopback.answering(pages)) {
            assertThat(gitlab.adapter().comments().getComments(GitLabTests.reference(1, 1), null))
                    .extracting(Comment::body)
                    .containsExactly("b");
        }
    }

    @Test
    void saysSoIfTheNextPageIsTheSame() {
        try (var gitlab =
                GitLabLoopback.answering(request -> next(Answer.json(issues(1)), "http://x" + request.target()))) {
            var failure = catchThrowableOfType(
                    TrackerException.class,
                    () -> gitlab.adapter().getIssuesByLabel("T").forEach(issue -> {}));
            assertThat(failure.code()).isEqualTo(ErrorCode.PROTOCOL);
        }
    }

    @Test
    void goesOnByTimeIfGitLabForgotItsCursor() {
        try (var gitlab = GitLabLoopback.answering(request -> request.target().contains("cursor=")
                ? Answer.of(400, "{\"error\": \"cursor is invalid\"}")
                : request.target().contains("updated_after=")
                        ? Answer.json(issues(2, 3))
                        : next(Answer.json(issues(1, 2)), "http://x/y?cursor=abc"))) {
            var adapter = gitlab.adapter();
            var first = adapter.changes(null);
            var second = adapter.changes(first.next());
            assertThat(second.items()).extracting(Issue::title).containsExactly("T3");
            assertThat(second.more()).isFalse();
        }
    }

    @Test
    void goesOnByTimeWhereGitLabCountsPages() {
        try (var gitlab = GitLabLoopback.answering(request -> request.target().contains("updated_after=")
                ? Answer.json(issues(2, 3))
                : next(Answer.json(issues(1, 2)), "http://x/y?page=2"))) {
            var adapter = gitlab.adapter();
            var second = adapter.changes(adapter.changes(null).next());
            assertThat(second.items()).extracting(Issue::title).containsExactly("T3");
            assertThat(gitlab.asked.get(1).target()).contains("updated_after=2026-01-01T00%3A00%3A02.123Z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "gl1;r;;;x", "gl1;r;x;;;", "gl2;r;;;;", "gl1;p;;;%zz;", "gl1;r;;;;a.b"})
    void readsFromTheBeginningByACursorThatIsNoneOfOurs(String cursor) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(issues(1)))) {
            assertThat(gitlab.adapter().changes(new Cursor(cursor)).items()).hasSize(1);
        }
    }

    @Test
    void remembersNoMoreThanFitsIntoACursor() {
        try (var site = GitLabSite.open()) {
            var adapter = site.adapter();
            for (var number = 0; number < 450; number++) {
                site.project.openIssue("Issue " + number, "");
            }
            var page = adapter.changes(null);
            while (page.more()) {
                page = adapter.changes(page.next());
            }
            assertThat(page.next().value()).hasSizeLessThan(8_000);
            site.clock.advance(Duration.ofMinutes(10));
            page = adapter.changes(page.next());
            while (page.more()) {
                page = adapter.changes(page.next());
            }
            var before = site.gitlab.requestCount();
            assertThat(adapter.changes(page.next()).next()).isEqualTo(page.next());
            assertThat(site.gitlab.requestCount() - before).isEqualTo(1);
        }
    }

    @Test
    void tellsAnIssueWithoutItsTimesApart() {
        try (var gitlab =
                GitLabLoopback.answering(request -> Answer.json("[{\"id\": 1, \"iid\": 1, \"project_id\": 42}]"))) {
            var failure = catchThrowableOfType(
                    TrackerException.class, () -> gitlab.adapter().changes(null));
            assertThat(failure.code()).isEqualTo(ErrorCode.PROTOCOL);
        }
    }

    @Test
    void looksAgainAtWhatGitLabFoundByFiltersThatItMayNotKnow() {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(issues(1, 2)))) {
            assertThat(gitlab.adapter().getIssuesByLabel("bug")).isEmpty();
            assertThat(gitlab.adapter().getIssuesByLabel("a,b")).isEmpty();
            assertThat(gitlab.asked).hasSize(1);
        }
    }

    @Test
    void asksForNoWildcardByALabelOfThatName() {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(issues(1)))) {
            List.of("None", "any")
                    .forEach(label ->
                            assertThat(gitlab.adapter().getIssuesByLabel(label)).isEmpty());
            assertThat(gitlab.asked).noneMatch(request -> request.target().contains("labels="));
        }
    }

    @Test
    void repeatsAWriteAtTheNewPlaceIfTheAnswerSaysThatTheIssueMoved() {
        var moved = GitLabTests.issue(1, 1, "T", "2026-01-01T00:00:00Z")
                .replace("\"opened\"", "\"closed\", \"moved_to_id\": 9");
        var there = GitLabTests.issue(9, 4, "T", "2026-01-01T00:00:00Z")
                .replace("\"project_id\": 42", "\"project_id\": 43");
        var reads = new AtomicInteger();
        try (var gitlab = GitLabLoopback.answering(request -> {
            if (request.path().endsWith("/graphql")) {
                return Answer.json("{\"data\": {\"issue\": {\"iid\": \"4\", \"projectId\": 43}}}");
            }
            if (request.path().startsWith("/projects/43")) {
                return Answer.json(request.method().equals("PUT") ? there.replace("\"T\"", "\"Changed\"") : there);
            }
            var first = request.method().equals("GET") && reads.getAndIncrement() == 0;
            return Answer.json(first ? GitLabTests.issue(1, 1, "T", "2026-01-01T00:00:00Z") : moved);
        })) {
            var changes = IssueChanges.builder().title("Changed").build();
            var result = gitlab.adapter().updateIssue(GitLabTests.reference(1, 1), changes);
            assertThat(result.stored().key().id()).isEqualTo("9");
            assertThat(result.stored().title()).isEqualTo("Changed");
        }
    }
}
