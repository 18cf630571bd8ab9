package dev.issuelink.gitlab;

import static dev.issuelink.spi.SettingDescription.optional;
import static dev.issuelink.spi.SettingDescription.required;

import dev.issuelink.http.HttpOptions;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.SettingDescription;
import dev.issuelink.spi.SettingDescription.Kind;
import dev.issuelink.spi.TrackerContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Speaks to GitLab's issues, on gitlab.com, GitLab Dedicated and servers of one's own. Chosen by the type
 * {@code gitlab}; found through the service loader. Stateless; safe for all threads.
 */
public final class GitLabTrackerProvider implements IssueTrackerProvider {
    /** GitLab.com allows ten searches a minute. */
    private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(6);

    /** For the service loader. */
    public GitLabTrackerProvider() {}

    @Override
    public String type() {
        return GitLabSettings.TYPE;
    }

    @Override
    public ProviderDescription describe() {
        return new ProviderDescription("GitLab Issues", settings(), authTypes());
    }

    @Override
    public IssueTrackerAdapter connect(TrackerContext context) {
        return GitLabAdapter.connect(context, HttpOptions.defaults().betweenSearches(BETWEEN_SEARCHES));
    }

    private static List<SettingDescription> settings() {
        return Stream.concat(ofIssues().stream(), ofLimits().stream()).toList();
    }

    private static List<SettingDescription> ofIssues() {
        return List.of(
                required(
                        "project",
                        Kind.TEXT,
                        "The project's number, which survives renames, or its full path such as group/project."),
                optional(
                        "base_url",
                        Kind.URL,
                        "Where GitLab is: https://gitlab.com unless given. Of a server of one's own the address under"
                                + " which people see it, with its path if it has one; /api/v4 is added if it lacks."),
                optional(
                        "priority_labels",
                        Kind.TEXT_MAP,
                        "The label that stands for each priority, by the priority's name; without it priorities are"
                                + " reported as dropped."),
                optional(
                        "assignees",
                        Kind.TEXTS,
                        "Who is assigned to opened issues that name nobody; nobody unless given."),
                optional(
                        "issue_type",
                        Kind.TEXT,
                        "The type of opened issues that name none, for example incident; GitLab's own unless given."),
                optional(
                        "confidential",
                        Kind.FLAG,
                        "Whether opened issues are confidential, so that members alone see them; false unless given."));
    }

    private static List<SettingDescription> ofLimits() {
        return List.of(
                optional(
                        "strict_labels",
                        Kind.FLAG,
                        "Whether labels that the project lacks are dropped and reported; false unless given, so that"
                                + " GitLab makes them."),
                optional(
                        "allow_delete",
                        Kind.FLAG,
                        "Whether issues may be deleted for good, which needs an owner's credential; false unless"
                                + " given."),
                optional(
                        "allow_transfer",
                        Kind.FLAG,
                        "Whether issues may be moved to other projects; false unless given."));
    }

    private static Map<String, List<SettingDescription>> authTypes() {
        var token = List.of(required("token", Kind.SECRET, "The token, with the scope api."));
        var types = new LinkedHashMap<String, List<SettingDescription>>();
        types.put(GitLabSettings.PERSONAL_TOKEN, token);
        types.put(GitLabSettings.PROJECT_TOKEN, token);
        types.put(GitLabSettings.GROUP_TOKEN, token);
        types.put(GitLabSettings.OAUTH, token);
        return types;
    }
}
