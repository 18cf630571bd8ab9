package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.error.WebhookRejectedException.Reason;
import dev.issuelink.model.Change;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.AlertChanged;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import dev.issuelink.spi.WebhookRegistration;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import dev.issuelink.testkit.gitlab.FakeGitLabToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks, from being registered to being switched off and on again. */
class GitLabHooksTest {
    private static final FakeGitLabToken OLIVIA = FakeGitLabToken.of("olivia", "api");

    private final GitLabSite site = GitLabSite.open();

    @AfterEach
    void close() {
        site.close();
    }

    private static WebhookRegistration register(GitLabAdapter adapter) {
        return adapter.webhooks().registerWebhook(GitLabSite.WEBHOOK);
    }

    private static WebhookRequest last(GitLabSite site) {
        return site.arrived.get(site.arrived.size() - 1);
    }

    private static Reason rejection(GitLabAdapter adapter, WebhookRequest request) {
        return catchThrowableOfType(
                        WebhookRejectedException.class, () -> adapter.webhooks().verify(request))
                .reason();
    }

    private static WebhookRequest with(WebhookRequest request, String header, String value) {
        var headers = new HashMap<String, List<String>>(request.headers());
        headers.put(header, List.of(value));
        var body = new byte[request.size()];
        request.body().get(body);
        return WebhookRequest.of(headers, body);
    }

    @Test
    void asksForIssuesAndNotesAndNothingElse() {
        assertThat(register(site.adapter()).events())
                .containsExactly(
                        "confidential_issues_events",
                        "confidential_note_events",
                        "issues_events",
                        "note_events",
                        "vulnerability_events");
    }

    @Test
    void neverSendsASigningTokenInTheOpen() {
        var adapter = site.adapter();
        register(adapter);
        site.project.openIssue("T", "");
        assertThat(last(site).header("X-Gitlab-Token")).isEmpty();
        assertThat(last(site).header("webhook-signature")).isPresent();
        assertThat(GitLabTests.events(adapter, last(site))).hasSize(1);
        assertThat(adapter.webhooks().verify(last(site)).id())
                .isEqualTo(last(site).header("Idempotency-Key").orElseThrow());
    }

    @Test
    void usesAPlainTokenIfThatIsWhatIsConfigured() {
        var adapter = site.adapter(OLIVIA, "plain secret");
        register(adapter);
        site.project.openIssue("T", "");
        assertThat(last(site).header("webhook-signature")).isEmpty();
        assertThat(adapter.webhooks().verify(last(site)).id())
                .isEqualTo(last(site).header("Idempotency-Key").orElseThrow());
        assertThat(rejection(adapter, with(last(site), "X-Gitlab-Token", "plain secre")))
                .isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(rejection(adapter, with(last(site), "X-Gitlab-Token", ""))).isEqualTo(Reason.WRONG_SIGNATURE);
    }

    @Test
    void fallsBackToAPlainTokenWhereGitLabKnowsNoSignatures() {
        try (var older = new GitLabSite(FakeGitLab.builder().version("18.11.0"))) {
            var adapter = older.adapter();
            register(adapter);
            assertThat(register(adapter).active()).isTrue();
            assertThat(adapter.webhooks().getWebhooks()).hasSize(1);
            older.project.openIssue("T", "");
            assertThat(last(older).header("X-Gitlab-Token")).contains(GitLabTests.SIGNING_TOKEN);
            assertThat(GitLabTests.events(adapter, last(older))).hasSize(1);
        }
    }

    @Test
    void tellsDeliveriesApartWhereGitLabGivesThemNoKey() {
        try (var older = new GitLabSite(FakeGitLab.builder().version("17.2.0"))) {
            var adapter = older.adapter(OLIVIA, "plain secret");
            register(adapter);
            older.project.openIssue("One", "");
            older.project.openIssue("Two", "");
            var ids = older.arrived.stream()
                    .map(request -> adapter.webhooks().verify(request).id())
                    .toList();
            assertThat(ids).hasSize(2).doesNotHaveDuplicates();
            assertThat(adapter.webhooks().verify(older.arrived.get(0)).id()).isEqualTo(ids.get(0));
            adapter.testConnection();
            assertThat(adapter.capabilities()).doesNotContain(Capability.REDELIVER_WEBHOOKS);
        }
    }

