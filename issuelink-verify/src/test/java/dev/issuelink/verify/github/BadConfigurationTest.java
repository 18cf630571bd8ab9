package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.SyncRequest;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.TrackerContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A wrong configuration is refused before anything is sent, with all that is wrong in it. */
class BadConfigurationTest {
    private final Site site = new Site();

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void allFaultsAreNamedAtOnceEachWithItsPlace() {
        var secret = "ghp_writtenoutwrittenoutwrittenoutwritten";
        var faults = faults(() -> ConfigurationReader.withInstalledProviders().read("""
                        {"trakers": [],
                         "trackers": [
                           {"name": "A", "type": "githbu", "config": {}},
                           {"name": "B", "type": "github", "enabled": "yes",
                            "config": {"owner": "acme", "ripo": "shop", "base_url": "not a url",
                                       "auth": {"type": "personal_token", "token": "%s"}},
                            "sync": {"mode": "sideways", "poll_interval_minutes": -5}},
                           {"name": "B", "type": "github", "config": {"owner": "acme", "repo": "shop"}}],
                         "auto_issue_rules": [{"event": 7}]}
                        """.formatted(secret)));

        assertThat(faults)
                .extracting(ConfigurationFault::pointer)
                .contains(
                        "/trakers",
                        "/trackers/0/type",
                        "/trackers/1/enabled",
                        "/trackers/1/config/ripo",
                        "/trackers/1/config",
                        "/trackers/1/config/base_url",
                        "/trackers/1/config/auth/token",
                        "/trackers/1/sync/mode",
                        "/trackers/1/sync/poll_interval_minutes",
                        "/trackers/2/name");
        assertThat(faults)
                .filteredOn(fault -> fault.pointer().equals("/trackers/0/type"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.nearest()).contains("github"));
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.problem()).isNotBlank();
            assertThat(fault.toString()).doesNotContain(secret.substring(0, 12));
        });
    }

    @Test
    void anUnknownTypeNamesThoseThatAreThere() {
        var config = TrackerConfig.builder("Code", "gitbucket").build();
        var faults = faults(
                () -> IssueLinkEngine.builder(IssueLinkConfiguration.of(config)).start());

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("/trackers/0/type")
                        .contains("installed: github"));
    }

    @Test
    void twoProvidersOfOneTypeAreRefusedWithBothNames() {
        var faults = faults(() -> IssueLinkEngine.builder(
                        ConfigurationReader.withInstalledProviders().read(site.configuration("", "")))
                .provider(new SecondGitHub())
                .start());

        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault.toString())
                        .contains("github")
                        .contains(SecondGitHub.class.getName())
                        .contains("GitHubTrackerProvider"));
    }

    @Test
    void aSecretThatNobodyKnowsIsNamedWithoutARequest() {
        site.secrets.remove("TOKEN");
        var failure = catchThrowableOfType(
                RuntimeException.class, () -> site.engine().manager().sync(SyncRequest.of(Site.TRACKER)));

        assertThat(failure).hasMessageContaining("TOKEN").hasMessageContaining(Site.TRACKER);
        assertThat(site.github.requestCount()).isZero();
    }

    @Test
    void aSecretThatIsMissingAtTheTimeOfAWriteStopsTheWrite() {
        var engine = site.engine();
        site.finish(engine.manager()
                .createIssue(Site.TRACKER, IssueDraft.builder("First").build(), List.of()));
        site.secrets.remove("TOKEN");

        var failure = catchThrowableOfType(
                TrackerException.class,
                () -> site.finish(engine.manager()
                        .createIssue(Site.TRACKER, IssueDraft.builder("Second").build(), List.of())));

        assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION);
        assertThat(failure).hasMessageContaining("TOKEN");
    }

    @Test
    void whatOnlyTheProviderCanJudgeIsRefusedWhenTheEngineStarts() {
        var configuration = ConfigurationReader.withInstalledProviders()
                .read(site.configuration("", "").replace("\"acme\"", "\"acme/../evil\""));
        var faults = faults(() -> IssueLinkEngine.builder(configuration)
                .secrets(reference -> Optional.of(Secret.of("a-secret-of-the-test")))
                .start());

        assertThat(faults).anySatisfy(fault -> assertThat(fault.toString()).contains("acme/../evil"));
        assertThat(site.github.requestCount()).isZero();
    }

    private static List<ConfigurationFault> faults(ThrowingCallable call) {
        var refusal = catchThrowableOfType(ConfigurationException.class, call);
        assertThat(refusal).isNotNull();
        refusal.faults().forEach(fault -> assertThat(refusal).hasMessageContaining(fault.pointer()));
        return refusal.faults();
    }

    /** Takes the type of another. */
    private static final class SecondGitHub implements IssueTrackerProvider {
        @Override
        public String type() {
            return "github";
        }

        @Override
        public ProviderDescription describe() {
            return new ProviderDescription("Another", List.of(), Map.of());
        }

        @Override
        public IssueTrackerAdapter connect(TrackerContext context) {
            throw new UnsupportedOperationException();
        }
    }
}
