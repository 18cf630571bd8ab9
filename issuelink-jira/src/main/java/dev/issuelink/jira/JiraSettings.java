package dev.issuelink.jira;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is configured, checked.
 *
 * @param tracker the tracker's configured name
 * @param project the key of the project in which issues are opened unless a draft says otherwise
 * @param site where people see Jira, without a slash at its end
 * @param places where its interfaces are
 * @param kind which Jira it is, if that is said
 * @param auth how to sign in; empty for anonymous
 * @param labels labels of every issue that is opened
 * @param defaults what issues get where a draft says nothing
 * @param words what our words are called in this Jira
 * @param allowDelete whether issues may be deleted
 */
record JiraSettings(
        String tracker,
        String project,
        URI site,
        Places places,
        Optional<JiraKind> kind,
        Optional<AuthConfig> auth,
        List<String> labels,
        Defaults defaults,
        Words words,
        boolean allowDelete) {
    static final String TYPE = "jira";
    static final String API_TOKEN = "api_token";
    static final String OAUTH = "oauth";
    static final String PERSONAL_TOKEN = "personal_token";
    static final String BASIC = "basic";
    static final String CLOUD = "cloud";
    static final String DATA_CENTER = "data_center";
    static final String GATEWAY = "https://api.atlassian.com";
    static final String AUTHORIZATION = "https://auth.atlassian.com";

    private static final String DEFAULT_TYPE = "Task";
    private static final String KEY = "[A-Za-z][A-Za-z0-9_]{0,254}";

    /**
     * Where Jira's interfaces are.
     *
     * @param api the API, if it is neither at the site nor behind the gateway
     * @param gateway before which OAuth and scoped tokens are used
     * @param authorization where OAuth's tokens are exchanged
     */
    record Places(Optional<URI> api, URI gateway, URI authorization) {}

    /**
     * What issues get where a draft says nothing.
     *
     * @param issueType the name or id of their type
     * @param assignees who is assigned
     * @param fields values of further fields, by the field's name or id
     * @param transitionFields values that transitions ask for, by the field's name or id
     */
    record Defaults(
            String issueType,
            List<String> assignees,
            Map<String, String> fields,
            Map<String, String> transitionFields) {}

    /**
     * What our words are called in this Jira.
     *
     * @param priorities Jira's priority by ours
     * @param resolutions Jira's resolution by ours, in lower case
     * @param users Jira's account by the name that rules use
     */
    record Words(Map<String, String> priorities, Map<String, String> resolutions, Map<String, String> users) {}

    /** Copies the components. */
    JiraSettings {
        labels = List.copyOf(labels);
    }

    static JiraSettings of(TrackerConfig config) {
        var given = config.settings();
        var faults = new ArrayList<ConfigurationFault>();
        var project = project(given, faults);
        var site = url(given, "base_url", "", faults);
        var places = new Places(
                given.text("api_url").map(text -> url(given, "api_url", text, faults)),
                url(given, "gateway_url", GATEWAY, faults),
                url(given, "authorization_url", AUTHORIZATION, faults));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new JiraSettings(
                config.name(),
                project,
                site,
                places,
                kind(given),
                config.auth(),
                config.labels(),
                defaults(given),
                new Words(
                        texts(given.inner("priorities")),
                        lowered(texts(given.inner("resolutions"))),
                        texts(given.inner("users"))),
                given.flag("allow_delete").orElse(false));
    }

    boolean isAnonymous() {
        return auth.isEmpty();
    }

    boolean signsInBy(String type) {
        return auth.filter(way -> way.type().equals(type)).isPresent();
    }

    /** Whether calls go through Atlassian's gateway, by the id of the site. */
    boolean usesGateway() {
        var scoped = auth.flatMap(way -> way.settings().flag("scoped")).orElse(false);
        return places.api().isEmpty() && (signsInBy(OAUTH) || (signsInBy(API_TOKEN) && scoped));
    }

    /** Which Jira it seems to be, as long as nobody asked it. */
    JiraKind likelyKind() {
        return kind.orElseGet(() -> {
            var host = site.getHost().toLowerCase(Locale.ROOT);
            var cloudAuth = signsInBy(API_TOKEN) || signsInBy(OAUTH);
            return cloudAuth || usesGateway() || host.endsWith(".atlassian.net")
                    ? JiraKind.CLOUD
                    : JiraKind.DATA_CENTER;
        });
    }

    /** Where people see an issue. */
    URI browse(String key) {
        return URI.create(site + "/browse/" + key);
    }

    private static String project(Settings given, List<ConfigurationFault> faults) {
        var key = given.text("project_key").orElse("");
        if (!key.matches(KEY)) {
            faults.add(ConfigurationFault.of(
                    "/config/project_key",
                    "must be the key of a project, as in the DB of DB-7, but is \"" + key + "\"."));
        }
        return key;
    }

    private static URI url(Settings given, String name, String otherwise, List<ConfigurationFault> faults) {
        var text = given.text(name).orElse(otherwise).replaceAll("/{1,100}$", "");
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
                "/config/" + name,
                "must be an address such as https://company.atlassian.net or https://HOST/jira, without credentials and"
                        + " query."));
        return URI.create(GATEWAY);
    }

    /** Whether an address is one of the web. */
    static boolean isWeb(URI url) {
        return url.getHost() != null
                && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()));
    }

    private static Optional<JiraKind> kind(Settings given) {
        return given.text("deployment").map(text -> text.equals(CLOUD) ? JiraKind.CLOUD : JiraKind.DATA_CENTER);
    }

    private static Defaults defaults(Settings given) {
        return new Defaults(
                given.text("default_issue_type").orElse(DEFAULT_TYPE),
                given.texts("assignees"),
                texts(given.inner("fields")),
                texts(given.inner("transition_fields")));
    }

    private static Map<String, String> texts(Settings given) {
        var texts = new LinkedHashMap<String, String>();
        given.names().forEach(name -> given.text(name).ifPresent(text -> texts.put(name, text)));
        return Collections.unmodifiableMap(texts);
    }

    private static Map<String, String> lowered(Map<String, String> texts) {
        var lowered = new LinkedHashMap<String, String>();
        texts.forEach((name, text) -> lowered.put(name.toLowerCase(Locale.ROOT), text));
        return Collections.unmodifiableMap(lowered);
    }
}
