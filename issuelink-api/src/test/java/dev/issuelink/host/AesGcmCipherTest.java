package dev.issuelink.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.StoreException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** AES-GCM: what was sealed opens unchanged, and nothing else opens at all. */
class AesGcmCipherTest {
    private static final SecretReference CURRENT = new SecretReference("KEY");
    private static final SecretReference OLDER = new SecretReference("KEY_BEFORE");
    private static final String ONE = key(1);
    private static final String TWO = key(2);

    private final Map<String, String> vault = new HashMap<>(Map.of("KEY", ONE));
    private final Cipher cipher = Cipher.aesGcm(this::resolve, CURRENT, OLDER);

    private Optional<Secret> resolve(SecretReference reference) {
        return Optional.ofNullable(vault.get(reference.name())).map(Secret::of);
    }

    private static byte[] bytes(int seed) {
        var bytes = new byte[32];
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) (seed * 37 + at * 11);
        }
        return bytes;
    }

    private static String key(int seed) {
        return Base64.getEncoder().encodeToString(bytes(seed));
    }

    private static Cipher with(String key) {
        return Cipher.aesGcm(reference -> Optional.of(Secret.of(key)), CURRENT);
    }

    @Property(tries = 300)
    void whatWasSealedOpensUnchanged(@ForAll String name, @ForAll byte[] secret) {
        assertThat(cipher.open(name, cipher.seal(name, secret))).isEqualTo(secret);
    }

    @Property(tries = 300)
    void twoSealsOfOneSecretDifferInAllButTheirHead(@ForAll byte[] secret) {
        var first = cipher.seal("name", secret);
        var second = cipher.seal("name", secret);
        assertThat(first).hasSameSizeAs(second).hasSize(secret.length + 1 + 8 + 12 + 16);
        assertThat(java.util.Arrays.copyOfRange(first, 9, 21))
                .isNotEqualTo(java.util.Arrays.copyOfRange(second, 9, 21));
        assertThat(first).isNotEqualTo(second);
    }

    @Property(tries = 20)
    void eachFlippedBitIsRefused(@ForAll @Size(max = 40) byte[] secret) {
        var sealed = cipher.seal("name", secret);
        for (var bit = 0; bit < sealed.length * 8; bit++) {
            var forged = sealed.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(catchThrowable(() -> cipher.open("name", forged)))
                    .as("bit %d of %d", bit, sealed.length * 8)
                    .isInstanceOf(StoreException.class);
        }
    }

    @Property(tries = 50)
    void whatIsCutOffOrAddedToIsRefused(@ForAll @Size(max = 40) byte[] secret) {
        var sealed = cipher.seal("name", secret);
        for (var length = 0; length <= sealed.length + 1; length++) {
            var cut = java.util.Arrays.copyOf(sealed, length);
            if (length != sealed.length) {
                assertThat(catchThrowable(() -> cipher.open("name", cut)))
                        .as("length %d of %d", length, sealed.length)
                        .isInstanceOf(StoreException.class);
            }
        }
    }

    @Property(tries = 200)
    void whatWasMovedToAnotherNameIsRefused(@ForAll String name, @ForAll String other, @ForAll byte[] secret) {
        Assume.that(!java.util.Arrays.equals(name.getBytes(UTF_8), other.getBytes(UTF_8)));
        var sealed = cipher.seal(name, secret);
        assertThatThrownBy(() -> cipher.open(other, sealed))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("belongs to another name");
    }

    @Property(tries = 200)
    void anotherKeyOpensNothing(@ForAll @Size(32) byte[] right, @ForAll @Size(32) byte[] wrong, @ForAll byte[] secret) {
        Assume.that(!java.util.Arrays.equals(right, wrong));
        var sealed = with(HexFormat.of().formatHex(right)).seal("name", secret);
        assertThatThrownBy(() -> with(HexFormat.of().formatHex(wrong)).open("name", sealed))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("which is none of ${KEY}");
    }

    @Test
    void noncesNeverRepeat() {
        var nonces = new HashSet<String>();
        for (var round = 0; round < 20_000; round++) {
            nonces.add(HexFormat.of().formatHex(cipher.seal("name", new byte[1]), 9, 21));
        }
        assertThat(nonces).hasSize(20_000);
    }

    @Test
    void aKeyMayBeWrittenInEachOfItsForms() {
        var sealed = cipher.seal("name", new byte[] {7});
        var forms = new String[] {
            HexFormat.of().formatHex(bytes(1)),
            HexFormat.of().withUpperCase().formatHex(bytes(1)),
            ONE.replace("=", ""),
            Base64.getUrlEncoder().encodeToString(bytes(1)),
            " " + ONE + "\n"
        };
        for (var form : forms) {
            assertThat(with(form).open("name", sealed)).as(form).containsExactly(7);
        }
    }

    @Test
    void theCurrentKeySealsAndTheOlderOnesOpen() {
        var before = cipher.seal("name", new byte[] {1});
        vault.put("KEY_BEFORE", ONE);
        vault.put("KEY", TWO);
        var after = cipher.seal("name", new byte[] {2});
        assertThat(cipher.open("name", before)).containsExactly(1);
        assertThat(cipher.open("name", after)).containsExactly(2);

        vault.remove("KEY_BEFORE");
        assertThat(cipher.open("name", after)).containsExactly(2);
        assertThatThrownBy(() -> cipher.open("name", before))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("What is kept as name")
                .hasMessageContaining("none of ${KEY}, ${KEY_BEFORE}")
                .hasMessageContaining("name that key among the older ones")
                .hasMessageContaining("nobody knows ${KEY_BEFORE}");
    }

    @Test
    void aKeyIsLookedUpForEveryUseAndTheOlderOnesOnlyWhenNeeded() {
        var sealed = cipher.seal("name", new byte[] {1});
        vault.put("KEY_BEFORE", "not a key");
        assertThat(cipher.open("name", sealed)).containsExactly(1);
        vault.remove("KEY");
        assertThatThrownBy(() -> cipher.open("name", sealed)).isInstanceOf(StoreException.class);
        vault.put("KEY", ONE);
        assertThat(cipher.open("name", sealed)).containsExactly(1);
    }

    @Test
    void aMissingKeyIsTold() {
        vault.clear();
        assertThatThrownBy(() -> cipher.seal("name", new byte[1]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Nobody knows the encryption key ${KEY}")
                .hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void aKeyOfTheWrongSizeOrFormIsToldAndNotRepeated() {
        for (var wrong : new String[] {"", "hunter2 hunter2", ONE.substring(4), ONE + "AAAA", "ab".repeat(16)}) {
            assertThatThrownBy(() -> with(wrong).seal("name", new byte[1]))
                    .as(wrong)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("${KEY} is not 32 bytes")
                    .message()
                    .doesNotContain(wrong.isEmpty() ? "hunter2" : wrong);
        }
    }

    @Test
    void theWordsOfAFailingResolverAreNotRepeated() {
        var broken = Cipher.aesGcm(
                reference -> {
                    throw new IllegalStateException("the vault said hunter2");
                },
                CURRENT);
        assertThatThrownBy(() -> broken.seal("name", new byte[1]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("java.lang.IllegalStateException")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void aLaterFormIsToldFromDamage() {
        var sealed = cipher.seal("name", new byte[1]);
        sealed[0] = 2;
        assertThatThrownBy(() -> cipher.open("name", sealed)).hasMessageContaining("a later release");
    }

    @Test
    void neitherTheKeyNorTheSecretStandsInWhatIsSealed() {
        var secret = "refresh-token-of-the-test".getBytes(UTF_8);
        var sealed = HexFormat.of().formatHex(cipher.seal("name", secret));
        assertThat(sealed)
                .doesNotContain(HexFormat.of().formatHex(secret))
                .doesNotContain(HexFormat.of().formatHex(bytes(1), 0, 8));
        assertThat(cipher).hasToString("Cipher[AES-GCM]");
    }
}
