package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.Label;
import dev.issuelink.model.User;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.testkit.TestContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an archive holds of an issue comes back through the real adapters, as far as a tracker can keep it. */
class CarriedOverTest {
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRealIssuesComeBack(TrackerKind kind) {
        var archive = new Archive(Input.of(Optional.of(SharedData.file("tls13-spec-issues.json.gz")), "issues.json"));
        assertThat(countChecked(kind, archive)).isEqualTo(446);
    }

    @ParameterizedTest
    @EnumSource
    void theDemosOwnIssuesComeBack(TrackerKind kind) {
        assertThat(countChecked(kind, new Archive(Input.of(Optional.empty(), "issues.json"))))
                .isEqualTo(12);
    }

    private int countChecked(TrackerKind kind, Archive archive) {
        var tracker = kind.filledFrom(archive);
        var adapter = adapter(tracker);
        open.add(adapter);
        open.add(tracker);
        var issues = new HashMap<Integer, Issue>();
        read(adapter).forEach(issue -> issues.put(number(issue), issue));
        var checked = new ArrayList<Integer>();
        forEachIssue(archive, (number, expected) -> {
            var issue = issues.get(number);
            assertThat(issue).as("issue " + number).isNotNull();
            assertSame(kind, issue, expected);
            if (expected.comments().size() > 2) {
                assertSameComments(kind, comments(adapter, issue), expected);
            }
            checked.add(number);
        });
        assertThat(issues).hasSize(checked.size());
        return checked.size();
    }

    private static void assertSame(TrackerKind kind, Issue issue, ArchivedIssue expected) {
        assertThat(issue.title())
                .isEqualTo(
                        kind == TrackerKind.GITHUB
                                ? expected.title()
                                : expected.title().strip());
        assertThat(words(kind, issue.body())).isEqualTo(words(kind, firstPart(kind, expected.body())));
        assertThat(issue.status().isDone()).isEqualTo(expected.closedAt().isPresent());
        assertThat(issue.reference().updatedAt()).contains(expected.updatedAt());
        assertThat(issue.closedAt()).isEqualTo(expected.closedAt());
        assertThat(issue.labels().stream().map(Label::name))
                .containsExactlyInAnyOrderElementsOf(labels(kind, expected));
        assertThat(issue.assignees()).hasSize(Math.min(expected.assignees().size(), kind == TrackerKind.JIRA ? 1 : 9));
        if (kind != TrackerKind.JIRA) {
            assertThat(issue.author().map(User::username)).contains(expected.author());
        }
    }

    private static List<String> labels(TrackerKind kind, ArchivedIssue issue) {
        return kind == TrackerKind.JIRA
                ? issue.labels().stream().map(label -> label.replace(' ', '_')).toList()
                : issue.labels();
    }

    private static void assertSameComments(TrackerKind kind, List<Comment> comments, ArchivedIssue expected) {
        assertThat(comments)
                .extracting(comment -> words(kind, comment.body()))
                .containsSubsequence(expected.comments().stream()
                        .map(comment -> words(kind, comment.body()))
                        .toList());
        assertThat(comments)
                .extracting(Comment::createdAt)
                .containsAll(expected.comments().stream()
                        .map(ArchivedIssue.Comment::createdAt)
                        .toList());
    }

    /** What was too long for one of Jira's texts is in comments. */
    private static String firstPart(TrackerKind kind, String text) {
        return kind == TrackerKind.JIRA && text.length() > 32_767
                ? text.substring(0, text.lastIndexOf('\n', 32_766) + 1)
                : text;
    }

    /** Markdown's signs are escaped where Jira's documents hold them as words; letters, digits and their order stay. */
    private static String words(TrackerKind kind, String text) {
        return kind == TrackerKind.JIRA
                ? text.replaceAll("[^\\p{L}\\p{N}]+", "")
                : text.replace("\r\n", "\n").strip();
    }

    private static List<Issue> read(IssueTrackerAdapter adapter) {
        var issues = new ArrayList<Issue>();
        Cursor cursor = null;
        var more = true;
        while (more) {
            var page = adapter.changes(cursor);
            issues.addAll(page.items());
            cursor = page.next();
            more = page.more();
        }
        return issues;
    }

    private static List<Comment> comments(IssueTrackerAdapter adapter, Issue issue) {
        var listing = adapter.comments().getComments(issue.reference(), null);
        return StreamSupport.stream(listing.spliterator(), false).toList();
    }

    private static IssueTrackerAdapter adapter(DemoTracker tracker) {
        var json = "{\"trackers\": [" + tracker.configuration(URI.create("http://127.0.0.1:9/hook")) + "]}";
        var config = ConfigurationReader.withInstalledProviders()
                .read(json)
                .trackers()
                .get(0);
        var context = TestContext.builder(config);
        for (Map.Entry<String, String> secret : tracker.secrets().entrySet()) {
            context.secret(secret.getKey(), secret.getValue());
        }
        return ServiceLoader.load(IssueTrackerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.type().equals(tracker.kind().word()))
                .findFirst()
                .orElseThrow()
                .connect(context.build());
    }

    private static int number(Issue issue) {
        return Integer.parseInt(issue.reference().displayKey().replaceAll(".*[#-]", ""));
    }

    private static void forEachIssue(Archive archive, BiConsumer<Integer, ArchivedIssue> check) {
        archive.read(new Archive.Visitor() {
            @Override
            public void repository(String owner, String name) {}

            @Override
            public void label(String name, String color, String description) {}

            @Override
            public void issue(ArchivedIssue issue) {
                if (!issue.pull()) {
                    check.accept(issue.number(), issue);
                }
            }
        });
    }
}
