package dev.issuelink.github;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.Settings;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is configured, checked.
 *
 * @param tracker the tracker's configured name
 * @param repository where issues are opened unless a draft says otherwise
 * @param baseUrl where the REST API is, without a slash at its end
 * @param apiVersion the version of the API that is asked for
 * @param auth how to sign in; empty for anonymous
 * @param labels labels of every issue that is opened
 * @param assignees who is assigned where a draft names nobody
 * @param issueType the type of issues where a draft names none
 * @param priorityLabels the label that stands for each priority
 * @param strictLabels whether labels that the repository lacks are dropped rather than made
 * @param allowDelete whether issues may be deleted
 * @param allowTransfer whether issues may be transferred
 */
record GitHubSettings(
        String tracker,
        GitHubRepository repository,
        URI baseUrl,
        String apiVersion,
        Optional<AuthConfig> auth,
        List<String> labels,
        List<String> assignees,
        Optional<String> issueType,
        Map<String, String> priorityLabels,
        boolean strictLabels,
        boolean allowDelete,
        boolean allowTransfer) {
    static final String TYPE = "github";
    static final String PERSONAL_TOKEN = "personal_token";
    static final String OAUTH = "oauth";
    static final String APP = "app";
    static final String DEFAULT_BASE_URL = "https://api.github.com";

    /**
     * The version that every supported GitHub Enterprise Server knows too, supported at least until March 2028. What
     * we read and write means the same in 2026-03-10.
     */
    static final String DEFAULT_API_VERSION = "2022-11-28";

    /** How the address of the REST API ends on a GitHub Enterprise Server. */
    private static final String OWN_SERVER = "/api/v3";

    /** GitHub's own limit. */
    static final int MOST_ASSIGNEES = 10;

    /** Copies the components. */
    GitHubSettings {
        labels = List.copyOf(labels);
        assignees = List.copyOf(assignees);
        priorityLabels = Collections.unmodifiableMap(new LinkedHashMap<>(priorityLabels));
    }

    static GitHubSettings of(TrackerConfig config) {
        var given = config.settings();
        var faults = new ArrayList<ConfigurationFault>();
        var repository = repository(given, faults);
        var baseUrl = baseUrl(given, faults);
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new GitHubSettings(
                config.name(),
                repository.orElseThrow(),
                baseUrl,
                given.text("api_version").orElse(DEFAULT_API_VERSION),
                config.auth(),
                config.labels(),
                given.texts("assignees"),
                given.text("issue_type"),
                priorityLabels(given.inner("priority_labels")),
                given.flag("strict_labels").orElse(false),
                given.flag("allow_delete").orElse(false),
                given.flag("allow_transfer").orElse(false));
    }

    boolean isAnonymous() {
        return auth.isEmpty();
    }

    boolean isApp() {
        return auth.filter(way -> way.type().equals(APP)).isPresent();
    }

    /** Where GraphQL is: beside the REST API, not below it. */
    URI graphQlUrl() {
        var text = baseUrl.toString();
        var root = isOwnServer() ? text.substring(0, text.length() - "/v3".length()) : text;
        return URI.create(root + "/graphql");
    }

    /** Where people see something: beside the REST API on a server of one's own, else without the {@code api.}. */
    URI webUrl(String path) {
        var port = baseUrl.getPort() < 0 ? "" : ":" + baseUrl.getPort();
        return URI.create(baseUrl.getScheme() + "://" + webHost() + port + "/" + path);
    }

    /** The host on which people see the issues. */
    String webHost() {
        var host = baseUrl.getHost();
        return host.startsWith("api.") && !isOwnServer() ? host.substring("api.".length()) : host;
    }

    /** Whether an address is one of the web. */
    static boolean isWeb(URI url) {
        return url.getHost() != null
                && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
    }

    private boolean isOwnServer() {
        return baseUrl.toString().endsWith(OWN_SERVER);
    }

    private static Optional<GitHubRepository> repository(Settings given, List<ConfigurationFault> faults) {
        var id = given.text("owner").orElse("") + "/" + given.text("repo").orElse("");
        var repository = GitHubRepository.parse(id);
        if (repository.isEmpty()) {
            faults.add(ConfigurationFault.of(
                    "/config",
                    "\"owner\" and \"repo\" must be names as in https://github.com/owner/repo, but are \"" + id
                            + "\"."));
        }
        return repository;
    }

    private static URI baseUrl(Settings given, List<ConfigurationFault> faults) {
        var text = given.text("base_url").orElse(DEFAULT_BASE_URL).replaceAll("/+$", "");
        try {
            var url = URI.create(text);
            if (isWeb(url)
                    && url.getRawQuery() == null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            // reported below, with the other forms that cannot be used
        }
        faults.add(ConfigurationFault.of(
                "/config/base_url",
                "must be the address of GitHub's REST API such as https://api.github.com or"
                        + " https://HOST/api/v3, without credentials and query."));
        return URI.create(DEFAULT_BASE_URL);
    }

    private static Map<String, String> priorityLabels(Settings given) {
        var labels = new LinkedHashMap<String, String>();
        given.names().forEach(name -> given.text(name).ifPresent(label -> labels.put(name, label)));
        return labels;
    }
}
