package dev.issuelink.github;

import dev.issuelink.testkit.TrackerPeople;
import dev.issuelink.testkit.github.FakeIssue;
import dev.issuelink.testkit.github.FakeRepository;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people do on the fake's pages. */
record GitHubPeople(FakeRepository repository, FakeRepository other) implements TrackerPeople {
    @Override
    public String openIssue(String title, String body) {
        return "#" + repository.openIssue(title, body).number();
    }

    @Override
    public String openIntruder(String title) {
        return "#" + repository.openPullRequest(title, null).number();
    }

    @Override
    public void editIssue(String issue, String title, String body) {
        at(issue).edit(title, marked(at(issue).now().body(), body));
    }

    @Override
    public void closeIssue(String issue) {
        at(issue).close("completed");
    }

    @Override
    public void reopenIssue(String issue) {
        at(issue).reopen();
    }

    @Override
    public void addLabel(String issue, String label) {
        at(issue).label(label);
    }

    @Override
    public void removeLabel(String issue, String label) {
        at(issue).unlabel(label);
    }

    @Override
    public void assign(String issue, String user) {
        at(issue).assign(user);
    }

    @Override
    public void renameLabel(String from, String to) {
        repository.renameLabel(from, to);
    }

    @Override
    public String comment(String issue, String text) {
        return Long.toString(at(issue).comment(text));
    }

    @Override
    public void editComment(String issue, String comment, String text) {
        var id = Long.parseLong(comment);
        at(issue).editComment(id, marked(onlyMarkedComment(issue), text));
    }

    @Override
    public void deleteComment(String issue, String comment) {
        at(issue).deleteComment(Long.parseLong(comment));
    }

    @Override
    public void deleteIssue(String issue) {
        at(issue).delete();
    }

    @Override
    public String transferIssue(String issue, String project) {
        return "#" + at(issue).transferTo(other).number();
    }

    @Override
    public int countIssues(String title) {
        return (int) repository.issues().stream()
                .filter(issue -> issue.now().title().equals(title))
                .count();
    }

    @Override
    public int countComments(String issue, String text) {
        return (int) at(issue).now().comments().stream()
                .filter(comment -> Objects.requireNonNull(comment).contains(text))
                .count();
    }

    /** The fake does not tell which comment is which; the tests of people who edit have one of ours. */
    private @Nullable String onlyMarkedComment(String issue) {
        return at(issue).now().comments().stream()
                .filter(body -> GitHubText.read(body).marker() != null)
                .findFirst()
                .orElse(null);
    }

    /** A hidden mark stays where people edit what they see. */
    private static String marked(@Nullable String before, String text) {
        var marker = GitHubText.read(before).marker();
        return marker == null ? text : GitHubMarkers.append(text, GitHubMarkers.line(marker));
    }

    private FakeIssue at(String issue) {
        return repository.issue(Integer.parseInt(issue.substring(1)));
    }
}
