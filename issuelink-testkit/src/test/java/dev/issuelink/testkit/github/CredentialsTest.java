package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.Client.Answer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private final FakeGitHub github = FakeGitHub.start();
    private final FakeRepository shop = github.addRepository("acme", "shop");

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void saysWhichScopesThereAre() throws Exception {
        Answer answer = with(FakeToken.classic("acme", "repo", "user")).get("/repos/acme/shop/issues");
        assertThat(answer.header("X-OAuth-Scopes")).isEqualTo("repo, user");
        assertThat(answer.header("X-Accepted-OAuth-Scopes")).isEqualTo("public_repo, repo");
        assertThat(with(FakeToken.oauth("acme", "repo")).get("/user").at("login"))
                .isEqualTo("acme");
    }

    @Test
    void saysWhichPermissionsWouldDo() throws Exception {
        Client reader = with(FakeToken.fineGrained("acme", Map.of("issues", "read")));
        assertThat(reader.get("/repos/acme/shop/issues").status()).isEqualTo(200);
        Answer refused = reader.post("/repos/acme/shop/issues", Map.of("title", "T"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("message")).isEqualTo("Resource not accessible by personal access token");
        assertThat(refused.header("X-Accepted-GitHub-Permissions")).isEqualTo("issues=write");
        shop.openIssue("T", null);
        assertThat(reader.post("/repos/acme/shop/issues/1/comments", Map.of("body", "x"))
                        .header("X-Accepted-GitHub-Permissions"))
                .isEqualTo("issues=write; pull_requests=write");
    }

    @Test
    void fineGrainedTokensSeeOnlyTheirRepositories() throws Exception {
        FakeRepository other = github.addRepository("acme", "other");
        other.makePrivate();
        Client client =
                with(FakeToken.fineGrained("acme", Map.of("issues", "write")).onlyFor(List.of("acme/shop")));
        assertThat(client.get("/repos/acme/shop").status()).isEqualTo(200);
        assertThat(client.get("/repos/acme/other").status()).isEqualTo(404);
        assertThat(client.get("/user/repos").each("name")).containsExactly("shop");
    }

    @Test
    void privateRepositoriesAreNotFoundWithoutAccess() throws Exception {
        shop.makePrivate();
        assertThat(with(FakeToken.classic("bob", "repo"))
                        .get("/repos/acme/shop")
                        .status())
                .isEqualTo(404);
        assertThat(with(FakeToken.classic("acme", "public_repo"))
                        .get("/repos/acme/shop")
                        .status())
                .isEqualTo(404);
        assertThat(new Client(github, null).get("/repos/acme/shop").status()).isEqualTo(404);
        assertThat(with(FakeToken.classic("acme", "repo"))
                        .get("/repos/acme/shop")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void missingScopesLookLikeMissingThings() throws Exception {
        Client weak = with(FakeToken.classic("acme"));
        assertThat(weak.get("/repos/acme/shop/issues").status()).isEqualTo(200);
        assertThat(weak.post("/repos/acme/shop/issues", Map.of("title", "T")).status())
                .isEqualTo(404);
        assertThat(weak.get("/repos/acme/shop/hooks").status()).isEqualTo(404);
        assertThat(new Client(github, null)
                        .post("/repos/acme/shop/issues", Map.of("title", "T"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tokensExpireByTheFakesClock() throws Exception {
        Client client = with(FakeToken.classic("acme", "repo")
                .expiring(github.clock().instant().plusSeconds(3600)));
        assertThat(client.get("/user").header("github-authentication-token-expiration"))
                .isEqualTo("2026-01-05 10:00:00 UTC");
        github.advance(Duration.ofHours(1));
        assertThat(client.get("/user").status()).isEqualTo(401);
    }

    @Test
    void badCredentialsFallToTheAnonymousBucket() throws Exception {
        Answer answer = new Client(github, "ghp_wrong").get("/user");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("message")).isEqualTo("Bad credentials");
        assertThat(answer.header("x-ratelimit-limit")).isEqualTo("60");
        String token = github.token("acme");
        github.revoke(token);
        assertThat(new Client(github, token).get("/user").status()).isEqualTo(401);
    }

    @Test
    void singleSignOnBlocks() throws Exception {
        Answer answer =
                with(FakeToken.classic("acme", "repo").awaitingSingleSignOn()).get("/repos/acme/shop");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("X-GitHub-SSO")).startsWith("required; url=https://github.com/orgs/acme/sso");
    }

    @Test
    void unknownVersionsAreRefused() throws Exception {
        Client client = with(FakeToken.classic("acme", "repo"));
        assertThat(client.get("/user", "X-GitHub-Api-Version", "2030-01-01").status())
                .isEqualTo(400);
        assertThat(client.get("/user", "X-GitHub-Api-Version", "2026-03-10").status())
                .isEqualTo(200);
    }

    @Test
    void requestsWithoutUserAgentAreRefused() throws Exception {
        int port = URI.create(github.baseUrl()).getPort();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /user HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void theRequestLogHidesCredentials() throws Exception {
        String token = github.token("acme");
        new Client(github, token).get("/repos/acme/shop/issues?state=all");
        FakeRequest request = github.requests().get(0);
        assertThat(github.requestCount()).isEqualTo(1);
        assertThat(request.path()).isEqualTo("/repos/acme/shop/issues");
        assertThat(request.query()).isEqualTo("state=all");
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.headers()).containsEntry("authorization", "bearer (hidden)");
        assertThat(github.requests().toString()).doesNotContain(token);
        github.forgetRequests();
        assertThat(github.requestCount()).isZero();
    }

    private Client with(FakeToken token) {
        return new Client(github, github.token(token));
    }
}
