package dev.issuelink.core.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.event.EventType;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.spi.TrackerContext;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TrackerRegistryTest {
    private final SampleProvider github = SampleProvider.github();
    private final ProviderRegistry providers = ProviderRegistry.of(List.of(github));

    @Test
    void connectsTheEnabledTrackersInOrder() {
        var registry = connect(tracker("b"), disabled("off"), tracker("a"));

        assertThat(registry.names()).containsExactly("b", "a");
        assertThat(registry.adapter("a").tracker()).isEqualTo("a");
        assertThat(registry.config("b")).isEqualTo(tracker("b"));
    }

    @Test
    void namesTheKnownTrackersAndTheNearest() {
        var registry = connect(tracker("GitHub Issues"), disabled("off"));

        assertThatThrownBy(() -> registry.adapter("Github Isues"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no enabled tracker \"Github Isues\"; there are: GitHub Issues."
                        + " Did you mean \"GitHub Issues\"?");
        assertThatThrownBy(() -> registry.adapter("off")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCapabilityGateLetsOnlyDeclaredOnesThrough() {
        var registry = connect(tracker("G"));

        assertThat(registry.require("G", Capability.READ_ISSUES, "getIssue")).isSameAs(registry.adapter("G"));
        var e = catchThrowableOfType(
                TrackerException.class, () -> registry.require("G", Capability.ATTACH_FILE, "attachFile"));
        assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(e).hasMessageContaining("G: attachFile failed").hasMessageContaining("ATTACH_FILE");
    }

    @Test
    void reportsAllFaultsAtOnceAndLeavesNothingOpen() {
        var rule = AutoIssueRule.builder("r", new EventType("a.b"), "schema_change", List.of("Gt", "nobody"))
                .build();
        var configuration = new IssueLinkConfiguration(
                List.of(
                        tracker("G1"),
                        TrackerConfig.builder("J", "gihub").build(),
                        tracker("refused"),
                        tracker("G1"),
                        tracker("Gt2")),
                List.of(rule),
                List.of());

        var e = catchThrowableOfType(
                ConfigurationException.class, () -> TrackerRegistry.connect(configuration, providers, Context::new));

        assertThat(e.faults())
                .extracting(fault -> fault.pointer() + " " + fault.nearest().orElse("-"))
                .containsExactly(
                        "/trackers/1/type github",
                        "/trackers/2/config/owner -",
                        "/trackers/3/name -",
                        "/auto_issue_rules/0 G1",
                        "/auto_issue_rules/0 -");
        assertThat(github.made()).isEmpty();
    }

    @Test
    void refusesAnAdapterOfAnotherNameAndClosesItAndTheOthers() {
        assertThatThrownBy(() -> connect(tracker("a"), tracker("renamed")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was asked for the tracker \"renamed\"");
        assertThat(github.made()).isEmpty();
    }

    @Test
    void closesAllAdaptersEvenIfOneFailsAndGivesNoneAwayAfterwards() {
        var registry = connect(tracker("a"), tracker("stubborn"), tracker("b"));
        assertThat(github.made()).hasSize(3);

        registry.close();
        registry.close();

        assertThat(github.made()).isEmpty();
        assertThatThrownBy(() -> registry.adapter("a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private TrackerRegistry connect(TrackerConfig... trackers) {
        return TrackerRegistry.connect(IssueLinkConfiguration.of(trackers), providers, Context::new);
    }

    private static TrackerConfig tracker(String name) {
        return TrackerConfig.builder(name, "github").build();
    }

    private static TrackerConfig disabled(String name) {
        return TrackerConfig.builder(name, "not-installed").enabled(false).build();
    }

    private record Context(TrackerConfig config) implements TrackerContext {
        @Override
        public Secret secret(SecretReference reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Clock clock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Sleeper sleeper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Executor executor() {
            throw new UnsupportedOperationException();
        }

        @Override
        public RandomGenerator random() {
            throw new UnsupportedOperationException();
        }
    }
}
