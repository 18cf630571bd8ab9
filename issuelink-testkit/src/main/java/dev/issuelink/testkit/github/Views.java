package dev.issuelink.testkit.github;

/** The views, made once. */
final class Views {

    final UserView users;
    final RepositoryView repositories;
    final IssueView issues;
    final CommentView comments;
    final Paging paging;

    Views(Urls urls) {
        users = new UserView(urls);
        repositories = new RepositoryView(urls, users);
        issues = new IssueView(urls, users);
        comments = new CommentView(urls, users, issues);
        paging = new Paging(urls);
    }
}
