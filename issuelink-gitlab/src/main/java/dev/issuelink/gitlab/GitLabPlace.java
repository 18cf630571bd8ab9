package dev.issuelink.gitlab;

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
 * @param project in which project
 * @param iid its number there
 */
record GitLabPlace(GitLabProject project, long iid) {
    private static final int LONGEST = 2_048;
    private static final Pattern NUMBER = Pattern.compile("(?:#|[Gg][Ll]-)?([1-9]\\d{0,17})");
    private static final Pattern QUALIFIED = Pattern.compile("([^#\\s]++)#([1-9]\\d{0,17})");
    private static final Pattern WEB_PATH =
            Pattern.compile("/(.+?)(?:/-)?/(?:issues|work_items)/(?:incident/)?([1-9]\\d{0,17})/?");

    static GitLabPlace of(IssueReference issue, GitLabConnection connection, String operation) {
        // The project of a reference is its number, which stays when the path in the key has changed.
        var number = issue.displayKey().substring(issue.displayKey().indexOf('#') + 1);
        return parse(issue.project(), "#" + number, connection.settings())
                .orElseThrow(() -> TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), operation)
                        .message("\"" + issue.displayKey() + "\" in \"" + issue.project()
                                + "\" is no issue of GitLab; issues are written group/project#123.")
                        .build());
    }

    /** Understands {@code #456}, {@code 456}, {@code GL-456}, {@code group/project#456} and the address of an issue. */
    static Optional<GitLabPlace> parse(@Nullable String project, String displayKey, GitLabSettings settings) {
        var text = displayKey.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var number = NUMBER.matcher(text);
        if (number.matches()) {
            var there = project == null ? Optional.of(settings.project()) : GitLabProject.parse(project);
            return at(there, number.group(1));
        }
        var qualified = QUALIFIED.matcher(text);
        if (qualified.matches() && !text.contains("://")) {
            return at(GitLabProject.parse(qualified.group(1)), qualified.group(2));
        }
        return ofWebUrl(text, settings);
    }

    /** The path of the project in the address of an issue. */
    static Optional<String> projectPath(String url, GitLabSettings settings) {
        return ofWebUrl(url, settings).map(place -> place.project().id());
    }

    /** Where an address of our GitLab leads; one of another host is none. */
    private static Optional<GitLabPlace> ofWebUrl(String text, GitLabSettings settings) {
        try {
            var url = URI.create(text);
            if (!GitLabSettings.isWeb(url)
                    || !url.getHost().equalsIgnoreCase(settings.baseUrl().getHost())) {
                return Optional.empty();
            }
            var root = URI.create(settings.webRoot()).getPath();
            var path = url.getPath().startsWith(root + "/") ? url.getPath().substring(root.length()) : url.getPath();
            var matcher = WEB_PATH.matcher(path);
            return matcher.matches() ? at(GitLabProject.parse(matcher.group(1)), matcher.group(2)) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The segments of its path in the REST API. */
    Object[] path(Object... further) {
        var segments = new Object[2 + further.length];
        segments[0] = "issues";
        segments[1] = iid;
        System.arraycopy(further, 0, segments, 2, further.length);
        return GitLabConnection.path(project, segments);
    }

    private static Optional<GitLabPlace> at(Optional<GitLabProject> project, String number) {
        return project.map(found -> new GitLabPlace(found, Long.parseLong(number)));
    }
}
