package dev.issuelink.github;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;

/**
 * What every part of the adapter shares. Safe for all threads.
 *
 * @param context the surroundings
 * @param settings what is configured
 * @param http the one way to GitHub
 * @param mapper says in our words what GitHub told
 */
record GitHubConnection(TrackerContext context, GitHubSettings settings, TrackerHttp http, GitHubMapper mapper) {
    /** GitHub's greatest page. */
    static final int PAGE_SIZE = 100;

    String tracker() {
        return settings.tracker();
    }

    /** The path of something in a repository. */
    static Object[] path(GitHubRepository repository, Object... further) {
        var segments = new Object[3 + further.length];
        segments[0] = "repos";
        segments[1] = repository.owner();
        segments[2] = repository.name();
        System.arraycopy(further, 0, segments, 3, further.length);
        return segments;
    }

    /** Starts reading a list of something in a repository. */
    static HttpCall.Builder list(String operation, GitHubRepository repository, Object... further) {
        return HttpCall.get(operation).path(path(repository, further)).query("per_page", PAGE_SIZE);
    }
}