    @Test
    void acceptsASignatureAmongOthersAndNoOldOne() {
        var adapter = site.adapter();
        register(adapter);
        site.project.openIssue("T", "");
        var request = last(site);
        var signature = request.header("webhook-signature").orElseThrow();
        var rotating = with(request, "webhook-signature", "v1,AAAA v2,x " + signature);
        assertThat(adapter.webhooks().verify(rotating).kind()).isEqualTo("Issue Hook");
        site.clock.advance(Duration.ofMinutes(6));
        assertThat(rejection(adapter, request)).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void acceptsNoTokenInPlaceOfAWrongSignature() {
        var adapter = site.adapter();
        register(adapter);
        site.project.openIssue("T", "");
        var forged =
                with(with(last(site), "webhook-signature", "v1,AAAA"), "X-Gitlab-Token", GitLabTests.SIGNING_TOKEN);
        assertThat(rejection(adapter, forged)).isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(rejection(adapter, with(last(site), "webhook-id", "another")))
                .isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(rejection(adapter, with(last(site), "webhook-timestamp", "1")))
                .isEqualTo(Reason.WRONG_SIGNATURE);
        assertThat(rejection(adapter, with(last(site), "webhook-timestamp", "now")))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void acceptsItsPlainTokenBesideASignatureOfAnother() {
        var adapter = site.adapter(OLIVIA, "plain secret");
        register(adapter);
        site.project.openIssue("T", "");
        var request = with(last(site), "webhook-signature", "v1,AAAA");
        assertThat(adapter.webhooks().verify(request).kind()).isEqualTo("Issue Hook");
    }

    @Test
    void refusesASigningTokenThatIsNone() {
        for (var secret : new String[] {"whsec_", "whsec_short", "whsec_!!!!", ""}) {
            var failure = catchThrowableOfType(TrackerException.class, () -> register(site.adapter(OLIVIA, secret)));
            assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION);
            assertThat(failure.toString()).doesNotContain("short");
        }
    }

    @Test
    void seesAWebhookThatGitLabSwitchedOffAndSwitchesItOnAgain() {
        var adapter = site.adapter();
        var hook = register(adapter);
        site.answer.set(500);
        IntStream.range(0, 4).forEach(number -> site.project.openIssue("Lost " + number, ""));
        assertThat(adapter.webhooks().getWebhooks())
                .singleElement()
                .satisfies(found -> assertThat(found.active()).isFalse());
        site.answer.set(204);
        var again = register(adapter);
        assertThat(again.id()).isEqualTo(hook.id());
        assertThat(again.active()).isTrue();
        site.project.openIssue("Told", "");
        assertThat(GitLabTests.events(adapter, last(site)))
                .singleElement()
                .isInstanceOfSatisfying(
                        IssueChanged.class,
                        told -> assertThat(told.issue().title()).isEqualTo("Told"));
        assertThat(adapter.webhooks()
                        .missedDeliveries(hook.id(), site.clock.instant().minusSeconds(60)))
                .hasSize(4);
    }

    @Test
    void leavesAWebhookThatWaitsToItselfWhileNobodyAnswers() {
        var adapter = site.adapter();
        var hook = register(adapter);
        site.answer.set(500);
        IntStream.range(0, 4).forEach(number -> site.project.openIssue("Lost " + number, ""));
        var again = register(adapter);
        assertThat(again.id()).isEqualTo(hook.id());
        assertThat(again.active()).isFalse();
    }

    @Test
    void replacesAWebhookThatIsOffForGood() {
        var adapter = site.adapter();
        var hook = register(adapter);
        site.answer.set(500);
        for (var number = 0; number < 40; number++) {
            site.project.openIssue("Lost " + number, "");
            site.clock.advance(Duration.ofDays(1));
        }
        var again = register(adapter);
        assertThat(again.id()).isNotEqualTo(hook.id());
        assertThat(again.active()).isTrue();
        assertThat(adapter.webhooks().getWebhooks()).hasSize(1);
    }

    @Test
    void tellsConfidentialIssuesAndNotes() {
        var adapter = site.adapter();
        register(adapter);
        var issue = site.project.openIssue("Secret", "");
        issue.confidential(true);
        assertThat(last(site).header("X-Gitlab-Event")).contains("Confidential Issue Hook");
        assertThat(GitLabTests.events(adapter, last(site)))
                .singleElement()
                .isInstanceOfSatisfying(
                        IssueChanged.class,
                        told -> assertThat(told.issue().attributes()).containsEntry("confidential", "true"));
        issue.commentInternally("Among us");
        assertThat(last(site).header("X-Gitlab-Event")).contains("Confidential Note Hook");
        assertThat(GitLabTests.events(adapter, last(site)))
                .singleElement()
                .isInstanceOfSatisfying(CommentChanged.class, told -> {
                    assertThat(told.comment().internal()).isTrue();
                    assertThat(told.comment().body()).isEqualTo("Among us");
                });
    }

    @Test
    void tellsIncidentsThoughTheirKindIsAnother() {
        var adapter = site.adapter();
        register(adapter);
        var issue = site.project.openIssue("Down", "Everything");
        issue.convert("incident");
        assertThat(last(site).header("X-Gitlab-Event")).contains("Issue Hook");
        assertThat(GitLabTests.events(adapter, last(site)))
                .singleElement()
                .isInstanceOfSatisfying(IssueChanged.class, told -> {
                    assertThat(told.action()).isEqualTo("work_item.update");
                    assertThat(told.issue().issueType()).contains("incident");
                    assertThat(told.issue().body()).isEqualTo("Everything");
                });
    }

    @Test
    void tellsVulnerabilities() {
        var adapter = site.adapter();
        register(adapter);
        var id = site.project.addVulnerability("Injection", "HIGH", "rexml");
        List<TrackerEvent> events = GitLabTests.events(adapter, last(site));
        assertThat(events).singleElement().isInstanceOfSatisfying(AlertChanged.class, told -> {
            assertThat(told.alert().id()).isEqualTo(Long.toString(id));
            assertThat(told.alert().severity()).isEqualTo("high");
            assertThat(told.alert().packageName()).contains("rexml");
            assertThat(told.alert().advisory()).contains("CVE-2026-1");
            assertThat(told.alert().project()).isEqualTo(Long.toString(site.project.id()));
        });
    }

    @Test
    void tellsTheSameAsReadingDoes() {
        var adapter = site.adapter();
        register(adapter);
        var issue = GitLabSite.create(adapter, "Same").reference();
        var milestone = site.project.addMilestone("1.0");
        adapter.updateIssue(
                issue,
                IssueChanges.builder()
                        .addLabel("bug")
                        .addAssignee("olivia")
                        .milestone(Change.set(Long.toString(milestone)))
                        .build());
        var told = (IssueChanged) GitLabTests.events(adapter, last(site)).get(0);
        var read = adapter.getIssue(issue).orElseThrow();
        assertThat(told.issue().reference()).isEqualTo(read.reference());
        assertThat(told.issue().milestone().map(found -> found.id()))
                .isEqualTo(read.milestone().map(found -> found.id()));
        assertThat(told.issue().issueType()).isEqualTo(read.issueType());
        assertThat(told.issue().author())
                .map(user -> user.id())
                .isEqualTo(read.author().map(user -> user.id()));
        assertThat(told.issue().marker()).isEqualTo(read.marker());
    }

    @Test
    void makesTheAddressesOfImagesRelativeAgain() {
        var adapter = site.adapter();
        var web = site.gitlab.baseUrl().replace("/api/v4", "");
        var secret = "0123456789abcdef0123456789abcdef";
        var text = "![a](" + web + "/acme/shop/uploads/" + secret + "/a.png) ![b](" + web + "/-/project/7/uploads/"
                + secret + "/b.png) ![c](https://elsewhere/uploads/" + secret + "/c.png)";
        var body = """
                {"object_kind": "issue", "project": {"id": 7, "web_url": "%s/acme/shop", "path_with_namespace": "acme/shop"},
                 "object_attributes": {"id": 1, "iid": 1, "project_id": 7, "title": "T", "state": "opened", "description": "%s"}}""".formatted(web, text);
        var request = GitLabTests.delivery("Issue Hook", GitLabTests.SIGNING_TOKEN, body);
        var told = (IssueChanged) GitLabTests.events(adapter, request).get(0);
        assertThat(told.issue().body())
                .isEqualTo("![a](/uploads/" + secret + "/a.png) ![b](/uploads/" + secret
                        + "/b.png) ![c](https://elsewhere/uploads/" + secret + "/c.png)");
    }

    @Test
    void managesNoWebhooksWithoutTheRole() {
        site.project.member("dev", 30);
        var adapter = site.adapter(FakeGitLabToken.of("dev", "api"), "plain");
        var failure = catchThrowableOfType(TrackerException.class, () -> register(adapter));
        assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION);
        adapter.testConnection();
        assertThat(adapter.capabilities()).doesNotContain(Capability.MANAGE_WEBHOOKS);
        assertThat(catchThrowableOfType(TrackerException.class, () -> register(adapter))
                        .code())
                .isEqualTo(ErrorCode.UNSUPPORTED);
    }

    @Test
    void rejectsWhatNeverCameFromGitLab() {
        var adapter = site.adapter();
        var body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThat(rejection(adapter, WebhookRequest.of(Map.of(), body))).isEqualTo(Reason.UNSIGNED);
        var large = WebhookRequest.of(Map.of(), new byte[GitLabProof.LARGEST_BODY + 1]);
        assertThat(rejection(adapter, large)).isEqualTo(Reason.TOO_LARGE);
        var nameless = WebhookRequest.of(Map.of("X-Gitlab-Token", List.of(GitLabTests.SIGNING_TOKEN)), body);
        assertThat(rejection(adapter, nameless)).isEqualTo(Reason.MALFORMED);
        var odd = GitLabTests.delivery("Issue\nHook", GitLabTests.SIGNING_TOKEN, "{}");
        assertThat(rejection(adapter, odd)).isEqualTo(Reason.MALFORMED);
    }
}
