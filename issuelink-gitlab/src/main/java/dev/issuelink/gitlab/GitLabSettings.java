package dev.issuelink.gitlab;

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
 * @param project where issues are opened unless a draft says otherwise: number or full path
 * @param baseUrl where the REST API is, without a slash at its end
 * @param auth how to sign in; empty for anonymous
 * @param labels labels of every issue that is opened
 * @param assignees who is assigned where a draft names nobody
 * @param issueType the type of issues where a draft names none
 * @param priorityLabels the label that stands for each priority
 * @param confidential whether opened issues are confidential
 * @param strictLabels whether labels that the project lacks are dropped rather than made
 * @param allowDelete whether issues may be deleted
 * @param allowTransfer whether issues may be moved
 */
record GitLabSettings(
        String tracker,
        GitLabProject project,
        URI baseUrl,
        Optional<AuthConfig> auth,
        List<String> labels,
        List<String> assignees,
        Optional<String> issueType,
        Map<String, String> priorityLabels,
        boolean confidential,
        boolean strictLabels,
        boolean allowDelete,
        boolean allowTransfer) {
    static final String TYPE = "gitlab";
    static final String PERSONAL_TOKEN = "personal_token";
    static final String PROJECT_TOKEN = "project_token";
    static final String GROUP_TOKEN = "group_token";
    static final String OAUTH = "oauth";

    private static final String GITLAB_COM = "gitlab.com";
    private static final String DEFAULT_BASE_URL = "https://" + GITLAB_COM;
    private static final String API = "/api/v4";

    /** Copies the components. */
    GitLabSettings {
        labels = List.copyOf(labels);
        assignees = List.copyOf(assignees);
        priorityLabels = Collections.unmodifiableMap(new LinkedHashMap<>(priorityLabels));
    }

    static GitLabSettings of(TrackerConfig config) {
        var given = config.settings();
        var faults = new ArrayList<ConfigurationFault>();
        var project = project(given, faults);
        var baseUrl = baseUrl(given, faults);
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new GitLabSettings(
                config.name(),
                project.orElseThrow(),
                baseUrl,
                config.auth(),
                config.labels(),
                given.texts("assignees"),
                given.text("issue_type"),
                priorityLabels(given.inner("priority_labels")),
                given.flag("confidential").orElse(false),
                given.flag("strict_labels").orElse(false),
                given.flag("allow_delete").orElse(false),
                given.flag("allow_transfer").orElse(false));
    }

    boolean isAnonymous() {
        return auth.isEmpty();
    }

    boolean isOAuth() {
        return auth.filter(way -> way.type().equals(OAUTH)).isPresent();
    }

    /** Whether it is GitLab's own server, whose limits are known. */
    boolean isGitLabCom() {
        return GITLAB_COM.equalsIgnoreCase(baseUrl.getHost());
    }

    /** Where people see GitLab, without a slash at its end. */
    String webRoot() {
        var text = baseUrl.toString();
        return text.substring(0, text.length() - API.length());
    }

    URI graphQlUrl() {
        return URI.create(webRoot() + "/api/graphql");
    }

    URI webUrl(String path) {
        return URI.create(webRoot() + "/" + path);
    }

    /** Whether an address is one of the web. */
    static boolean isWeb(URI url) {
        return url.getHost() != null
                && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
    }

    private static Optional<GitLabProject> project(Settings given, List<ConfigurationFault> faults) {
        var text = given.text("project").orElse("");
        var project = GitLabProject.parse(text);
        if (project.isEmpty()) {
            faults.add(ConfigurationFault.of(
                    "/config/project",
                    "must be a project's number, or its full path as in https://gitlab.com/group/project, but is \""
                            + text + "\"."));
        }
        return project;
    }

    private static URI baseUrl(Settings given, List<ConfigurationFault> faults) {
        var text = given.text("base_url").orElse(DEFAULT_BASE_URL).replaceAll("/+$", "");
        try {
            var url = URI.create(text.endsWith(API) ? text : text + API);
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
                "must be the address of GitLab such as https://gitlab.com or https://HOST/gitlab, without credentials"
                        + " and query."));
        return URI.create(DEFAULT_BASE_URL + API);
    }

    private static Map<String, String> priorityLabels(Settings given) {
        var labels = new LinkedHashMap<String, String>();
        given.names().forEach(name -> given.text(name).ifPresent(label -> labels.put(name, label)));
        return labels;
    }
}
