package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeIssue;
import dev.issuelink.testkit.github.FakeRepository;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What the fake GitHub answers, held against GitHub's own description of its answers. Left out: {@code GET /user}, whose
 * description the validator cannot read (an optional discriminator), and updating an issue, whose {@code allOf} it takes
 * for closed; the updated issue is read instead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FakeGitHubAnswersTest {

    private static final String REPO = "/repos/acme/shop";

    private final HttpClient http = HttpClient.newHttpClient();
    private OpenApiInteractionValidator description;
    private FakeGitHub github;
    private String token;
    private long hook;
    private long comment;

    @BeforeAll
    void start() {
        Path file = shared().resolve("contracts/github-rest-issues.openapi.json");
        assumeTrue(Files.exists(file), "skipped: GitHub's description is not beside this project");
        description = OpenApiInteractionValidator.createForSpecificationUrl(
                        file.toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel(
                                "validation.response.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        .build())
                .build();
        github = FakeGitHub.start();
        token = github.token("acme");
        fill(github.addRepository("acme", "shop"));
    }

    @AfterAll
    void stop() {
        if (github != null) {
            github.close();
        }
    }

    private void fill(FakeRepository shop) {
        shop.addMilestone("1.0");
        shop.addLabel("bug", "ff0000", "Something is broken");
        shop.openPullRequest("P", "body");
        FakeIssue issue = shop.openIssue("T", "body");
        hook = shop.addWebhook(github.baseUrl() + "/nowhere", "secret", "issues");
        issue.label("bug");
        issue.assign("acme");
        issue.schedule(1);
        comment = issue.comment("hello");
        issue.close("not_planned");
        shop.raiseAlert("maven", "org.acme:lib", "high", "A weakness");
        github.webhooks().deliverNow();
    }

    @Test
    void readsFitTheDescription() throws Exception {
        List<String> faults = new ArrayList<>();
        for (String path : List.of(
                REPO,
                REPO + "/issues?state=all",
                REPO + "/issues/1",
                REPO + "/issues/2",
                REPO + "/issues/comments",
                REPO + "/issues/comments/" + comment,
                REPO + "/issues/2/comments",
                REPO + "/issues/2/labels",
                REPO + "/labels",
                REPO + "/labels/bug",
                REPO + "/milestones",
                REPO + "/milestones/1",
                REPO + "/assignees",
                REPO + "/collaborators",
                REPO + "/hooks",
                REPO + "/hooks/" + hook,
                REPO + "/hooks/" + hook + "/config",
                REPO + "/hooks/" + hook + "/deliveries",
                REPO + "/dependabot/alerts",
                REPO + "/dependabot/alerts/1",
                "/user/repos",
                "/search/issues?q=is:issue",
                REPO + "/issues/99",
                REPO + "/labels/none")) {
            faults.addAll(faults("GET", path, null));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void writesFitTheDescription() throws Exception {
        List<String> faults = new ArrayList<>();
        faults.addAll(
                faults("POST", REPO + "/issues", "{\"title\":\"New\",\"labels\":[\"bug\"],\"assignees\":[\"acme\"]}"));
        faults.addAll(faults("POST", REPO + "/issues/2/comments", "{\"body\":\"more\"}"));
        faults.addAll(faults("POST", REPO + "/issues/2/labels", "{\"labels\":[\"new\"]}"));
        faults.addAll(faults("POST", REPO + "/issues/2/assignees", "{\"assignees\":[\"acme\"]}"));
        faults.addAll(faults("POST", REPO + "/labels", "{\"name\":\"fresh\",\"color\":\"00ff00\"}"));
        faults.addAll(faults("POST", REPO + "/milestones", "{\"title\":\"2.0\"}"));
        faults.addAll(faults(
                "POST",
                REPO + "/hooks",
                "{\"name\":\"web\",\"events\":[\"label\"],\"config\":{\"url\":\"http://127.0.0.1:1/in\"}}"));
        faults.addAll(faults("POST", REPO + "/issues", "{\"title\":\"New\",\"assignees\":[\"nobody\"]}"));
        faults.addAll(faults("POST", REPO + "/issues", "{}"));
        faults.addAll(faults(
                "PATCH",
                REPO + "/dependabot/alerts/1",
                "{\"state\":\"dismissed\",\"dismissed_reason\":\"tolerable_risk\"}"));
        assertThat(faults).isEmpty();
    }

    @Test
    void wrongAnswersAreSeen() {
        SimpleResponse wrong = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody("{\"number\":\"one\"}")
                .build();
        assertThat(description
                        .validateResponse(REPO + "/issues/1", Request.Method.GET, wrong)
                        .hasErrors())
                .isTrue();
    }

    private List<String> faults(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(github.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        SimpleResponse.Builder answer = new SimpleResponse.Builder(response.statusCode()).withBody(response.body());
        response.headers().map().forEach(answer::withHeader);
        ValidationReport report = description.validateResponse(
                path.replaceFirst("\\?.*", ""),
                Request.Method.valueOf(method.toUpperCase(Locale.ROOT)),
                answer.build());
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> method + " " + path + " " + response.statusCode() + ": " + message.getMessage() + " "
                        + message.getNestedMessages())
                .toList();
    }

    /** The folder {@code shared} beside the project, if there is one. */
    private static Path shared() {
        String given = System.getProperty("issuelink.shared");
        if (given != null) {
            return Path.of(given);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared").resolve("contracts"))) {
                return folder.resolve("shared");
            }
        }
        return Path.of("shared");
    }
}
