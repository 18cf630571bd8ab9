package dev.issuelink.core.internal.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.StoreException;
import dev.issuelink.host.Cipher;
import dev.issuelink.host.Secret;
import dev.issuelink.store.InMemoryStores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeptSecretsTest {
    private static final SecretReference TOKEN = new SecretReference("TOKEN");
    private static final SecretReference OTHER = new SecretReference("OTHER");
    private static final Secret FIRST = Secret.of("configured-first");
    private static final Secret SECOND = Secret.of("configured-second");
    private static final Secret THIRD = Secret.of("configured-third");

    private final Map<String, String> vault = new ConcurrentHashMap<>(Map.of("KEY", "ab".repeat(32)));
    private final InMemoryStores stores = InMemoryStores.create();
    private final WatchedStores watched = new WatchedStores(stores);
    private final KeptSecrets kept = new KeptSecrets(
            watched,
            Cipher.aesGcm(
                    reference ->
                            Optional.ofNullable(vault.get(reference.name())).map(Secret::of),
                    new SecretReference("KEY")));

    private Optional<String> found(Secret configured) {
        return kept.find(TOKEN, configured).map(Secret::reveal);
    }

    private List<String> all() {
        return kept.findAll(List.of(TOKEN, OTHER)).stream().map(Secret::reveal).toList();
    }

    private byte[] row(String name) {
        return stores.inTransaction(tx -> tx.secrets().find(name)).orElseThrow();
    }

    private void setRow(String name, byte[] bytes) {
        stores.inTransaction(tx -> {
            tx.secrets().save(name, bytes);
            return true;
        });
    }

    @Test
    void whatWasExchangedIsFoundByWhatIsConfigured() {
        assertThat(found(FIRST)).isEmpty();
        kept.keep(TOKEN, FIRST, Secret.of("next"));
        kept.keep(TOKEN, FIRST, Secret.of("after next"));
        assertThat(found(FIRST)).contains("after next");
        assertThat(kept.find(OTHER, FIRST)).isEmpty();
        assertThat(all()).containsExactly("after next");
    }

    @Test
    void whatTheHostConfiguresAnewWins() {
        kept.keep(TOKEN, FIRST, Secret.of("of first"));
        assertThat(found(SECOND)).isEmpty();
    }

    @Test
    void nodesThatGetANewValueOneAfterAnotherEachFindWhatBecameOfTheirOwn() {
        kept.keep(TOKEN, FIRST, Secret.of("of first"));
        kept.keep(TOKEN, SECOND, Secret.of("of second"));
        kept.keep(TOKEN, FIRST, Secret.of("of first again"));
        assertThat(found(FIRST)).contains("of first again");
        assertThat(found(SECOND)).contains("of second");
        assertThat(all()).containsExactlyInAnyOrder("of first again", "of second");
    }

    @Test
    void whatBelongsToAnOldConfiguredValueIsForgottenInTheEnd() {
        kept.keep(TOKEN, FIRST, Secret.of("of first"));
        kept.keep(TOKEN, SECOND, Secret.of("of second"));
        kept.keep(TOKEN, THIRD, Secret.of("of third"));
        assertThat(found(FIRST)).isEmpty();
        assertThat(all()).containsExactlyInAnyOrder("of second", "of third");
        kept.forget(TOKEN);
        assertThat(all()).isEmpty();
    }

    @Property(tries = 200)
    void anyValueComesBackAsItWas(@ForAll String configured, @ForAll String value, @ForAll String another) {
        Assume.that(isText(configured) && isText(value) && isText(another) && !configured.equals(another));
        var exchanged = Exchanged.nothing()
                .with(TOKEN, Secret.of(another), Secret.of(configured))
                .with(TOKEN, Secret.of(configured), Secret.of(value));
        var read = Exchanged.of(TOKEN, exchanged.toBytes());
        assertThat(read.find(TOKEN, Secret.of(configured)).orElseThrow().reveal())
                .isEqualTo(value);
        assertThat(read.find(TOKEN, Secret.of(another)).orElseThrow().reveal()).isEqualTo(configured);
    }

    @Property(tries = 200)
    void noBytesAreReadAsMoreThanTheyAre(@ForAll byte[] bytes) {
        try {
            assertThat(Exchanged.of(TOKEN, bytes).values()).hasSizeLessThan(1 + bytes.length / 36);
        } catch (StoreException refused) {
            assertThat(refused).hasMessageContaining("What is kept as ${TOKEN}");
        }
    }

    // Half of a pair of signs cannot be written as UTF-8, and is in no token.
    private static boolean isText(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    @Test
    void nothingOfItStandsInTheStore() {
        kept.keep(TOKEN, FIRST, Secret.of("value-of-the-test"));
        assertThat(new String(row("TOKEN"), UTF_8)).doesNotContain("value-of-the-test", "configured-first", "TOKEN");
    }

    @Test
    void whatWasMovedToAnotherNameOrChangedIsRefused() {
        kept.keep(TOKEN, FIRST, Secret.of("next"));
        setRow("OTHER", row("TOKEN"));
        assertThatThrownBy(() -> kept.find(OTHER, FIRST))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("${OTHER}");
        var changed = row("TOKEN");
        changed[changed.length - 1] ^= 1;
        setRow("TOKEN", changed);
        assertThatThrownBy(() -> found(FIRST)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> kept.keep(TOKEN, FIRST, Secret.of("more"))).isInstanceOf(StoreException.class);
        assertThat(row("TOKEN")).isEqualTo(changed);
    }

    @Test
    void aMissingKeyKeepsNothing() {
        vault.clear();
        assertThatThrownBy(() -> kept.keep(TOKEN, FIRST, Secret.of("next")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("${KEY}");
        var isKept = stores.inTransaction(tx -> tx.secrets().find("TOKEN").isPresent());
        assertThat(isKept).isFalse();
    }

    @Test
    void theWordsOfAHostsCipherAreNotRepeated() {
        var broken = new KeptSecrets(watched, new Cipher() {
            @Override
            public byte[] seal(String name, byte[] secret) {
                throw new IllegalStateException("cannot seal " + new String(secret, UTF_8));
            }

            @Override
            public byte[] open(String name, byte[] sealed) {
                throw new IllegalStateException("hunter2");
            }
        });
        assertThatThrownBy(() -> broken.keep(TOKEN, FIRST, Secret.of("next")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("java.lang.IllegalStateException")
                .hasMessageNotContaining("next;")
                .hasMessageNotContaining("cannot seal")
                .hasNoCause();
    }

    @Test
    void itIsLookedUpWithinATransactionToo() {
        kept.keep(TOKEN, FIRST, Secret.of("next"));
        assertThat(watched.isWithin()).isFalse();
        var inside = watched.inTransaction(tx -> {
            assertThat(watched.isWithin()).isTrue();
            return all();
        });
        assertThat(inside).containsExactly("next");
        assertThat(watched.isWithin()).isFalse();
    }
}
