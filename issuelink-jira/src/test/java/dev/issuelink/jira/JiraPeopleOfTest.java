package dev.issuelink.jira;

import dev.issuelink.http.JsonCodec;
import dev.issuelink.model.Marker;
import dev.issuelink.testkit.TrackerPeople;
import dev.issuelink.testkit.jira.FakeIssue;
import dev.issuelink.testkit.jira.FakeProject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What people do on the fake's pages. What they type has the form that Jira's editor would give it. */
record JiraPeopleOfTest(FakeProject project, FakeProject other, boolean cloud) implements TrackerPeople {
    @Override
    public String openIssue(String title, String body) {
        return project.openIssue(title, body.isEmpty() ? "" : typed(body)).key();
    }

    @Override
    public String openIntruder(String title) {
        throw new UnsupportedOperationException("Jira's listings hold issues only");
    }

    @Override
    public void editIssue(String issue, String title, String body) {
        at(issue).edit(title, typed(body));
    }

    @Override
    public void closeIssue(String issue) {
        at(issue).moveTo("Done", "Done");
    }

    @Override
    public void reopenIssue(String issue) {
        at(issue).moveTo("To Do", null);
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

    /** Jira's labels have no names of their own: it is done issue by issue. */
    @Override
    public void renameLabel(String from, String to) {
        project.issues().stream().filter(issue -> labels(issue).contains(from)).forEach(issue -> {
            issue.unlabel(from);
            issue.label(to);
        });
    }

    @Override
    public String comment(String issue, String text) {
        return at(issue).comment(typed(text));
    }

    /** A hidden mark stays where people edit what they see. */
    @Override
    public void editComment(String issue, String comment, String text) {
        var marker = marker(issue, comment);
        at(issue)
                .editComment(
                        comment,
                        marker.filter(present -> !cloud)
                                .<Object>map(present -> typed(text) + "\n\n" + JiraHiddenMark.anchor(present))
                                .orElseGet(() -> typed(text)));
    }

    private Optional<Marker> marker(String issue, String comment) {
        return at(issue).commentWords().stream()
                .flatMap(words -> Optional.ofNullable(JiraHiddenMark.find(words).marker()).stream())
                .findFirst();
    }

    @Override
    public void deleteComment(String issue, String comment) {
        at(issue).deleteComment(comment);
    }

    @Override
    public void deleteIssue(String issue) {
        at(issue).delete();
    }

    @Override
    public String transferIssue(String issue, String target) {
        var moved = at(issue);
        moved.transferTo(other);
        return moved.key();
    }

    @Override
    public int countIssues(String title) {
        return (int) project.issues().stream()
                .filter(issue -> title.equals(fields(issue).get("summary")))
                .count();
    }

    @Override
    public int countComments(String issue, String text) {
        return (int) at(issue).commentWords().stream()
                .filter(words -> words.contains(text))
                .count();
    }

    private Object typed(String text) {
        if (!cloud) {
            return WikiMarkup.fromMarkdown(text);
        }
        try {
            return JsonCodec.standard().read(JsonCodec.standard().write(AdfWriter.write(text)), Map.class);
        } catch (JsonCodec.MalformedJsonException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<?, ?> fields(FakeIssue issue) {
        return (Map<?, ?>) Objects.requireNonNull(issue.now().get("fields"));
    }

    private static List<?> labels(FakeIssue issue) {
        return (List<?>) Objects.requireNonNull(fields(issue).get("labels"));
    }

    private FakeIssue at(String issue) {
        return project.issue(issue);
    }
}
