package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpOptions;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes the HTTP kernels of one adapter: the one that signs, whose address behind the gateway holds an id of the site
 * that is asked for once, and those by which OAuth gets its tokens and the id. Each keeps to one origin.
 */
final class JiraKernels {
    private static final String USER_AGENT = "IssueLink";

    private final TrackerContext context;
    private final JiraSettings settings;
    private final HttpOptions options;
    private final List<TrackerHttp> made = new CopyOnWriteArrayList<>();
    private final Authenticator authenticator;
    private @Nullable TrackerHttp api;

    JiraKernels(TrackerContext context, JiraSettings settings, HttpOptions options) {
        this.context = context;
        this.settings = settings;
        this.options = options;
        this.authenticator =
                JiraAuth.of(settings, context, () -> make(settings.places().authorization(), Authenticator.none()));
        if (!settings.usesGateway()) {
            api = make(settings.places().api().orElse(settings.site()), authenticator);
        }
    }

    /** The way to the API; behind the gateway the first call asks for the site's id. */
    synchronized TrackerHttp api(String operation) {
        if (api == null) {
            var gateway = settings.places().gateway();
            api = make(URI.create(gateway + "/ex/jira/" + cloudId(operation)), authenticator);
        }
        return api;
    }

    void close() {
        made.forEach(TrackerHttp::close);
    }

    private String cloudId(String operation) {
        var configured = settings.auth().flatMap(auth -> auth.settings().text("cloud_id"));
        return configured
                .or(() -> settings.signsInBy(JiraSettings.OAUTH) ? consented(operation) : told(operation))
                .filter(id -> id.matches("[A-Za-z0-9-]{1,64}"))
                .orElseThrow(() -> TrackerException.of(ErrorCode.PROTOCOL, settings.tracker(), operation)
                        .message("The id of the site " + settings.site()
                                + " could not be learnt; set auth.cloud_id, or see that the user consented for it.")
                        .build());
    }

    /** The sites that a user let us use. */
    private Optional<String> consented(String operation) {
        var http = make(settings.places().gateway(), authenticator);
        var call = HttpCall.get(operation)
                .path("oauth", "token", "accessible-resources")
                .build();
        return http.sendForList(call, JsonNode.class).body().orElse(List.of()).stream()
                .filter(site -> JiraJson.word(site, "url")
                        .filter(url -> url.equalsIgnoreCase(settings.site().toString()))
                        .isPresent())
                .flatMap(site -> JiraJson.word(site, "id").stream())
                .findFirst();
    }

    /** What the site tells to everybody. */
    private Optional<String> told(String operation) {
        var http = make(settings.site(), Authenticator.none());
        var call = HttpCall.get(operation).path("_edge", "tenant_info").build();
        return http.send(call, JsonNode.class).body().flatMap(info -> JiraJson.word(info, "cloudId"));
    }

    private TrackerHttp make(URI base, Authenticator signing) {
        var http = TrackerHttp.builder(context, base)
                .authenticator(signing)
                .errorReader(new JiraErrors())
                .rateLimitReader(new JiraLimits())
                .defaultHeader("User-Agent", USER_AGENT)
                .options(options)
                .build();
        made.add(http);
        return http;
    }
}
