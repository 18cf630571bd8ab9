package dev.issuelink.github;

import static dev.issuelink.spi.SettingDescription.optional;
import static dev.issuelink.spi.SettingDescription.required;

import dev.issuelink.http.HttpOptions;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.SettingDescription;
import dev.issuelink.spi.SettingDescription.Kind;
import dev.issuelink.spi.TrackerContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Speaks to GitHub's issues, on github.com, GitHub Enterprise Cloud and GitHub Enterprise Server. Chosen by the type
 * {@code github}; found through the service loader. Stateless; safe for all threads.
 */
public final class GitHubTrackerProvider implements IssueTrackerProvider {
    /** For the service loader. */
    public GitHubTrackerProvider() {}

    @Override
    public String type() {
        return GitHubSettings.TYPE;
    }

    @Override
    public ProviderDescription describe() {
        return new ProviderDescription("GitHub Issues", settings(), authTypes());
    }

    @Override
    public IssueTrackerAdapter connect(TrackerContext context) {
        return GitHubAdapter.connect(context, HttpOptions.defaults());
    }

    private static List<SettingDescription> settings() {
        return List.of(
                required("owner", Kind.TEXT, "The account that owns the repository, as in github.com/owner/repo."),
                required("repo", Kind.TEXT, "The repository's name, as in github.com/owner/repo."),
                optional(
                        "base_url",
                        Kind.URL,
                        "Where the REST API is: https://api.github.com unless given; https://HOST/api/v3 for GitHub"
                                + " Enterprise Server."),
                optional(
                        "api_version",
                        Kind.TEXT,
                        "The version of the REST API to ask for: 2022-11-28 unless given, since every supported GitHub"
                                + " Enterprise Server knows it."),
                optional(
                        "priority_labels",
                        Kind.TEXT_MAP,
                        "The label that stands for each priority, by the priority's name; without it priorities are"
                                + " reported as dropped."),
                optional(
                        "assignees",
                        Kind.TEXTS,
                        "Who is assigned to opened issues that name nobody; nobody unless given."),
                optional("issue_type", Kind.TEXT, "The type of opened issues that name none; none unless given."),
                optional(
                        "strict_labels",
                        Kind.FLAG,
                        "Whether labels that the repository lacks are dropped and reported; false unless given, so that"
                                + " GitHub makes them."),
                optional(
                        "allow_delete",
                        Kind.FLAG,
                        "Whether issues may be deleted for good, which needs an administrator's credential; false unless"
                                + " given."),
                optional(
                        "allow_transfer",
                        Kind.FLAG,
                        "Whether issues may be moved to other repositories; false unless given."));
    }

    private static Map<String, List<SettingDescription>> authTypes() {
        var types = new LinkedHashMap<String, List<SettingDescription>>();
        var token = List.of(required("token", Kind.SECRET, "The token."));
        types.put(GitHubSettings.PERSONAL_TOKEN, token);
        types.put(GitHubSettings.OAUTH, token);
        types.put(
                GitHubSettings.APP,
                List.of(
                        required("app_id", Kind.TEXT, "The app's client id, or its number."),
                        required("private_key", Kind.SECRET, "The app's private key as PEM, PKCS#1 or PKCS#8."),
                        optional(
                                "installation_id",
                                Kind.NUMBER,
                                "The number of the app's installation; without it GitHub is asked once.")));
        return types;
    }
}
