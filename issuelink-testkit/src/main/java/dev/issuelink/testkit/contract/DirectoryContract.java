package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Label;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Project;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Projects, labels and users. */
public abstract class DirectoryContract extends AdapterContract {
    /** For authors of providers. */
    protected DirectoryContract() {}

    private Listing<Label> labels() {
        needs(Capability.LIST_LABELS);
        return adapter().directory().getLabels(null);
    }

    @Test
    void listsTheProjectsThatCanBeSeen() {
        needs(Capability.LIST_PROJECTS);
        assertThat(adapter().directory().getProjects())
                .extracting(Project::id)
                .contains(harness().project(), harness().otherProject())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesProjectsAsIssuesDo() {
        needs(Capability.LIST_PROJECTS, Capability.READ_ISSUES);
        var issue = read(people().openIssue("By hand", ""));
        assertThat(adapter().directory().getProjects())
                .extracting(Project::id)
                .contains(issue.reference().project());
    }

    @Test
    void givesProjectsAnAddress() {
        needs(Capability.LIST_PROJECTS);
        assertThat(adapter().directory().getProjects())
                .allMatch(project -> project.url().isAbsolute());
    }

    @Test
    void listsALabelThatAPersonMade() {
        people().addLabel(people().openIssue("By hand", ""), "made-by-hand");
        assertThat(labels()).extracting(Label::name).contains("made-by-hand");
    }

    @Test
    void listsALabelByItsNewName() {
        people().addLabel(people().openIssue("By hand", ""), "old-name");
        people().renameLabel("old-name", "new-name");
        assertThat(labels()).extracting(Label::name).contains("new-name").doesNotContain("old-name");
    }

    @Test
    void listsMoreLabelsThanAPageHolds() {
        var issue = people().openIssue("By hand", "");
        var count = 2 * harness().pageSize() + 1;
        IntStream.range(0, count).forEach(number -> people().addLabel(issue, "label-" + number));
        assertThat(labels())
                .extracting(Label::name)
                .filteredOn(name -> name.startsWith("label-"))
                .hasSize(count)
                .doesNotHaveDuplicates();
    }

    @Test
    void listsTheLabelsOfTheConfiguredProjectUnlessAskedOtherwise() {
        people().addLabel(people().openIssue("By hand", ""), "here");
        assertThat(labels()).extracting(Label::name).contains("here");
        assertThat(adapter().directory().getLabels(harness().project()))
                .extracting(Label::name)
                .contains("here");
        assertThat(adapter().directory().getLabels(harness().otherProject()))
                .extracting(Label::name)
                .doesNotContain("here");
    }

    @Test
    void findsNoLabelsWhereNoProjectIs() {
        needs(Capability.LIST_LABELS);
        var nowhere = harness().project() + "-that-is-not-there";
        assertFails(() -> adapter().directory().getLabels(nowhere).stream().toList(), ErrorCode.NOT_FOUND);
    }

    @Test
    void listsTheUsersToWhomIssuesCanBeAssigned() {
        needs(Capability.LIST_USERS);
        assertThat(adapter().directory().getUsers(null))
                .extracting(User::username)
                .containsAll(harness().assignableUsers())
                .doesNotHaveDuplicates();
    }

    @Test
    void givesUsersTheIdentityThatIssuesTell() {
        needs(Capability.LIST_USERS, Capability.READ_ISSUES);
        var name = harness().assignableUsers().get(0);
        var issue = people().openIssue("By hand", "");
        people().assign(issue, name);
        var listed = adapter().directory().getUsers(null).stream()
                .filter(user -> user.username().equals(name))
                .map(User::id)
                .toList();
        assertThat(read(issue).assignees()).extracting(User::id).isEqualTo(listed);
    }

    @Test
    void asksForNothingBeforeItIsRead() {
        needs(Capability.LIST_LABELS, Capability.LIST_PROJECTS, Capability.LIST_USERS);
        var before = harness().requestCount();
        adapter().directory().getProjects();
        adapter().directory().getLabels(null);
        adapter().directory().getUsers(null);
        assertThat(harness().requestCount()).isEqualTo(before);
    }
}
