package dev.issuelink.core.internal.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Issue;
import dev.issuelink.model.Label;
import dev.issuelink.model.Priority;
import dev.issuelink.model.User;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class IssueDiffTest {
    private static final User ALICE = User.of("1", "alice");
    private static final User BOB = User.of("2", "bob");

    private static Issue issue(Consumer<Issue.Builder> change) {
        var builder = Issue.builder(
                        Samples.issueKey("1"), "in-memory", "acme/app", "#1", URI.create("https://tracker.example/1"))
                .title("Orders grew")
                .labels(List.of(Label.of("a"), Label.of("b")))
                .assignees(List.of(ALICE, BOB))
                .updatedAt(MutableClock.START);
        change.accept(builder);
        return builder.build();
    }

    private static List<String> diff(Consumer<Issue.Builder> change) {
        return IssueDiff.fields(issue(same -> {}), issue(change));
    }

    @Test
    void equalSightsDoNotDiffer() {
        assertThat(diff(same -> {})).isEmpty();
    }

    @Test
    void theOrderOfLabelsAndAssigneesDoesNotMatter() {
        assertThat(diff(other ->
                        other.labels(List.of(Label.of("b"), Label.of("a"))).assignees(List.of(BOB, ALICE))))
                .isEmpty();
    }

    @Test
    void countersAndTimesDoNotMatter() {
        assertThat(diff(other -> other.commentCount(7)
                        .updatedAt(MutableClock.START.plus(Duration.ofHours(1)))
                        .attribute("reactions", "3")))
                .isEmpty();
    }

    @Test
    void whatPeopleCareForIsNamed() {
        assertThat(diff(other -> other.title("New")
                        .body("text")
                        .labels(List.of(Label.of("a")))
                        .assignees(List.of(BOB))
                        .priority(new Priority("high"))
                        .issueType("bug")))
                .containsExactly("title", "body", "labels", "assignees", "priority", "issueType");
    }
}
