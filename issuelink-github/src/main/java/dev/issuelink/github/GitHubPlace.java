package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.IssueReference;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an issue is.
 *
 * @param repository in which repository
 * @param number its number there
 */
record GitHubPlace(GitHubRepository repository, long number) {
    private static final Pattern NUMBER = Pattern.compile("(?:#|[Gg][Hh]-)?([1-9]\\d{0,17})");
    private static final Pattern QUALIFIED = Pattern.compile("([^/#\\s]+/[^/#\\s]+)#([1-9]\\d{0,17})");
    private static final Pattern WEB = Pattern.compile("https?://\\S+/issues/([1-9]\\d{0,17})/?(?:[?#]\\S*)?");

    static GitHubPlace of(IssueReference issue, GitHubConnection connection, String operation) {
        return parse(issue.project(), issue.displayKey(), connection.settings())
                .orElseThrow(() -> TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), operation)
                        .message("\"" + issue.displayKey() + "\" in \"" + issue.project()
                                + "\" is no issue of GitHub; issues are written #123, projects owner/repo.")
                        .build());
    }

    /** Understands {@code #456}, {@code 456}, {@code GH-456}, {@code owner/repo#456} and the address of an issue. */
    static Optional<GitHubPlace> parse(@Nullable String project, String displayKey, GitHubSettings settings) {
        var text = displayKey.strip();
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            var repository = project == null ? Optional.of(settings.repository()) : GitHubRepository.parse(project);
            return at(repository, number.group(1));
        }
        var qualified = QUALIFIED.matcher(text);
        if (qualified.matches()) {
            return at(GitHubRepository.parse(qualified.group(1)), qualified.group(2));
        }
        var web = WEB.matcher(text);
        return web.matches() && isOurs(text, settings)
                ? at(GitHubRepository.ofWebUrl(text.replaceFirst("/?(?:[?#].*)?$", "")), web.group(1))
                : Optional.empty();
    }

    /** The segments of its path in the REST API. */
    Object[] path(Object... further) {
        var segments = new Object[2 + further.length];
        segments[0] = "issues";
        segments[1] = number;
        System.arraycopy(further, 0, segments, 2, further.length);
        return GitHubConnection.path(repository, segments);
    }

    /** The same as text. */
    String uriPath() {
        return "/repos/" + repository.id() + "/issues/" + number;
    }

    private static Optional<GitHubPlace> at(Optional<GitHubRepository> repository, String number) {
        return repository.map(found -> new GitHubPlace(found, Long.parseLong(number)));
    }

    private static boolean isOurs(String url, GitHubSettings settings) {
        try {
            var host = String.valueOf(URI.create(url).getHost());
            return host.equalsIgnoreCase(settings.webHost())
                    || host.equalsIgnoreCase(settings.baseUrl().getHost());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
