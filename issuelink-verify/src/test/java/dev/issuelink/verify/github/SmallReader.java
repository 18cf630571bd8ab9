package dev.issuelink.verify.github;

import dev.issuelink.SyncRequest;
import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.host.Secret;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.testkit.TestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A process with little memory that reads a large repository. */
final class SmallReader {
    private static final String CONFIGURATION = """
            {"trackers": [{"name": "Code", "type": "github", "config": {
              "owner": "acme", "repo": "shop", "base_url": "%s",
              "auth": {"type": "personal_token", "token": "${TOKEN}"}}}]}
            """;

    private SmallReader() {}

    /** How to read, where, and with which token. */
    public static void main(String[] arguments) {
        var configuration = CONFIGURATION.formatted(arguments[1]);
        var read = switch (arguments[0]) {
            case "sync" -> sync(configuration, arguments[2]);
            case "feed" -> feed(connect(configuration, arguments[2]), new ArrayList<>(), false);
            case "hoard" -> feed(connect(configuration, arguments[2]), new ArrayList<>(), true);
            default -> listing(connect(configuration, arguments[2]));
        };
        System.out.println("read " + read);
        System.exit(0);
    }

    private static int sync(String configuration, String token) {
        try (var engine = IssueLinkEngine.builder(
                        ConfigurationReader.withInstalledProviders().read(configuration))
                .secrets(reference -> Optional.of(Secret.of(token)))
                .start()) {
            return engine.manager().sync(SyncRequest.of("Code")).issuesRead();
        }
    }

    private static int feed(IssueTrackerAdapter adapter, List<Issue> hoard, boolean keep) {
        @Nullable Cursor at = null;
        var read = 0;
        while (true) {
            var page = adapter.changes(at);
            read += page.items().size();
            if (keep) {
                hoard.addAll(page.items());
            }
            if (!page.more()) {
                return read;
            }
            at = page.next();
        }
    }

    private static int listing(IssueTrackerAdapter adapter) {
        var read = 0;
        for (var issue : adapter.getIssuesByLabel("bug")) {
            read += issue.body().isEmpty() ? 0 : 1;
        }
        return read;
    }

    private static IssueTrackerAdapter connect(String configuration, String token) {
        var config = ConfigurationReader.withInstalledProviders()
                .read(configuration)
                .trackers()
                .get(0);
        return ServiceLoader.load(IssueTrackerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.type().equals("github"))
                .findFirst()
                .orElseThrow()
                .connect(TestContext.builder(config)
                        .secret("TOKEN", token)
                        .executor(Executors.newFixedThreadPool(2))
                        .build());
    }
}
