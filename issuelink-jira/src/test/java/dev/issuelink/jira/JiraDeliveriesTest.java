package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.config.SecretReference;
import dev.issuelink.host.Secret;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Marker;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.CommentDeleted;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import dev.issuelink.spi.WebhookConfig;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Notices of comments differ between the two Jiras, and come twice on one of them. */
class JiraDeliveriesTest {
    private static final WebhookConfig HOOK =
            new WebhookConfig(URI.create("http://127.0.0.1:9/hook"), new SecretReference("HOOK"));

    private static List<TrackerEvent> told(JiraSite site, JiraAdapter adapter) {
        return site.jira.webhooks().take().stream()
                .map(JiraSite::request)
                .flatMap(request ->
                        adapter.webhooks().normalise(adapter.webhooks().verify(request)).stream())
                .toList();
    }

    @Test
    void aCommentThatDataCenterTellsTwiceIsToldOnce() {
        try (var site = JiraSite.dataCenter()) {
            var adapter = site.adapter(Map.of());
            adapter.webhooks().registerWebhook(HOOK);
            var issue = site.project.openIssue("Issue", "Words");
            told(site, adapter);
            var id = issue.comment("Said");
            var events = told(site, adapter);
            assertThat(events).filteredOn(CommentChanged.class::isInstance).hasSize(1);
            assertThat(events).filteredOn(IssueChanged.class::isInstance).hasSize(1);
            issue.deleteComment(id);
            assertThat(told(site, adapter))
                    .filteredOn(CommentDeleted.class::isInstance)
                    .singleElement()
                    .satisfies(event ->
                            assertThat(((CommentDeleted) event).commentId()).isEqualTo(id));
        }
    }

    @Test
    void aTextOfCloudIsToldAsReadingTellsIt() {
        try (var site = JiraSite.cloud()) {
            var adapter = site.adapter(Map.of());
            adapter.webhooks().registerWebhook(HOOK);
            var text = "Found `orders` changed:\n\n| kind | of |\n|---|---|\n| table | *shop* |\n\n1. one\n2. two";
            var draft = IssueDraft.builder("Issue").body(text).build();
            var stored = adapter.createIssue(draft, new Marker("marker-0001")).stored();
            assertThat(told(site, adapter))
                    .filteredOn(IssueChanged.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(event ->
                            assertThat(((IssueChanged) event).issue().body()).isEqualTo(stored.body()));
        }
    }

    @Test
    void aDeliveryThatIsReadTwiceSaysTheSameTwice() {
        try (var site = JiraSite.dataCenter()) {
            var adapter = site.adapter(Map.of());
            adapter.webhooks().registerWebhook(HOOK);
            site.project.openIssue("Issue", "Words").comment("Said");
            var verified = site.jira.webhooks().take().stream()
                    .map(JiraSite::request)
                    .map(adapter.webhooks()::verify)
                    .toList();
            var first = verified.stream().map(adapter.webhooks()::normalise).toList();
            var second = verified.stream().map(adapter.webhooks()::normalise).toList();
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void aSlimIssueOfCloudHasNoTimeByWhichItCouldPassForANewerSight() {
        try (var site = JiraSite.cloud()) {
            var adapter = site.adapter(Map.of());
            adapter.webhooks().registerWebhook(HOOK);
            var issue = site.project.openIssue("Issue", "Words");
            told(site, adapter);
            issue.comment("Said");
            assertThat(told(site, adapter))
                    .singleElement()
                    .satisfies(event -> assertThat(
                                    ((CommentChanged) event).issue().reference().updatedAt())
                            .isEmpty());
        }
    }

    @Test
    void theSignatureIsThatOfTheOfficialExample() {
        var signature = JiraSignature.of(Secret.of("It's a Secret to Everybody"), JiraSignature.bytes("Hello World!"));
        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9");
    }

    @Test
    void dataCenterIsAskedAtItsNewAddressAndAnOlderOneAtItsOld() {
        try (var site = JiraSite.dataCenter()) {
            site.adapter(Map.of()).webhooks().registerWebhook(HOOK);
            assertThat(site.jira.requests())
                    .anyMatch(request -> request.path().equals("/rest/jira-webhook/1.0/webhooks")
                            && request.method().equals("POST"));
        }
        try (var older = JiraLoopback.answering(request -> request.contains("jira-webhook")
                ? new JiraLoopback.Answer(404, "{}", Map.of())
                : JiraLoopback.Answer.json("[]"))) {
            var adapter = older.adapter(Map.of("deployment", "data_center"));
            assertThat(adapter.webhooks().getWebhooks()).isEmpty();
            assertThat(older.requests).contains("GET /rest/webhooks/1.0/webhook");
        }
    }
}
