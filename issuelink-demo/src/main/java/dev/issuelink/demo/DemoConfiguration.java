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
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The configuration of the demo's own tracker: JSON as a user writes it, with secrets by name only. */
final class DemoConfiguration {
    /** The name of the secret that proves that webhooks come from the tracker. */
    static final String WEBHOOK_SECRET = "DEMO_WEBHOOK_SECRET";

    private static final String SYNC = """
            {
              "mode": "bidirectional",
              "webhook_secret": "${%s}",
              "webhook_url": "%s",
              "poll_interval_minutes": 0
            }
            """;

    private DemoConfiguration() {}

    static IssueLinkConfiguration of(DemoTracker tracker, URI webhookUrl) {
        var read = ConfigurationReader.withInstalledProviders()
                .read("{\"trackers\": [" + tracker.configuration(webhookUrl) + "]}");
        return new IssueLinkConfiguration(read.trackers(), rules(tracker.kind().tracker()), read.templates());
    }

    /** How every tracker is kept in step: by webhooks alone. */
    static String sync(URI webhookUrl) {
        return SYNC.formatted(WEBHOOK_SECRET, webhookUrl);
    }

    /** Rules that IssueLink brings along. Recurrences are gathered for a second only, so that the demo is short. */
    private static List<AutoIssueRule> rules(String tracker) {
        return Stream.of(
                        "migration_proposed",
                        "drift_detected",
                        "design_review_requested",
                        "architecture_decision_recorded")
                .map(name -> StandardRules.rule(name, List.of(tracker)).toBuilder()
                        .commentEvery(Duration.ofSeconds(1))
                        .build())
                .toList();
    }

    /** Where the secrets are. A real host asks its vault, or leaves this out and uses the environment. */
    static SecretResolver secrets(DemoTracker tracker) {
        var values = tracker.secrets();
        return reference -> Optional.ofNullable(values.get(reference.name())).map(Secret::of);
    }

    /** A secret of letters and digits. */
    static String randomWord() {
        return HexFormat.of().formatHex(random());
    }

    /** The same in the form that some trackers want. */
    static String randomBase64() {
        return Base64.getEncoder().encodeToString(random());
    }

    private static byte[] random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
