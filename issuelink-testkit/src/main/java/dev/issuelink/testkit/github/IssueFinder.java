package dev.issuelink.testkit.github;

/** Finds the issue in a path, or says what became of it. */
final class IssueFinder {

    private final Urls urls;

    IssueFinder(Urls urls) {
        this.urls = urls;
    }

    Issue find(Call call) {
        Repo repo = call.repo();
        checkEnabled(repo);
        Issue issue = repo.issues.get(call.number());
        if (issue != null) {
            return issue;
        }
        Repo.Gone gone = repo.gone.get(call.number());
        if (gone == null) {
            throw ApiError.notFound();
        }
        throw moved(call, gone);
    }

    /** Finds it for a write: an archived repository takes none. */
    Issue findToChange(Call call) {
        checkWritable(call.repo());
        return find(call);
    }

    static void checkEnabled(Repo repo) {
        if (!repo.hasIssues) {
            throw ApiError.gone("Issues are disabled for this repo");
        }
    }

    static void checkWritable(Repo repo) {
        if (repo.archived) {
            throw ApiError.forbidden("Repository was archived so is read-only.");
        }
    }

    private ApiError moved(Call call, Repo.Gone gone) {
        Repo target = gone.target();
        if (target == null) {
            return ApiError.gone("This issue was deleted");
        }
        if (!call.caller().sees(target)) {
            return ApiError.notFound();
        }
        String path = call.request().path();
        String old = "/issues/" + call.number();
        String rest = path.substring(path.indexOf(old) + old.length());
        String location = urls.api() + "/repositories/" + target.id + "/issues/" + gone.number() + rest;
        return new ApiError(Reply.moved(301, location));
    }
}
