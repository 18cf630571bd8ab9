package dev.issuelink.core.internal.registry;

import static dev.issuelink.spi.SettingDescription.optional;
import static dev.issuelink.spi.SettingDescription.required;

import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.SettingDescription;
import dev.issuelink.spi.SettingDescription.Kind;
import dev.issuelink.spi.TrackerContext;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Providers with the settings of real ones. */
public record SampleProvider(String type, ProviderDescription describe, List<SampleAdapter> made)
        implements IssueTrackerProvider {
    public static SampleProvider of(String type, ProviderDescription description) {
        return new SampleProvider(type, description, new java.util.ArrayList<>());
    }

    public static SampleProvider jira() {
        return of(
                "jira",
                new ProviderDescription(
                        "Jira",
                        List.of(
                                required("base_url", Kind.URL, "Where Jira is reached."),
                                required("project_key", Kind.TEXT, "The project's key."),
                                optional("default_issue_type", Kind.TEXT, "The type of new issues.")),
                        Map.of(
                                "api_token",
                                List.of(
                                        required("email", Kind.TEXT, "The account's address."),
                                        required("token", Kind.SECRET, "The API token.")))));
    }

    public static SampleProvider github() {
        return of(
                "github",
                new ProviderDescription(
                        "GitHub Issues",
                        List.of(
                                required("owner", Kind.TEXT, "The account that owns the repository."),
                                required("repo", Kind.TEXT, "The repository's name."),
                                optional("page_size", Kind.NUMBER, "How many issues are read at once."),
                                optional("strict", Kind.FLAG, "Whether it is strict."),
                                optional("teams", Kind.TEXT_MAP, "Users by team."),
                                optional("skip", Kind.TEXTS, "What is left out."),
                                new SettingDescription("plan", Kind.TEXT, false, List.of("free", "paid"), "The plan.")),
                        Map.of(
                                "personal_token",
                                List.of(required("token", Kind.SECRET, "The token.")),
                                "app",
                                List.of(required("app_id", Kind.NUMBER, "The app's id.")))));
    }

    @Override
    public IssueTrackerAdapter connect(TrackerContext context) {
        if (context.config().name().equals("refused")) {
            throw new ConfigurationException(
                    List.of(ConfigurationFault.of("/config/owner", "contradicts the repository.")));
        }
        var name = context.config().name().equals("renamed")
                ? "other"
                : context.config().name();
        var adapter = new SampleAdapter(name, Set.of(Capability.READ_ISSUES), made);
        made.add(adapter);
        return adapter;
    }
}
