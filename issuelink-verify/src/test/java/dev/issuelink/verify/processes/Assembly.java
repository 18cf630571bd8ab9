package dev.issuelink.verify.processes;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.IssueTemplate;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.EngineOptions;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.event.EventType;
import dev.issuelink.github.GitHubTrackerProvider;
import dev.issuelink.host.Secret;
import dev.issuelink.jdbc.JdbcStores;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.model.WriteLimits;
import dev.issuelink.store.IssueLinkStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Puts the engine of a process together: the real one, with GitHub's adapter and a store that lasts. */
final class Assembly {
    private static final IssueTemplate TEMPLATE =
            new IssueTemplate("plain", "{{object.name}} drifted", "Seen in {{environment.name}}.");
    private static final int PLENTY = 1_000_000;
    /** So that comments on recurrences are written while the tests run. */
    private static final Duration COMMENTS = Duration.ofMillis(600);

    private final Setting setting;
    private final Telling telling;

    Assembly(Setting setting, Consumer<String> teller) {
        this.setting = setting;
        this.telling = new Telling(open(setting.store()), teller);
    }

    IssueLinkStores stores() {
        return telling;
    }

    /** Opens a store by its path or address. */
    static IssueLinkStores open(String store) {
        return store.startsWith("jdbc:")
                ? JdbcStores.postgresql(new Pool(store), "issuelink_")
                : JdbcStores.sqlite(Path.of(store));
    }

    IssueLinkEngine start() {
        var numbers = IntStream.range(0, setting.trackers());
        var configuration = new IssueLinkConfiguration(
                numbers.mapToObj(this::tracker).toList(),
                IntStream.range(0, setting.trackers()).mapToObj(Assembly::rule).toList(),
                List.of(TEMPLATE));
        return IssueLinkEngine.builder(configuration)
                .provider(new HastyProvider(new GitHubTrackerProvider(), telling))
                .secrets(reference ->
                        Optional.of(Secret.of(reference.name().equals("HOOK") ? Setting.HOOK_SECRET : setting.token())))
                .stores(telling)
                .options(EngineOptions.defaults()
                        .withWorkers(setting.workers())
                        .withLease(setting.lease())
                        .withIdlePause(Duration.ofMillis(200))
                        .withRetries(Duration.ofMillis(200), Duration.ofSeconds(1)))
                .start();
    }

    private TrackerConfig tracker(int number) {
        var settings = Map.of(
                "owner", Setting.OWNER, "repo", Setting.repository(number), "base_url", (Object) setting.tracker());
        var sync = new SyncConfig(
                SyncDirection.BIDIRECTIONAL, List.of(new SecretReference("HOOK")), Optional.empty(), Duration.ZERO);
        return TrackerConfig.builder(Setting.name(number), HastyProvider.TYPE)
                .settings(Settings.of(settings))
                .auth(new AuthConfig("personal_token", Settings.of(Map.of("token", new SecretReference("TOKEN")))))
                .sync(sync)
                .budget(IssueBudget.perHour(PLENTY))
                .writeLimits(new WriteLimits(PLENTY, PLENTY))
                .build();
    }

    private static AutoIssueRule rule(int number) {
        return AutoIssueRule.builder(
                        "Drift " + number, EventType.DRIFT_DETECTED, TEMPLATE.name(), List.of(Setting.name(number)))
                .condition("environment.name == 'env" + number + "'")
                .budget(IssueBudget.perHour(PLENTY))
                .commentEvery(COMMENTS)
                .build();
    }
}
