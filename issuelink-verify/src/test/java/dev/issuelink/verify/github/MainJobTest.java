package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.issuelink.SyncRequest;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.testkit.github.FakeIssueData;
import dev.issuelink.verify.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The issues of a real repository, read over HTTP and linked to the objects that they speak of. */
class MainJobTest {
    private final Site site = new Site();

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void aRealRepositoryIsReadWholeAndLinkedWhereItsWordsStand() throws IOException {
        var archive = Project.shared("data/tls13-spec-issues.json.gz");
        var objects = Project.shared("data/tls13-objects.txt");
        assumeThat(archive).as("the issue archive lies beside the project").isPresent();
        assumeThat(objects).as("the object list lies beside the project").isPresent();
        load(archive.orElseThrow());
        site.catalog.addAll(objects(objects.orElseThrow()));
        var engine = site.engine();

        var report = engine.manager().sync(SyncRequest.of(Site.TRACKER));

        System.out.println("figure main_job_requests " + site.github.requestCount());
        assertThat(report.complete()).isTrue();
        assertThat(report.issuesRead()).isEqualTo(446);
        assertThat(report.skipped()).isEqualTo(998);
        assertThat(report.linksCreated()).isEqualTo(305);
        var links = site.catalog.stream()
                .mapToInt(object -> engine.manager().getLinks(object).size())
                .sum();
        assertThat(links).isEqualTo(305);

        var again = engine.manager().sync(SyncRequest.of(Site.TRACKER).fromTheBeginning());
        assertThat(again.linksCreated()).isZero();
        assertThat(again.issuesChanged()).isZero();
    }

    private static List<ObjectReference> objects(Path file) throws IOException {
        var found = new ArrayList<ObjectReference>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                var parts = line.split("\t", 2);
                found.add(ObjectReference.of(ObjectType.of(parts[0].toUpperCase(Locale.ROOT)), parts[1]));
            }
        }
        return found;
    }

    private void load(Path archive) throws IOException {
        JsonNode root;
        try (var in = new GZIPInputStream(Files.newInputStream(archive))) {
            root = JsonMapper.shared().readTree(in);
        }
        var all = new ArrayList<FakeIssueData>();
        root.get("issues").forEach(node -> all.add(data(node)));
        root.get("pulls").forEach(node -> all.add(data(node).asPullRequest()));
        site.repository.load(all);
    }

    private static FakeIssueData data(JsonNode node) {
        var body = node.path("body").asString("");
        var author = node.path("author").asString("");
        var data = FakeIssueData.issue(
                        node.get("number").asInt(),
                        node.get("title").asString(),
                        () -> body,
                        author.isEmpty() ? "ghost" : author,
                        Instant.parse(node.get("createdAt").asString()))
                .updated(Instant.parse(node.get("updatedAt").asString()));
        return node.get("state").asString().equals("OPEN")
                ? data
                : data.closed(Instant.parse(node.get("updatedAt").asString()));
    }
}
