package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubPrivateKeyTest {
    private static final KeyPair KEYS = keyPair();

    static KeyPair keyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pkcs8(KeyPair keys) {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** What GitHub hands out: the innermost octets of the PKCS#8 form, 26 bytes behind its beginning for 2048 bits. */
    static String pkcs1(KeyPair keys) {
        var pkcs8 = keys.getPrivate().getEncoded();
        return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
    }

    private static String pem(String type, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }

    @Test
    void bothFormsOfAKeyAreTheSameKey() {
        assertThat(GitHubPrivateKey.read(pkcs1(KEYS)))
                .isEqualTo(GitHubPrivateKey.read(pkcs8(KEYS)))
                .isEqualTo(KEYS.getPrivate());
    }

    @Test
    void bothFormsSignAlike() {
        var now = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(GitHubJwt.sign("12345", GitHubPrivateKey.read(pkcs1(KEYS)), now))
                .isEqualTo(GitHubJwt.sign("12345", GitHubPrivateKey.read(pkcs8(KEYS)), now));
    }

    @Test
    void lineEndsMayBeLostOrEscaped() {
        var pem = pkcs1(KEYS);

        assertThat(GitHubPrivateKey.read(pem.replace("\n", "\\n"))).isEqualTo(KEYS.getPrivate());
        assertThat(GitHubPrivateKey.read(pem.replace("\n", "\\r\\n"))).isEqualTo(KEYS.getPrivate());
        assertThat(GitHubPrivateKey.read(pem.replace("\n", "\r\n"))).isEqualTo(KEYS.getPrivate());
        assertThat(GitHubPrivateKey.read(pem.replace("\n", " "))).isEqualTo(KEYS.getPrivate());
        assertThat(GitHubPrivateKey.read("  \n# my key\n" + pem)).isEqualTo(KEYS.getPrivate());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "canary",
                "-----BEGIN RSA PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----canary",
                "-----BEGIN RSA PRIVATE KEY-----\ncanary!\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nY2FuYXJ5\n-----END RSA PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nY2FuYXJ5\n-----END PRIVATE KEY-----",
                "-----BEGIN PUBLIC KEY-----\nY2FuYXJ5\n-----END PUBLIC KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nY2FuYXJ5\n-----END EC PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nY2FuYXJ5\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nY2FuYXJ5\n-----END RSA PRIVATE KEY-----"
            })
    void whatIsNoKeyIsRefusedWithoutBeingShown(String pem) {
        assertThatThrownBy(() -> GitHubPrivateKey.read(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageContaining("private key of the GitHub App")
                .message()
                .doesNotContain("canary", "Y2FuYXJ5");
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();

        assertThatThrownBy(() -> GitHubPrivateKey.read(pkcs8(keys))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\"b", "{}", "é"})
    void anIssuerOfImpossibleFormIsRefused(String issuer) {
        var key = GitHubPrivateKey.read(pkcs8(KEYS));

        assertThatThrownBy(() -> GitHubJwt.sign(issuer, key, Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client id");
    }
}
