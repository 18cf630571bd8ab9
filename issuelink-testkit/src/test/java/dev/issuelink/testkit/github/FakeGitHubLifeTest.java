package dev.issuelink.testkit.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.issuelink.testkit.github.Client.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FakeGitHubLifeTest {

    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

    /** In a Java of its own, because everything is quick once its classes are loaded. Measured, not judged. */
    @Test
    void startsQuickly() throws Exception {
        System.out.println("figure fake_github_start_ms " + coldStart());
    }

    private static long coldStart() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), ColdStart.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("started in ");
        return Long.parseLong(output.replaceAll("(?s).*started in (\\d+).*", "$1"));
    }

    static final class ColdStart {

        private ColdStart() {}

        public static void main(String[] arguments) {
            long start = System.nanoTime();
            try (FakeGitHub github = FakeGitHub.start()) {
                long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
                System.out.println("started in " + millis);
            }
        }
    }

    @Test
    void closeEndsServerAndThreads() throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        FakeGitHub github = FakeGitHub.start();
        FakeRepository shop = github.addRepository("acme", "shop");
        shop.addWebhook(github.baseUrl() + "/nowhere", "s", "issues");
        shop.openIssue("T", null);
        github.webhooks().await(Duration.ofSeconds(10));
        Client client = new Client(github, github.token("acme"));
        client.get("/user");
        String url = github.baseUrl();
        github.close();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .noneMatch(thread -> thread.getName().startsWith("qtp")
                                || thread.getName().startsWith("Connector-Scheduler")
                                || thread.getName().startsWith("fake-github")));
        assertThatThrownBy(() -> client.get(url + "/user")).isInstanceOf(IOException.class);
    }

    @Test
    void servesTenThousandLongIssuesWithoutHoldingThem() throws Exception {
        try (FakeGitHub github = FakeGitHub.builder().pageWall(1_000).start()) {
            FakeRepository shop = github.addRepository("acme", "shop");
            shop.load(() -> IntStream.rangeClosed(1, 10_000)
                    .mapToObj(n -> FakeIssueData.issue(
                            n, "Issue " + n, () -> ("Body of " + n + " ").repeat(150), "bob", LONG_AGO.plusSeconds(n)))
                    .iterator());
            Client client = new Client(github, github.token("acme"));
            int seen = 0;
            for (Answer page : client.pages("/repos/acme/shop/issues?per_page=100&state=all&sort=updated")) {
                seen += page.list().size();
            }
            assertThat(seen).isEqualTo(10_000);
            assertThat(github.requestCount()).isEqualTo(100);
        }
    }

    @Test
    void looksLikeEnterpriseServerOnRequest() throws Exception {
        try (FakeGitHub github = FakeGitHub.builder().enterprise().start()) {
            github.addRepository("acme", "shop").openIssue("T", null);
            Client client = new Client(github, github.token("acme"));
            assertThat(github.baseUrl()).endsWith("/api/v3");
            Answer list = client.get("/repos/acme/shop/issues");
            assertThat(list.at("0.url").toString()).startsWith(github.baseUrl() + "/repos/acme/shop/issues/1");
            String graphQl = github.baseUrl().replace("/api/v3", "/api/graphql");
            assertThat(client.send("POST", graphQl, "{\"query\":\"{viewer{login}}\"}")
                            .at("data.viewer.login"))
                    .isEqualTo("acme");
        }
    }

    @Test
    void twoFakesDoNotShareAnything() throws Exception {
        try (FakeGitHub one = FakeGitHub.start();
                FakeGitHub two = FakeGitHub.start()) {
            one.addRepository("acme", "shop");
            assertThat(new Client(two, two.token("acme"))
                            .get("/repos/acme/shop")
                            .status())
                    .isEqualTo(404);
        }
    }
}
