package dev.issuelink.testkit.github;

/** Puts loaded issues into a repository. */
final class Loader {

    private Loader() {}

    static void load(World world, Api api, Repo repo, FakeIssueData data) {
        if (repo.issues.containsKey(data.number)) {
            throw new IllegalArgumentException("Number " + data.number + " is already in use.");
        }
        Account author = world.account(data.author);
        Issue issue =
                new Issue(world.ids.next(), data.number, data.pull, author, data.title, data.body, data.createdAt);
        for (String name : data.labels) {
            issue.labels.add(api.issues().labelOrNew(repo, author, name).name());
        }
        data.assignees.forEach(login -> issue.assignees.add(world.account(login)));
        if (data.closedAt != null) {
            issue.open = false;
            issue.reason = data.pull ? null : "completed";
            issue.closedAt = data.closedAt;
            issue.closedBy = author;
        }
        data.comments.forEach(remark -> comment(world, repo, issue, remark));
        issue.updatedAt = data.updatedAt;
        repo.issues.put(issue.number, issue);
    }

    private static void comment(World world, Repo repo, Issue issue, FakeIssueData.Remark remark) {
        Comment comment = new Comment(
                world.ids.next(),
                issue.number,
                remark.body(),
                world.account(remark.author()),
                remark.createdAt(),
                remark.createdAt());
        repo.comments.put(comment.id(), comment);
        issue.comments++;
    }
}
