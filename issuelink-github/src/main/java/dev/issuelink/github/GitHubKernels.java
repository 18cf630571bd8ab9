package dev.issuelink.github;

import dev.issuelink.http.Authenticator;
import dev.issuelink.http.HttpOptions;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.util.ArrayList;
import java.util.List;

/** Makes the HTTP kernels of one adapter: the one that signs, and for apps the one by which they get their token. */
final class GitHubKernels {
    private static final String USER_AGENT = "IssueLink";

    private final TrackerContext context;
    private final GitHubSettings settings;
    private final HttpOptions options;
    private final List<TrackerHttp> made = new ArrayList<>();
    private final TrackerHttp signing;

    GitHubKernels(TrackerContext context, GitHubSettings settings, HttpOptions options) {
        this.context = context;
        this.settings = settings;
        this.options = options;
        this.signing = make(GitHubAuthenticator.of(settings, context, () -> make(Authenticator.none())));
    }

    TrackerHttp signing() {
        return signing;
    }

    List<TrackerHttp> all() {
        return List.copyOf(made);
    }

    private TrackerHttp make(Authenticator authenticator) {
        var http = TrackerHttp.builder(context, settings.baseUrl())
                .authenticator(authenticator)
                .errorReader(new GitHubErrors())
                .rateLimitReader(new GitHubLimits())
                .defaultHeader("Accept", "application/vnd.github+json")
                .defaultHeader("X-GitHub-Api-Version", settings.apiVersion())
                .defaultHeader("User-Agent", USER_AGENT)
                .options(options)
                .build();
        made.add(http);
        return http;
    }
}
