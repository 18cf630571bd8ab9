package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AppTest {

    private static KeyPair keys;

    private final FakeGitHub github = FakeGitHub.start();
    private final FakeRepository shop = github.addRepository("acme", "shop");
    private final FakeApp app = github.registerApp("linker", keys.getPublic());

    @BeforeAll
    static void makeKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void installationTokensActAsTheBotForOneHour() throws Exception {
        shop.makePrivate();
        long installation = app.install("acme", Map.of("issues", "write"));
        Client asApp = new Client(github, jwt(Long.toString(app.id()), now() - 60, now() + 480));
        assertThat(asApp.get("/app").at("slug")).isEqualTo("linker");
        assertThat(asApp.get("/repos/acme/shop/installation").at("id")).isEqualTo(installation);
        assertThat(asApp.get("/app/installations").each("id")).containsExactly(installation);
        Answer minted = asApp.post("/app/installations/" + installation + "/access_tokens", Map.of());
        assertThat(minted.status()).isEqualTo(201);
        String token = (String) minted.at("token");
        assertThat(token).startsWith("ghs_" + app.id() + "_").contains(".").hasSizeGreaterThan(400);
        assertThat(minted.at("expires_at")).isEqualTo("2026-01-05T10:00:00Z");

        Client asBot = new Client(github, token);
        assertThat(asBot.get("/installation/repositories").at("repositories.0.full_name"))
                .isEqualTo("acme/shop");
        Answer issue = asBot.post("/repos/acme/shop/issues", Map.of("title", "T", "labels", List.of("x")));
        assertThat(issue.at("user.login")).isEqualTo("linker[bot]");
        assertThat(issue.at("labels.0.name")).isEqualTo("x");
        assertThat(asBot.get("/user").status()).isEqualTo(403);
        assertThat(asBot.get("/repos/acme/shop/hooks").status()).isEqualTo(403);
        github.advance(Duration.ofHours(1));
        assertThat(asBot.get("/repos/acme/shop").status()).isEqualTo(401);
    }

    @Test
    void tokensCanBeNarrowedAndRevoked() throws Exception {
        FakeRepository other = github.addRepository("acme", "other");
        other.makePrivate();
        long installation = app.install("acme", Map.of("issues", "write"));
        Client asApp = new Client(github, jwt(app.clientId(), now(), now() + 500));
        String path = "/app/installations/" + installation + "/access_tokens";
        Answer minted =
                asApp.post(path, Map.of("repositories", List.of("shop"), "permissions", Map.of("issues", "read")));
        Client narrow = new Client(github, (String) minted.at("token"));
        assertThat(narrow.get("/repos/acme/other").status()).isEqualTo(404);
        assertThat(narrow.post("/repos/acme/shop/issues", Map.of("title", "T")).status())
                .isEqualTo(403);
        assertThat(asApp.post(path, Map.of("permissions", Map.of("contents", "write")))
                        .status())
                .isEqualTo(422);
        assertThat(narrow.delete("/installation/token").status()).isEqualTo(204);
        assertThat(narrow.get("/repos/acme/shop").status()).isEqualTo(401);
    }

    @Test
    void wrongTokensAreRefused() throws Exception {
        String issuer = app.clientId();
        assertThat(status(jwt(issuer, now(), now() + 601))).isEqualTo(401);
        assertThat(status(jwt(issuer, now() + 30, now() + 300))).isEqualTo(401);
        assertThat(status(jwt(issuer, now() - 600, now() - 1))).isEqualTo(401);
        assertThat(status(jwt("somebody", now(), now() + 300))).isEqualTo(401);
        assertThat(status(jwt(issuer, now() + ".5", now() + 300 + ".5"))).isEqualTo(401);
        String good = jwt(issuer, now(), now() + 300);
        String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";
        assertThat(status(forged)).isEqualTo(401);
        assertThat(status(good)).isEqualTo(200);
        assertThat(new Client(github, good).get("/repos/acme/shop/issues").status())
                .isEqualTo(403);
    }

    private int status(String jwt) throws Exception {
        return new Client(github, jwt).get("/app").status();
    }

    private long now() {
        return github.clock().instant().getEpochSecond();
    }

    private static String jwt(String issuer, Object issued, Object expires) throws Exception {
        String header = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims = "{\"iat\":" + issued + ",\"exp\":" + expires + ",\"iss\":\"" + issuer + "\"}";
        String signed = header + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + encode(signature.sign());
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
