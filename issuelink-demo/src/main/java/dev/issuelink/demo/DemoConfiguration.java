package dev.issuelink.demo;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.StandardRules;
import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.host.Secret;
import dev.issuelink.host.SecretResolver;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration of the demo's own GitHub: JSON as a user writes it, with secrets by name only. */
final class DemoConfiguration {
    static final String TRACKER = "GitHub Issues";

    private static final String JSON = """
            {
              "trackers": [
                {
                  "name": "%s",
                  "type": "github",
                  "config": {
                    "base_url": "%s",
                    "owner": "%s",
                    "repo": "%s",
                    "auth": {"type": "personal_token", "token": "${DEMO_GITHUB_TOKEN}"},
                    "labels": ["issuelink"],
                    "priority_labels": {"P1": "urgent"}
                  },
                  "sync": {
                    "mode": "bidirectional",
                    "webhook_secret": "${DEMO_WEBHOOK_SECRET}",
                    "webhook_url": "%s",
                    "poll_interval_minutes": 0
                  }
                }
              ]
            }
            """;

    private DemoConfiguration() {}

    static IssueLinkConfiguration of(DemoGitHub github, URI webhookUrl) {
        var read = ConfigurationReader.withInstalledProviders()
                .read(JSON.formatted(TRACKER, github.baseUrl(), github.owner(), github.repository(), webhookUrl));
        return new IssueLinkConfiguration(read.trackers(), rules(), read.templates());
    }

    /** Rules that IssueLink brings along. Recurrences are gathered for a second only, so that the demo is short. */
    private static List<AutoIssueRule> rules() {
        return Stream.of(
                        "migration_proposed",
                        "drift_detected",
                        "design_review_requested",
                        "architecture_decision_recorded")
                .map(name -> StandardRules.rule(name, List.of(TRACKER)).toBuilder()
                        .commentEvery(Duration.ofSeconds(1))
                        .build())
                .toList();
    }

    /** Where the secrets are. A real host asks its vault, or leaves this out and uses the environment. */
    static SecretResolver secrets(DemoGitHub github) {
        var values = Map.of("DEMO_GITHUB_TOKEN", github.token(), "DEMO_WEBHOOK_SECRET", random());
        return reference -> Optional.ofNullable(values.get(reference.name())).map(Secret::of);
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
