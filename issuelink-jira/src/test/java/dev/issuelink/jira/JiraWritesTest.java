package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Label;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import dev.issuelink.testkit.jira.FakeRequest;
import dev.issuelink.testkit.jira.FakeWorkflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What writes send, beyond what every tracker has in common. */
class JiraWritesTest {
    private final JiraSite site = JiraSite.cloud();

    @AfterEach
    void close() {
        site.close();
    }

    private static IssueDraft draft() {
        return IssueDraft.builder("A title").body("Words").build();
    }

    private long writes() {
        return site.jira.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith("/issue"))
                .count();
    }

    @Test
    void requiredFieldsThatAreMissingAreNamedAndNothingIsSent() {
        site.project.addField("customfield_10050", "Severity", "option", true, "High", "Low");
        site.project.addField("customfield_10051", "Budget", "number", true);
        assertThatThrownBy(() -> site.adapter(Map.of()).createIssue(draft(), JiraTests.MARKER))
                .isInstanceOfSatisfying(TrackerException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION);
                    assertThat(refused.fieldFaults())
                            .extracting(fault -> fault.field())
                            .containsExactly("customfield_10050", "customfield_10051");
                    assertThat(refused).hasMessageContaining("Severity").hasMessageContaining("High, Low");
                });
        assertThat(writes()).isZero();
    }

    @Test
    void fieldsAreGivenByNameOrIdFromConfigurationOrDraft() {
        site.project.addField("customfield_10050", "Severity", "option", true, "High", "Low");
        site.project.addField("customfield_10051", "Budget", "number", true);
        site.project.addField("customfield_10052", "Story", "textarea", false);
        var adapter = site.adapter(Map.of("fields", Map.of("severity", "low", "customfield_10051", "12.5")));
        var filled =
                draft().toBuilder("A title").field("Story", "Some **words**").build();
        var result = adapter.createIssue(filled, JiraTests.MARKER);
        assertThat(result.dropped()).isEmpty();
        var fields = (Map<?, ?>) site.project.issues().get(0).now().get("fields");
        assertThat(fields.get("customfield_10050").toString()).contains("Low");
        assertThat(fields.get("customfield_10051").toString()).isEqualTo("12.5");
        assertThat(fields.get("customfield_10052").toString()).contains("strong");
    }

    @Test
    void aChoiceThatIsNotThereIsRefusedBeforeItIsSent() {
        site.project.addField("customfield_10050", "Severity", "option", false, "High", "Low");
        var wrong = draft().toBuilder("A title").field("Severity", "Extreme").build();
        assertThatThrownBy(() -> site.adapter(Map.of()).createIssue(wrong, JiraTests.MARKER))
                .hasMessageContaining("Extreme")
                .hasMessageContaining("High, Low");
        assertThat(writes()).isZero();
    }

    @Test
    void whatIsNotOnTheScreenIsDroppedAndTheMarkerIsFoundAllTheSame() {
        site.project.hideField("labels");
        site.project.hideField("priority");
        var adapter = site.adapter(Map.of());
        var rich = draft().toBuilder("A title")
                .labels(List.of("one"))
                .priority(new Priority("High"))
                .build();
        var before = site.clock.instant();
        var result = adapter.createIssue(rich, JiraTests.MARKER);
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactlyInAnyOrder("labels", "priority");
        assertThat(result.stored().marker()).contains(JiraTests.MARKER);
        assertThat(adapter.findByMarker(JiraTests.MARKER, before, null)).isPresent();
    }

    @Test
    void labelsWithBlanksBecomeOneWordAndThatIsTold() {
        var labelled = draft().toBuilder("A title").labels(List.of("two words")).build();
        var result = site.adapter(Map.of()).createIssue(labelled, JiraTests.MARKER);
        assertThat(result.stored().labels()).containsExactly(Label.of("two_words"));
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("labels");
    }

    @Test
    void oneAssigneeIsKeptAndTheOthersAreNamed() {
        var robot = site.jira.account("robot");
        var bo = site.jira.account("bo");
        var adapter = site.adapter(Map.of("users", Map.of("@oncall", bo)));
        var wanted = draft().toBuilder("A title")
                .assignees(List.of("@oncall", robot))
                .build();
        var result = adapter.createIssue(wanted, JiraTests.MARKER);
        assertThat(result.stored().assignees()).extracting(User::username).containsExactly(bo);
        assertThat(result.dropped()).extracting(DroppedField::value).containsExactly(robot);
        var kept = adapter.updateIssue(
                result.stored().reference(),
                IssueChanges.builder().removeAssignee(robot).build());
        assertThat(kept.stored().assignees()).hasSize(1);
        var left = adapter.updateIssue(
                result.stored().reference(),
                IssueChanges.builder().removeAssignee("@oncall").build());
        assertThat(left.stored().assignees()).isEmpty();
    }

    @Test
    void prioritiesAreTranslatedBothWaysAndUnknownOnesDropped() {
        var adapter = site.adapter(Map.of("priorities", Map.of("P1", "Highest")));
        var urgent = draft().toBuilder("A title").priority(new Priority("P1")).build();
        var issue = adapter.createIssue(urgent, JiraTests.MARKER).stored();
        assertThat(issue.reference().priority()).contains(new Priority("P1"));
        var changed = adapter.updateIssue(
                issue.reference(),
                IssueChanges.builder().priority(Change.set(new Priority("P9"))).build());
        assertThat(changed.dropped()).extracting(DroppedField::field).containsExactly("priority");
    }

    @Test
    void labelsAreAddedAndRemovedAndNeverReplaced() {
        var adapter = site.adapter(Map.of());
        var issue = adapter.createIssue(draft(), JiraTests.MARKER).stored();
        adapter.updateIssue(
                issue.reference(),
                IssueChanges.builder().addLabel("one").removeLabel("two").build());
        assertThat(site.jira.requests())
                .filteredOn(request -> request.method().equals("PUT"))
                .extracting(FakeRequest::body)
                .containsExactly("{\"update\":{\"labels\":[{\"add\":\"one\"},{\"remove\":\"two\"}]}}");
    }

    @Test
    void anIssueIsLedThroughTheWorkflowAndItsScreens() {
        site.project.addField("customfield_10060", "Cause", "string", false);
        site.project.workflow(FakeWorkflow.create()
                .status("Open", "new")
                .status("Doing", "indeterminate")
                .status("Review", "indeterminate")
                .status("Closed", "done")
                .transition("Start", "Open", "Doing")
                .transition("Ask", "Doing", "Review", "comment")
                .transition("Close", "Review", "Closed", "resolution", "customfield_10060"));
        var adapter = site.adapter(Map.of("transition_fields", Map.of("comment", "Moved by us", "Cause", "drift")));
        var issue = adapter.createIssue(draft(), JiraTests.MARKER).stored();
        var moved = adapter.updateIssue(
                issue.reference(),
                IssueChanges.builder()
                        .status(TargetStatus.done(Resolution.NOT_PLANNED))
                        .build());
        assertThat(moved.stored().status().name()).isEqualTo("Closed");
        assertThat(moved.stored().status().resolution()).contains(Resolution.NOT_PLANNED);
        assertThat(moved.stored().attributes()).doesNotContainKey("resolution.missing");
    }

    @Test
    void aScreenWithoutAValueIsARefusalThatNamesTheField() {
        site.project.addField("customfield_10060", "Cause", "string", false);
        site.project.workflow(FakeWorkflow.create()
                .status("Open", "new")
                .status("Closed", "done")
                .transition("Close", "Open", "Closed", "customfield_10060"));
        var adapter = site.adapter(Map.of());
        var issue = adapter.createIssue(draft(), JiraTests.MARKER).stored();
        assertThatThrownBy(() -> adapter.updateIssue(
                        issue.reference(),
                        IssueChanges.builder()
                                .status(TargetStatus.of(StatusCategory.DONE))
                                .build()))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.VALIDATION))
                .hasMessageContaining("Cause");
    }

    @Test
    void aFileIsStreamedIntoAForm(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("plan.txt"), "x".repeat(300_000));
        var adapter = site.adapter(Map.of());
        var issue = adapter.createIssue(draft(), JiraTests.MARKER).stored();
        var upload = new AttachmentUpload("größe \"1\".txt", "text/plain", file, "");
        var attached = adapter.attachFile(issue.reference(), upload).stored();
        assertThat(attached.size()).isEqualTo(300_000);
        assertThat(attached.url().toString()).startsWith(site.jira.baseUrl() + "/rest/api/3/attachment/content/");
    }

    @Test
    void aDescriptionThatIsTooLongIsCutBetweenCharactersWithNoCodeLeftOpen() {
        var adapter = site.adapter(Map.of());
        var text = "Words\n\n```sql\n" + "SELECT '🚀';\n".repeat(4_000);
        var result =
                adapter.createIssue(IssueDraft.builder("A title").body(text).build(), JiraTests.MARKER);
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("body");
        assertThat(result.stored().body())
                .startsWith("Words\n\n```sql\nSELECT")
                .endsWith("characters.]*")
                .doesNotContain("\uFFFD");
    }

    @Test
    void nothingThatWasRemovedIsAsked() {
        var adapter = site.adapter(Map.of());
        var issue = adapter.createIssue(draft(), JiraTests.MARKER).stored();
        adapter.getIssuesByLabel("x")
                .forEach(found -> assertThat(found.labels()).isNotEmpty());
        adapter.changes(null);
        adapter.findByMarker(JiraTests.MARKER, site.clock.instant(), null);
        adapter.updateIssue(issue.reference(), IssueChanges.builder().title("T").build());
        assertThat(site.jira.requests()).noneMatch(request -> request.status() == 410);
    }
}
