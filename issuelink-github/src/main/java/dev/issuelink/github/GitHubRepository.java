package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which repository: what our model calls the project, {@code owner/repo}.
 *
 * @param owner the account that owns it
 * @param name its name
 */
record GitHubRepository(String owner, String name) {
    private static final String SEGMENT = "[A-Za-z0-9_.-]+";
    private static final Pattern ID = Pattern.compile("(" + SEGMENT + ")/(" + SEGMENT + ")");
    private static final Pattern API_PATH = Pattern.compile(".*?/repos/(" + SEGMENT + ")/(" + SEGMENT + ")(?:/.*)?");
    private static final Pattern WEB_PATH =
            Pattern.compile(".*?/(" + SEGMENT + ")/(" + SEGMENT + ")/(?:issues|pull|security/dependabot)/\\d+");

    /** Reads {@code owner/repo}. Names that would step out of a path are none. */
    static Optional<GitHubRepository> parse(String id) {
        return match(ID, id);
    }

    /** Reads an address of the REST API. */
    static Optional<GitHubRepository> ofApiUrl(String url) {
        return match(API_PATH, pathOf(url));
    }

    /** Reads the address where people see an issue or alert. */
    static Optional<GitHubRepository> ofWebUrl(String url) {
        return match(WEB_PATH, pathOf(url));
    }

    /** Reads a project's id, or says that it is none. */
    static GitHubRepository require(String id, String tracker, String operation) {
        return parse(id)
                .orElseThrow(() -> TrackerException.of(ErrorCode.VALIDATION, tracker, operation)
                        .message("\"" + id + "\" is no project of GitHub; projects are written owner/repo.")
                        .build());
    }

    /** The project's id. */
    String id() {
        return owner + "/" + name;
    }

    boolean sameAs(GitHubRepository other) {
        return id().equalsIgnoreCase(other.id());
    }

    private static Optional<GitHubRepository> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.matches() || isDots(matcher.group(1)) || isDots(matcher.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new GitHubRepository(matcher.group(1), matcher.group(2)));
    }

    private static boolean isDots(String segment) {
        return segment.equals(".") || segment.equals("..");
    }

    private static String pathOf(String url) {
        try {
            var path = URI.create(url).getPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
