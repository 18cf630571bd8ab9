package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

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

    /** Where the next page is, if there is one. */
    Optional<URI> nextLink(HttpReply<?> reply) {
        try {
            return reply.nextLink();
        } catch (IllegalStateException noUrl) {
            throw mapper.unreadable("address of the next page");
        }
    }

    /** Path and query of a link that GitHub gave, if it leads where our credential belongs. */
    String relative(URI link, String operation) {
        if (!origin(link).equals(origin(settings.baseUrl()))) {
            throw TrackerException.of(ErrorCode.PROTOCOL, tracker(), operation)
                    .message("GitHub named a next page on another host; check base_url, or the proxy between.")
                    .build();
        }
        return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
    }

    private static List<Object> origin(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        var standard = scheme.equals("https") ? 443 : 80;
        return List.of(
                scheme,
                String.valueOf(url.getHost()).toLowerCase(Locale.ROOT),
                url.getPort() < 0 ? standard : url.getPort());
    }

    /** Reads what a write was answered with: it was carried out, so an answer without sense is no refusal. */
    <T> T written(HttpCall call, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (TrackerException | IllegalArgumentException unreadable) {
            throw TrackerException.of(ErrorCode.OUTCOME_UNKNOWN, tracker(), call.operation())
                    .message("GitHub seems to have done it, but its answer cannot be read. Look for what it writes"
                            + " before repeating it.")
                    .cause(unreadable)
                    .build();
        }
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
