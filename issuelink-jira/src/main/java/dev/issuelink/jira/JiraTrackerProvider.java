package dev.issuelink.jira;

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
 * Speaks to Jira's issues, on Jira Cloud and on Jira Data Center. Chosen by the type {@code jira}; found through the
 * service loader. Stateless; safe for all threads.
 */
public final class JiraTrackerProvider implements IssueTrackerProvider {
    /** Jira takes twenty writes to an issue in two seconds. */
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(100);

    /** For the service loader. */
    public JiraTrackerProvider() {}

    @Override
    public String type() {
        return JiraSettings.TYPE;
    }

    @Override
    public ProviderDescription describe() {
        return new ProviderDescription("Jira", settings(), authTypes());
    }

    @Override
    public IssueTrackerAdapter connect(TrackerContext context) {
        return JiraAdapter.connect(context, HttpOptions.defaults().betweenWrites(BETWEEN_WRITES));
    }

    private static List<SettingDescription> settings() {
        return Stream.concat(places().stream(), values().stream()).toList();
    }

    private static List<SettingDescription> places() {
        return List.of(
                required(
                        "base_url",
                        Kind.URL,
                        "Where people see Jira: https://company.atlassian.net, or https://HOST/jira with its path."),
                required("project_key", Kind.TEXT, "The project's key, as the DB in DB-7."),
                optional(
                        "default_issue_type",
                        Kind.TEXT,
                        "The type of opened issues that name none; Task unless given."),
                new SettingDescription(
                        "deployment",
                        Kind.TEXT,
                        false,
                        List.of(JiraSettings.CLOUD, JiraSettings.DATA_CENTER),
                        "Which Jira it is; Jira is asked once unless given."),
                optional(
                        "api_url",
                        Kind.URL,
                        "Where the REST API is, if it is not at base_url; OAuth and scoped tokens find the gateway by"
                                + " themselves."),
                optional("gateway_url", Kind.URL, "Atlassian's gateway: https://api.atlassian.com unless given."),
                optional(
                        "authorization_url",
                        Kind.URL,
                        "Where OAuth's tokens are renewed: https://auth.atlassian.com unless given."));
    }

    private static List<SettingDescription> values() {
        return List.of(
                optional(
                        "assignees",
                        Kind.TEXTS,
                        "Who is assigned to opened issues that name nobody; nobody unless given."),
                optional(
                        "users",
                        Kind.TEXT_MAP,
                        "The account, by its id on Cloud and its name on Data Center, for each name that rules use."),
                optional("priorities", Kind.TEXT_MAP, "Jira's priority for each of ours; the same name unless given."),
                optional(
                        "resolutions",
                        Kind.TEXT_MAP,
                        "Jira's resolution for completed, not_planned and duplicate; the usual names unless given."),
                optional(
                        "fields",
                        Kind.TEXT_MAP,
                        "Values that every opened issue gets, by the name or id of Jira's field."),
                optional(
                        "transition_fields",
                        Kind.TEXT_MAP,
                        "Values that changes of status ask for, by the name or id of Jira's field; comment among them."),
                optional("allow_delete", Kind.FLAG, "Whether issues may be deleted for good; false unless given."));
    }

    private static Map<String, List<SettingDescription>> authTypes() {
        var types = new LinkedHashMap<String, List<SettingDescription>>();
        types.put(
                JiraSettings.API_TOKEN,
                List.of(
                        required("email", Kind.TEXT, "The account's e-mail address."),
                        required("token", Kind.SECRET, "The API token."),
                        optional("scoped", Kind.FLAG, "Whether the token was made with scopes; false unless given."),
                        cloudId()));
        types.put(
                JiraSettings.OAUTH,
                List.of(
                        required("client_id", Kind.TEXT, "The id of the OAuth 2.0 app."),
                        required("client_secret", Kind.SECRET, "The secret of the OAuth 2.0 app."),
                        required(
                                "refresh_token",
                                Kind.SECRET,
                                "The refresh token of the user's consent; exchanged with every renewal, so it must be a"
                                        + " secret that the host can keep."),
                        cloudId()));
        types.put(JiraSettings.PERSONAL_TOKEN, List.of(required("token", Kind.SECRET, "The personal access token.")));
        types.put(
                JiraSettings.BASIC,
                List.of(
                        required("username", Kind.TEXT, "The account's name."),
                        required("password", Kind.SECRET, "The account's password; Data Center 10 at most.")));
        return types;
    }

    private static SettingDescription cloudId() {
        return optional(
                "cloud_id", Kind.TEXT, "The id of the site behind the gateway; Jira is asked once unless given.");
    }
}
