package dev.issuelink.gitlab;

import dev.issuelink.testkit.TrackerPeople;
import dev.issuelink.testkit.gitlab.FakeGitLabIssue;
import dev.issuelink.testkit.gitlab.FakeGitLabProject;

/** What people do on the fake's pages. */
record GitLabPeopleOfTests(FakeGitLabProject project, FakeGitLabProject other) implements TrackerPeople {
    @Override
    public String openIssue(String title, String body) {
        return project.openIssue(title, body).reference();
    }

    @Override
    public String openIntruder(String title) {
        throw new UnsupportedOperationException("GitLab mixes nothing into its issues");
    }

    @Override
    public void editIssue(String issue, String title, String body) {
        at(issue).edit(title, marked(at(issue).now().description(), body));
    }

    @Override
    public void closeIssue(String issue) {
        at(issue).close();
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
        project.renameLabel(from, to);
    }

    @Override
    public String comment(String issue, String text) {
        return Long.toString(at(issue).comment(text));
    }

    @Override
    public void editComment(String issue, String comment, String text) {
        var marked = at(issue).now().comments().stream()
                .filter(body -> GitLabText.read(body).marker() != null)
                .findFirst()
                .orElse("");
        at(issue).editComment(Long.parseLong(comment), marked(marked, text));
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
    public String transferIssue(String issue, String target) {
        return at(issue).moveTo(other).reference();
    }

    /** What moved away left a closed issue behind, which is none any more. */
    @Override
    public int countIssues(String title) {
        return (int) project.issues().stream()
                .filter(issue -> !project.hasMoved(issue.iid()))
                .filter(issue -> issue.now().title().equals(title))
                .count();
    }

    @Override
    public int countComments(String issue, String text) {
        return (int) at(issue).now().comments().stream()
                .filter(body -> body.contains(text))
                .count();
    }

    /** A hidden mark stays where people edit what they see. */
    private static String marked(String before, String text) {
        var marker = GitLabText.read(before).marker();
        return marker == null ? text : GitLabMarkers.append(text, GitLabMarkers.line(marker));
    }

    private FakeGitLabIssue at(String issue) {
        return project.issue(Integer.parseInt(issue.substring(issue.indexOf('#') + 1)));
    }
}
