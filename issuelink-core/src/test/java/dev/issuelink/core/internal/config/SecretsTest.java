package dev.issuelink.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.config.SecretReference;
import dev.issuelink.core.internal.secret.KeptSecrets;
import dev.issuelink.core.internal.secret.WatchedStores;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Cipher;
import dev.issuelink.host.Secret;
import dev.issuelink.host.SecretResolver;
import dev.issuelink.store.InMemoryStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final SecretReference TOKEN = new SecretReference("ISSUELINK_TEST_NO_SUCH_TOKEN");
    private static final SecretResolver NOBODY = reference -> Optional.empty();
    private static final SecretResolver BROKEN = reference -> {
        throw new IllegalStateException("vault said hunter2");
    };

    @Test
    void asksTheResolversInOrderAndAnewForEveryUse() {
        var values = new java.util.ArrayDeque<>(List.of("first", "second"));
        var secrets = Secrets.of(List.of(NOBODY, reference -> Optional.of(Secret.of(values.pop())), BROKEN));

        assertThat(secrets.find("Jira", TOKEN).reveal()).isEqualTo("first");
        assertThat(secrets.find("Jira", TOKEN).reveal()).isEqualTo("second");
    }

    @Test
    void keepsAnExchangedSecretWithTheFirstResolverThatKeepsAny() {
        var kept = new AtomicReference<>("");
        var vault = new SecretResolver() {
            @Override
            public Optional<Secret> resolve(SecretReference reference) {
                return Optional.of(Secret.of(kept.get()));
            }

            @Override
            public boolean keep(SecretReference reference, Secret value) {
                kept.set(value.reveal());
                return true;
            }
        };
        var full = new SecretResolver() {
            @Override
            public Optional<Secret> resolve(SecretReference reference) {
                return Optional.empty();
            }

            @Override
            public boolean keep(SecretReference reference, Secret value) {
                throw new IllegalStateException("the vault is full");
            }
        };
        var secrets = Secrets.of(List.of(NOBODY, full, NOBODY.orElse(vault)));

        assertThat(secrets.keep("Jira", TOKEN, Secret.of("next"))).isTrue();
        assertThat(secrets.find("Jira", TOKEN).reveal()).isEqualTo("next");
        assertThat(Secrets.of(List.of(NOBODY, full)).keep("Jira", TOKEN, Secret.of("lost")))
                .isFalse();
    }

    private static KeptSecrets store(InMemoryStores stores) {
        return new KeptSecrets(
                new WatchedStores(stores),
                Cipher.aesGcm(reference -> Optional.of(Secret.of("ab".repeat(32))), new SecretReference("KEY")));
    }

    private static boolean isKept(InMemoryStores stores) {
        return stores.inTransaction(tx -> tx.secrets().find(TOKEN.name()).isPresent());
    }

    @Test
    void keepsInTheStoreWhatNoResolverKeepsUntilTheHostConfiguresAnotherValue() {
        var configured = new AtomicReference<>("first");
        var stores = InMemoryStores.create();
        SecretResolver environment = reference -> Optional.of(Secret.of(configured.get()));
        var secrets = Secrets.of(List.of(environment)).keepingIn(store(stores));
        var otherNode = Secrets.of(List.of(environment)).keepingIn(store(stores));

        assertThat(secrets.find("Jira", TOKEN).reveal()).isEqualTo("first");
        assertThat(secrets.keep("Jira", TOKEN, Secret.of("second"))).isTrue();
        assertThat(otherNode.find("Jira", TOKEN).reveal()).isEqualTo("second");
        assertThat(otherNode.keep("Jira", TOKEN, Secret.of("third"))).isTrue();
        assertThat(secrets.find("Jira", TOKEN).reveal()).isEqualTo("third");
        assertThat(secrets.configured("Jira", TOKEN).reveal()).isEqualTo("first");

        configured.set("a new consent");
        assertThat(secrets.find("Jira", TOKEN).reveal()).isEqualTo("a new consent");
        configured.set(" ");
        assertThatThrownBy(() -> secrets.find("Jira", TOKEN)).hasMessageContaining("is empty");
    }

    @Test
    void leavesToAResolverWhatItKeepsAndForgetsItsOwn() {
        var isKeeping = new java.util.concurrent.atomic.AtomicBoolean();
        var stores = InMemoryStores.create();
        var vault = new SecretResolver() {
            @Override
            public Optional<Secret> resolve(SecretReference reference) {
                return Optional.of(Secret.of("first"));
            }

            @Override
            public boolean keep(SecretReference reference, Secret value) {
                return isKeeping.get();
            }
        };
        var secrets = Secrets.of(List.of(vault)).keepingIn(store(stores));
        secrets.keep("Jira", TOKEN, Secret.of("second"));
        assertThat(isKept(stores)).isTrue();
        isKeeping.set(true);
        assertThat(secrets.keep("Jira", TOKEN, Secret.of("third"))).isTrue();
        assertThat(isKept(stores)).isFalse();
    }

    @Test
    void tellsWhyWhatIsKeptCannotBeHad() {
        var stores = InMemoryStores.create();
        stores.inTransaction(tx -> {
            tx.secrets().save(TOKEN.name(), new byte[] {1, 2, 3});
            return true;
        });
        var secrets = Secrets.of(List.of(reference -> Optional.of(Secret.of("first"))))
                .keepingIn(store(stores));
        var e = catchThrowableOfType(TrackerException.class, () -> secrets.find("Jira", TOKEN));
        assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(e).hasMessageContaining("Jira").hasMessageContaining("What is kept as ${");
        assertThatThrownBy(() -> secrets.exchanged(List.of(TOKEN))).isInstanceOf(TrackerException.class);
        assertThatThrownBy(() -> secrets.keep("Jira", TOKEN, Secret.of("next"))).isInstanceOf(TrackerException.class);
    }

    @Test
    void saysWhatToDoWhenNobodyKnowsIt() {
        var e = catchThrowableOfType(
                TrackerException.class, () -> Secrets.standard().find("Company Jira", TOKEN));

        assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION);
        assertThat(e.retryable()).isFalse();
        assertThat(e.tracker()).isEqualTo("Company Jira");
        assertThat(e)
                .hasMessageContaining("No resolver knows the secret ${ISSUELINK_TEST_NO_SUCH_TOKEN}")
                .hasMessageContaining(
                        "set the environment variable or the system property ISSUELINK_TEST_NO_SUCH_TOKEN");
    }

    @Test
    void findsSystemPropertiesByDefault() {
        assertThat(Secrets.standard()
                        .find("t", new SecretReference("java.version"))
                        .reveal())
                .isEqualTo(System.getProperty("java.version"));
    }

    @Test
    void anEmptySecretIsAsGoodAsNone() {
        var secrets = Secrets.of(List.of(reference -> Optional.of(Secret.of(" "))));

        assertThatThrownBy(() -> secrets.find("t", TOKEN))
                .hasMessageContaining("AUTHENTICATION")
                .hasMessageContaining("is empty; give it its value");
    }

    @Test
    void aFailingResolverHidesNoOtherAndItsWordsAreNotRepeated() {
        var other = Secrets.of(List.of(BROKEN, reference -> Optional.of(Secret.of("value"))));
        assertThat(other.find("t", TOKEN).reveal()).isEqualTo("value");

        var e = catchThrowableOfType(
                TrackerException.class,
                () -> Secrets.of(List.of(BROKEN, NOBODY)).find("t", TOKEN));
        assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(e)
                .hasMessageContaining("a resolver failed with java.lang.IllegalStateException")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void readsFilesAnewWithoutTheirLineEnd(@TempDir Path folder) throws IOException {
        var file = folder.resolve("token");
        var reference = new SecretReference("file:" + file);

        Files.writeString(file, "first\r\n");
        assertThat(Secrets.standard().find("t", reference).reveal()).isEqualTo("first");
        Files.writeString(file, "-----BEGIN-----\nabc\n-----END-----\n\n");
        assertThat(Secrets.standard().find("t", reference).reveal()).isEqualTo("-----BEGIN-----\nabc\n-----END-----");
    }

    @Test
    void aMissingFileIsUnknownAndAHugeOrGarbledOneFails(@TempDir Path folder) throws IOException {
        var missing = new SecretReference("file:" + folder.resolve("none"));
        assertThatThrownBy(() -> Secrets.standard().find("t", missing))
                .hasMessageContaining("AUTHENTICATION")
                .hasMessageContaining("see that the file is there");
        assertThat(SecretResolver.files().resolve(new SecretReference("file:" + folder)))
                .isEmpty();

        var huge = Files.write(folder.resolve("huge"), new byte[64 * 1024 + 1]);
        assertThatThrownBy(() -> SecretResolver.files().resolve(new SecretReference("file:" + huge)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("larger than 64 KiB");
        var garbled = Files.write(folder.resolve("garbled"), new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> SecretResolver.files().resolve(new SecretReference("file:" + garbled)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not UTF-8");
    }
}
