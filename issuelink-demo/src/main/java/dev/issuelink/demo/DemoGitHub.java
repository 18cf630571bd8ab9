package dev.issuelink.demo;

import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeIssue;
import dev.issuelink.testkit.github.FakeIssueData;
import dev.issuelink.testkit.github.FakeRepository;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tracker's side: a GitHub of our own on the loopback address, filled from an archive, and the people who work
 * there. What IssueLink does with it goes over HTTP.
 */
final class DemoGitHub implements AutoCloseable {
    private static final String MAINTAINER = "maintainer";

    private final FakeGitHub github;
    private final Filler filler = new Filler();

    private DemoGitHub(FakeGitHub github) {
        this.github = github;
    }

    static DemoGitHub filledFrom(Archive archive) {
        var stage = new DemoGitHub(FakeGitHub.builder().clock(Clock.systemUTC()).start());
        try {
            archive.read(stage.filler);
            stage.filler.repository();
            return stage;
        } catch (RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    String baseUrl() {
        return github.baseUrl();
    }

    String owner() {
        return filler.owner;
    }

    String repository() {
        return filler.name;
    }

    int issues() {
        return filler.issues;
    }

    int pulls() {
        return filler.pulls;
    }

    /** How many entries of the archive had no number of their own. */
    int leftOut() {
        return filler.leftOut;
    }

    /** A token of the repository's owner. */
    String token() {
        return github.token(owner());
    }

    /** Somebody closes an issue in the browser, as {@code completed} or {@code not_planned}. */
    void closeByHand(String displayKey, String reason) {
        filler.repository().as(MAINTAINER).issue(number(displayKey)).close(reason);
    }

    /** An issue as people see it in the browser. */
    FakeIssue.Snapshot issue(String displayKey) {
        return filler.repository().issue(number(displayKey)).now();
    }

    /** How many issues have this title. */
    long countTitled(String title) {
        return filler.repository().issues().stream()
                .filter(issue -> issue.now().title().equals(title))
                .count();
    }

    private static int number(String displayKey) {
        return Integer.parseInt(displayKey.replace("#", ""));
    }

    /** How many requests the work causes. */
    int requestsOf(Runnable work) {
        github.forgetRequests();
        work.run();
        return github.requestCount();
    }

    @Override
    public void close() {
        github.close();
    }

    /** Puts an archive into a repository, pull requests among the issues, as GitHub keeps them. */
    private final class Filler implements Archive.Visitor {
        private final Set<Integer> numbers = new HashSet<>();
        private String owner = "demo";
        private String name = "archive";
        private @Nullable FakeRepository repository;
        private int issues;
        private int pulls;
        private int leftOut;

        FakeRepository repository() {
            var made = repository;
            if (made == null) {
                made = github.addRepository(owner, name);
                repository = made;
            }
            return made;
        }

        @Override
        public void repository(String newOwner, String newName) {
            if (repository == null) {
                owner = newOwner;
                name = newName;
            }
        }

        @Override
        public void label(String label, String color, String description) {
            repository().addLabel(label, color, description.isEmpty() ? null : description);
        }

        @Override
        public void issue(ArchivedIssue issue) {
            if (issue.number() == 0 || !numbers.add(issue.number())) {
                leftOut++;
                return;
            }
            repository().load(List.of(data(issue)));
            if (issue.pull()) {
                pulls++;
            } else {
                issues++;
            }
        }

        private static FakeIssueData data(ArchivedIssue issue) {
            var data = FakeIssueData.issue(
                            issue.number(), issue.title(), issue::body, issue.author(), issue.createdAt())
                    .updated(issue.updatedAt())
                    .labeled(issue.labels())
                    .assigned(issue.assignees());
            for (var comment : issue.comments()) {
                data = data.commented(comment.author(), comment.body(), comment.createdAt());
            }
            var closed = issue.closedAt().map(data::closed).orElse(data);
            return issue.pull() ? closed.asPullRequest() : closed;
        }
    }
}
