package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.SecretReference;
import dev.issuelink.core.internal.secret.KeptSecrets;
import dev.issuelink.core.internal.secret.WatchedStores;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Cipher;
import dev.issuelink.host.Secret;
import dev.issuelink.model.IssueDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a tracker exchanged a secret for is a secret as well. */
class EngineKeptSecretsTest {
    private static final String EXCHANGED = "exchanged-by-another-node";

    private final EngineFixture fixture = new EngineFixture();
    private final Map<String, String> vault = new ConcurrentHashMap<>(Map.of("KEY", "cd".repeat(32)));
    private final Cipher cipher = Cipher.aesGcm(
            reference -> Optional.ofNullable(vault.get(reference.name())).map(Secret::of), new SecretReference("KEY"));

    @AfterEach
    void close() {
        fixture.close();
    }

    private void exchangedByAnotherNode(String configured) {
        new KeptSecrets(new WatchedStores(fixture.stores), cipher)
                .keep(new SecretReference("TOKEN"), Secret.of(configured), Secret.of(EXCHANGED));
    }

    private void open(IssueLinkEngine engine, String title) {
        engine.manager()
                .createIssue(EngineFixture.TRACKER, IssueDraft.builder(title).build(), List.of())
                .await(EngineFixture.SOON);
    }

    @Test
    void itIsHiddenInTextsOnEveryNodeWhateverItCameFrom() {
        var engine = fixture.start(fixture.builder().cipher(cipher));
        for (var configured : List.of("token-of-the-test", "configured on another node")) {
            exchangedByAnotherNode(configured);
            open(engine, "About " + EXCHANGED + " and token-of-the-test");
        }
        assertThat(fixture.tracker.issues())
                .hasSize(2)
                .allSatisfy(issue ->
                        assertThat(issue.title()).contains("[redacted]").doesNotContain(EXCHANGED, "token-of"));
    }

    @Test
    void nothingIsWrittenWhileItCannotBeOpened() {
        var engine = fixture.start(fixture.builder().cipher(cipher));
        exchangedByAnotherNode("token-of-the-test");
        var key = vault.remove("KEY");
        assertThatThrownBy(() -> open(engine, "About " + EXCHANGED))
                .isInstanceOfSatisfying(TrackerException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION);
                    assertThat(refusal).hasMessageContaining("${TOKEN}").hasMessageContaining("${KEY}");
                });
        assertThat(fixture.tracker.issues()).isEmpty();
        vault.put("KEY", key);
        open(engine, "About " + EXCHANGED);
        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void aCipherNeedsStoresThatLast() {
        var builder = IssueLinkEngine.builder(new IssueLinkConfiguration(List.of(), List.of(), List.of()))
                .cipher(cipher);
        assertThatIllegalStateException().isThrownBy(builder::start).withMessageContaining("stores");
    }
}
