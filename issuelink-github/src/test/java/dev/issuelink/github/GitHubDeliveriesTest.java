package dev.issuelink.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.Authenticator;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.AlertChanged;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.CommentDeleted;
import dev.issuelink.spi.TrackerEvent.Ignored;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import dev.issuelink.spi.TrackerEvent.IssueDeleted;
import dev.issuelink.spi.TrackerEvent.IssueMoved;
import dev.issuelink.spi.TrackerEvent.LabelChanged;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.testkit.MutableClock;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubDeliveriesTest {
    // Written by hand after the schemas "webhook-issues-*" of GitHub's OpenAPI description.
    private static final String SENDER = "\"sender\":{\"id\":583231,\"login\":\"octocat\",\"type\":\"User\"}";
    private static final String ISSUE = """
            {"id":3123456789,"node_id":"I_kwDO","number":7,"title":"Login fails","body":null,"state":"closed",
             "state_reason":"not_planned","user":null,"labels":[{"id":1,"name":"bug","color":"ededed"},"plain"],
             "assignees":[],"locked":false,"comments":2,"created_at":"2026-01-02T03:04:05Z",
             "updated_at":"2026-01-02T03:04:06Z","closed_at":"2026-01-02T03:04:06Z",
             "html_url":"https://github.com/octocat/hello/issues/7",
             "repository_url":"https://api.github.com/repos/octocat/hello","sub_issues_summary":{"total":0}}""";
    private static final String COMMENT = """
            {"id":99000000001,"body":"Same here","user":{"id":1,"login":"mona","type":"Bot"},
             "created_at":"2026-01-02T04:00:00Z","updated_at":"2026-01-02T04:00:00Z",
             "html_url":"https://github.com/octocat/hello/issues/7#issuecomment-99000000001"}""";

    private final GitHubDeliveries deliveries = new GitHubDeliveries(
            GitHubLoopback.connect(GitHubLoopback.contextOf("https://api.github.com"), Authenticator.none()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opened",
                "edited",
                "closed",
                "reopened",
                "assigned",
                "unassigned",
                "labeled",
                "unlabeled",
                "milestoned",
                "demilestoned",
                "locked",
                "unlocked",
                "pinned",
                "unpinned",
                "typed",
                "untyped",
                "field_added",
                "field_removed",
                "invented_tomorrow"
            })
    void anyChangeOfAnIssueTellsTheWholeIssue(String action) {
        var event = only(issues(action, ""), IssueChanged.class);

        assertThat(event.action()).isEqualTo("issues." + action);
        assertThat(event.actor()).map(User::username).contains("octocat");
        assertThat(event.issue().key()).isEqualTo(new IssueKey("gh", "3123456789"));
        assertThat(event.issue().status().category()).isEqualTo(StatusCategory.DONE);
        assertThat(event.issue().labels()).extracting("name").containsExactly("bug", "plain");
        assertThat(event.issue().author()).isEmpty();
    }

    @Test
    void anEditTellsOfFormerTextsInAWayThatDoesNotMatter() {
        var event = issues("edited", ",\"changes\":{\"title\":{\"from\":\"Old\"},\"body\":{\"from\":\"Old\"}}");

        assertThat(only(event, IssueChanged.class).issue().title()).isEqualTo("Login fails");
    }

    @Test
    void aDeletedIssueIsGone() {
        assertThat(only(issues("deleted", ""), IssueDeleted.class).issue().displayKey())
                .isEqualTo("#7");
    }

    @Test
    void aTransferredIssueHasANewIdentity() {
        var event = only(issues("transferred", ",\"changes\":{\"new_issue\":" + moved() + "}"), IssueMoved.class);

        assertThat(event.from()).isEqualTo(new IssueKey("gh", "3123456789"));
        assertThat(event.to().key()).isEqualTo(new IssueKey("gh", "4000000001"));
        assertThat(event.to().reference().project()).isEqualTo("octocat/elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"changes\":null", ",\"changes\":{}", ",\"changes\":{\"new_issue\":null}"})
    void anIssueTransferredToNobodyKnowsWhereIsGone(String changes) {
        assertThat(only(issues("transferred", changes), IssueDeleted.class).action())
                .isEqualTo("issues.transferred");
    }

    @Test
    void anIssueOpenedByATransferTellsOfTheMoveToo() {
        var events =
                issues("opened", ",\"changes\":{\"old_issue\":{\"id\":5,\"number\":1},\"old_repository\":{\"id\":2}}");

        assertThat(events).hasSize(2);
        assertThat(events.get(0))
                .asInstanceOf(InstanceOfAssertFactories.type(IssueMoved.class))
                .satisfies(move -> assertThat(move.from()).isEqualTo(new IssueKey("gh", "5")));
        assertThat(events.get(1)).isInstanceOf(IssueChanged.class);
    }

    @Test
    void pullRequestsAreLeftOut() {
        var pull = ISSUE.replaceFirst("\\{", "{\"pull_request\":{\"url\":\"https://api.github.com/x\"},");

        assertThat(only(read("issues", "{\"action\":\"opened\",\"issue\":" + pull + "}"), Ignored.class)
                        .reason())
                .contains("pull request");
        assertThat(read("issue_comment", "{\"action\":\"created\",\"issue\":" + pull + ",\"comment\":" + COMMENT + "}"))
                .hasOnlyElementsOfType(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "edited", "pinned", "unpinned"})
    void aWrittenOrChangedCommentIsTold(String action) {
        var event = only(comment(action), CommentChanged.class);

        assertThat(event.comment().id()).isEqualTo("99000000001");
        assertThat(event.comment().issue()).isEqualTo(event.issue().key());
        assertThat(event.comment().author()).map(User::kind).contains(User.Kind.BOT);
    }

    @Test
    void aDeletedCommentIsGone() {
        assertThat(only(comment("deleted"), CommentDeleted.class).commentId()).isEqualTo("99000000001");
    }

    @Test
    void aRenamedLabelTellsItsFormerName() {
        var event = only(
                read(
                        "label",
                        "{\"action\":\"edited\",\"label\":{\"name\":\"bug\",\"color\":\"ff0000\"},"
                                + "\"changes\":{\"name\":{\"from\":\"defect\"}}," + SENDER + "}"),
                LabelChanged.class);

        assertThat(event.label().name()).isEqualTo("bug");
        assertThat(event.previousName()).contains("defect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "deleted", "edited"})
    void aLabelWithoutANewNameHasNoFormerOne(String action) {
        var event = only(
                read(
                        "label",
                        "{\"action\":\"" + action + "\",\"label\":{\"name\":\"bug\"},"
                                + "\"changes\":{\"color\":{\"from\":\"000000\"}}}"),
                LabelChanged.class);

        assertThat(event.previousName()).isEmpty();
        assertThat(event.actor()).isEmpty();
    }

    @Test
    void aDependabotAlertIsTold() {
        var event = only(
                read(
                        "dependabot_alert",
                        "{\"action\":\"created\",\"alert\":" + GitHubAlertsTest.alert(4, "2026-01-02T03:04:05Z")
                                + ",\"repository\":{\"id\":1,\"full_name\":\"octocat/hello\"}," + SENDER + "}"),
                AlertChanged.class);

        assertThat(event.action()).isEqualTo("dependabot_alert.created");
        assertThat(event.alert().id()).isEqualTo("4");
        assertThat(event.alert().project()).isEqualTo("octocat/hello");
    }

    @ParameterizedTest
    @CsvSource({
        "ping, , ping",
        "repository, renamed, repository.renamed",
        "repository, transferred, repository.transferred",
        "repository, archived, repository.archived",
        "star, created, star.created",
        "sub_issues, sub_issue_added," + " sub_issues.sub_issue_added"
    })
    void whatConcernsNoIssueIsIgnoredWithAReason(String kind, String action, String told) {
        var json =
                action == null ? "{\"zen\":\"Speak like a human.\",\"hook_id\":1}" : "{\"action\":\"" + action + "\"}";
        var event = only(read(kind, json), Ignored.class);

        assertThat(event.action()).isEqualTo(told);
        assertThat(event.reason()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"action\":{\"a\":[1]},\"issue\":7,\"sender\":\"me\"}",
                "{\"action\":12,\"sender\":{\"id\":\"x\",\"login\":3}}",
                "{}",
                "{\"issue\":null,\"comment\":[],\"label\":false,\"n\":1e300}"
            })
    void unknownKindsMayHaveAnyShape(String json) {
        assertThat(read("invented_tomorrow", json)).hasOnlyElementsOfType(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"issues", "issue_comment", "label", "dependabot_alert"})
    void whatHoldsNothingIsIgnored(String kind) {
        assertThat(read(kind, "{\"action\":\"opened\",\"issue\":null,\"comment\":null}"))
                .hasOnlyElementsOfType(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "<html>",
                "{\"issue\":{}}",
                "{\"issue\":{\"id\":1e400}}",
                "{\"issue\":{\"id\":99999999999999999999}}",
                "{\"issue\":{\"id\":1,\"number\":2,\"html_url\":\"::\"}}",
                "{\"issue\":[1,2]}",
                "\u0000"
            })
    void whatCannotBeReadIsSaidSo(String json) {
        unreadable(json);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        unreadable("{\"issue\":" + "[".repeat(100_000));
        unreadable("{\"x\":" + "{\"y\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}");
    }

    @Property(tries = 500)
    void noBodyLeadsToAnythingButAnAnswerOrProtocol(
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 2000) Integer> positions,
            @ForAll @Size(4) List<Byte> bytes) {
        var kinds = List.of("issues", "issue_comment", "label", "anything");
        var body = ("{\"action\":\"edited\",\"issue\":" + ISSUE + ",\"comment\":" + COMMENT
                        + ",\"label\":{\"name\":\"bug\"}," + SENDER + "}")
                .getBytes(UTF_8);
        for (var i = 0; i < positions.size(); i++) {
            body[positions.get(i) % body.length] = bytes.get(i);
        }
        readsOrRefuses(kinds.get(kind), body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "[null]", "\"\"", "\" \"", "\"%\"", "-1", "1e999", "true", "[[[1]]]"})
    void noFieldWithAnotherValueLeadsToAnythingElse(String value) {
        var field = Pattern.compile(":(?:-?\\d+|\"[^\"]*\"|null|true|false)(?=[,}])");
        var json = "{\"action\":\"edited\",\"issue\":" + ISSUE + ",\"comment\":" + COMMENT + "," + SENDER + "}";
        var matcher = field.matcher(json);
        while (matcher.find()) {
            var changed = json.substring(0, matcher.start()) + ":" + value + json.substring(matcher.end());
            readsOrRefuses("issues", changed.getBytes(UTF_8));
            readsOrRefuses("issue_comment", changed.getBytes(UTF_8));
        }
    }

    private void readsOrRefuses(String kind, byte[] body) {
        try {
            assertThat(deliveries.read(delivery(kind, body))).isNotEmpty();
        } catch (TrackerException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL);
        }
    }

    private void unreadable(String json) {
        assertThatThrownBy(() -> read("issues", json))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL));
    }

    private List<TrackerEvent> issues(String action, String further) {
        return read(
                "issues",
                "{\"action\":\"" + action + "\",\"issue\":" + ISSUE + further + "," + SENDER
                        + ",\"repository\":{\"id\":1,\"full_name\":\"octocat/hello\"},\"enterprise\":{}}");
    }

    private List<TrackerEvent> comment(String action) {
        return read(
                "issue_comment",
                "{\"action\":\"" + action + "\",\"issue\":" + ISSUE + ",\"comment\":" + COMMENT + "," + SENDER + "}");
    }

    private List<TrackerEvent> read(String kind, String json) {
        return deliveries.read(delivery(kind, json.getBytes(UTF_8)));
    }

    private static String moved() {
        return ISSUE.replace("3123456789", "4000000001").replace("octocat/hello", "octocat/elsewhere");
    }

    private static VerifiedDelivery delivery(String kind, byte[] body) {
        return VerifiedDelivery.of(InboxEntry.pending("gh", "guid", kind, body, MutableClock.START));
    }

    private static <T extends TrackerEvent> T only(List<TrackerEvent> events, Class<T> type) {
        assertThat(events).hasSize(1).hasOnlyElementsOfType(type);
        return type.cast(events.get(0));
    }
}
