package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.SyncRequest;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.testkit.github.FakeFault;
import dev.issuelink.testkit.github.FakeToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GitHub refuses or garbles is named by its code, and says what to do. */
class BadAnswerTest {
    private static final String LIST = "/repos/acme/shop/issues";

    private final Site site = new Site();

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "revoked", "expired"})
    void aTokenThatIsNotAcceptedIsTriedOnce(String fault) {
        site.secrets.put("TOKEN", badToken(fault));
        site.clock.advance(Duration.ofHours(2));
        var engine = site.engine();

        var failure = failure(() -> engine.manager().sync(SyncRequest.of(Site.TRACKER)));

        assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure).hasMessageContaining(Site.TRACKER).hasMessageContaining("check that it is right");
        assertThat(site.github.requestCount()).isEqualTo(1);

        site.github.forgetRequests();
        var report = engine.testConnection(Site.TRACKER);
        assertThat(report.usable()).isFalse();
        assertThat(report.advice()).isNotBlank();
        assertThat(site.github.requestCount()).isEqualTo(1);
    }

    @Test
    void aWriteWithAWrongTokenIsGivenUpAfterOneRequest() {
        site.secrets.put("TOKEN", "ghp_wrongwrongwrongwrongwrongwrongwrong00");
        var engine = site.engine();
        var write = engine.manager().createIssue(Site.TRACKER, draft(), List.of());

        var failure = failure(() -> site.finish(write));

        assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION);
        assertThat(site.github.requests()).hasSize(1);
        site.listen(engine);
        assertThat(site.host.told("writeFailed", WriteFailure.class))
                .singleElement()
                .satisfies(told -> assertThat(told.toString()).contains("AUTHENTICATION"));
        assertThat(engine.failedWrites(10)).hasSize(1);

        site.secrets.put("TOKEN", site.github.token("acme"));
        assertThat(engine.retryWrite(write.id())).isTrue();
        Site.patiently().until(() -> site.repository.issues().size() == 1);
    }

    @Test
    void aTokenThatMayOnlyReadSaysWhatItNeeds() {
        site.secrets.put("TOKEN", site.github.token(FakeToken.fineGrained("acme", Map.of("issues", "read"))));
        var engine = site.engine();

        var failure = failure(() -> site.finish(engine.manager().createIssue(Site.TRACKER, draft(), List.of())));

        assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION);
        assertThat(failure).hasMessageContaining("issues=write");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void aTokenThatAwaitsSingleSignOnSaysWhatToDo() {
        site.secrets.put(
                "TOKEN", site.github.token(FakeToken.classic("acme", "repo").awaitingSingleSignOn()));

        var failure = failure(() -> site.adapter().changes(null));

        assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION);
        assertThat(failure).hasMessageContaining("single sign-on");
    }

    @Test
    void aPrivateRepositoryLooksAsIfItWereNotThere() {
        site.repository.makePrivate();
        site.secrets.put("TOKEN", site.github.token("stranger"));

        var failure = failure(() -> site.adapter().changes(null));

        assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(failure).hasMessageContaining("private repository");
        assertThat(site.github.requestCount()).isEqualTo(1);
        var report = site.adapter().testConnection();
        assertThat(report.usable()).isFalse();
        assertThat(report.advice()).containsIgnoringCase("acme/shop");
    }

    @Test
    void aPageInHtmlInsteadOfJsonIsNamedAsSuch() {
        site.github.fail(FakeFault.htmlPage(200).on("GET", LIST).times(5));

        var failure = failure(() -> site.adapter().changes(null));

        assertThat(failure.code()).isEqualTo(ErrorCode.PROTOCOL);
        assertThat(failure.getMessage()).containsIgnoringCase("json").doesNotContain("<html");
    }

    @Test
    void anErrorPageOfTheFrontMeansUnavailable() {
        site.github.fail(FakeFault.htmlPage(502).on("GET", LIST).times(20));

        var failure = failure(() -> site.adapter().changes(null));

        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.getMessage()).doesNotContain("<html");
        assertThat(site.github.requestCount()).isBetween(2, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "garbage", "empty", "cut"})
    void anAnswerThatCannotBeReadIsNeverTakenForNothing(String form) {
        site.repository.openIssue("One", "body");
        site.github.fail(fault(form).on("GET", LIST).times(20));

        var failure = failure(() -> site.adapter().changes(null));

        assertThat(failure.code()).isIn(ErrorCode.PROTOCOL, ErrorCode.UNAVAILABLE);
        assertThat(failure).hasMessageContaining(Site.TRACKER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "garbage", "empty", "cut"})
    void aWriteWhoseAnswerCannotBeReadMayHaveHappened(String form) {
        site.github.fail(fault(form).on("POST", LIST));

        var failure = failure(() -> site.adapter().createIssue(draft(), new dev.issuelink.model.Marker("marker-1")));

        assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(site.repository.issues()).hasSize(1);
    }

    @Test
    void valuesAndFieldsThatNobodyKnowsYetAreRead() {
        var adapter = site.adapter();
        site.repository.openIssue("One", "body");
        var known = adapter.changes(null).items().get(0);
        var strange = """
                {"id": %s, "node_id": "I_x", "number": 1, "title": "One", "body": "body",
                 "state": "snoozed", "state_reason": "paused", "locked": "perhaps", "comments": 0,
                 "html_url": "https://github.com/acme/shop/issues/1",
                 "url": "https://api.github.com/repos/acme/shop/issues/1",
                 "repository_url": "https://api.github.com/repos/acme/shop",
                 "user": {"login": "eve", "id": 7, "type": "Hologram", "mood": {"deep": [1, 2]}},
                 "labels": [{"id": 5, "name": "odd", "color": null, "shape": "round"}, "plain"],
                 "assignees": [], "author_association": "FRIEND_OF_A_FRIEND",
                 "created_at": "2026-01-05T09:00:00Z", "updated_at": "2026-01-05T09:00:00Z",
                 "sub_issues_summary": {"total": {"new": true}}, "brand_new": [[{"a": null}]]}
                """.formatted(site.repository.issue(1).id());
        site.github.fail(FakeFault.status(200, strange).on("GET", LIST + "/1"));

        var read = adapter.getIssue(known.reference());

        assertThat(read).map(Issue::title).contains("One");
        assertThat(read.orElseThrow().status().category()).isEqualTo(StatusCategory.UNKNOWN);
        assertThat(read.orElseThrow().status().name()).isEqualTo("snoozed");
        assertThat(read.orElseThrow().labels()).hasSize(2);
    }

    private String badToken(String fault) {
        var token = site.github.token(
                FakeToken.classic("acme", "repo").expiring(site.clock.instant().plus(Duration.ofHours(1))));
        return switch (fault) {
            case "wrong" -> "ghp_000000000000000000000000000000000000";
            case "revoked" -> {
                site.github.revoke(token);
                yield token;
            }
            default -> token;
        };
    }

    private static FakeFault fault(String form) {
        return switch (form) {
            case "truncated" -> FakeFault.truncatedBody();
            case "garbage" -> FakeFault.garbage();
            case "empty" -> FakeFault.emptyBody();
            default -> FakeFault.cutBody();
        };
    }

    private static IssueDraft draft() {
        return IssueDraft.builder("Drift").body("of orders").build();
    }

    private long posts() {
        return site.github.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    private static TrackerException failure(ThrowingCallable call) {
        return catchThrowableOfType(TrackerException.class, call);
    }
}
