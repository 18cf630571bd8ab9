package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.net.URI;
import java.util.Objects;

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

    /** Path and query of a link that GitHub gave, if it leads where our credential belongs. */
    String relative(URI link, String operation) {
        var base = settings.baseUrl();
        if (!Objects.equals(link.getScheme(), base.getScheme())
                || !Objects.equals(link.getRawAuthority(), base.getRawAuthority())) {
            throw TrackerException.of(ErrorCode.PROTOCOL, tracker(), operation)
                    .message("GitHub named a next page on another host; check base_url, or the proxy between.")
                    .build();
        }
        return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
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
