package dev.issuelink.verify.jira;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.issuelink.verify.wire.RecordingProxy.Recorded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the description leaves open: it allows more properties than it names in bodies of issues and comments, says
 * nothing of what a text is, and speaks of files in words alone.
 */
final class JiraBodies {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ISSUE = Pattern.compile("/rest/api/3/issue(/[^/]+(/transitions)?)?");
    private static final Pattern COMMENT = Pattern.compile("/rest/api/3/issue/[^/]+/comment(/[^/]+)?");
    private static final Pattern FILES = Pattern.compile("/rest/api/3/issue/[^/]+/attachments");

    private final JsonNode description;
    private final Schema document;
    private int documents;

    JiraBodies(Path description, Path documents) {
        this.description = JSON.readTree(description.toFile());
        this.document = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(JSON.readTree(documents.toFile()));
    }

    int documents() {
        return documents;
    }

    List<String> faults(Recorded sent, String path) {
        if (FILES.matcher(path).matches()) {
            return files(sent);
        }
        if (sent.body().isEmpty()) {
            return List.of();
        }
        var body = JSON.readTree(sent.body());
        var faults = new ArrayList<String>();
        schema(path).ifPresent(name -> faults.addAll(unknown(name, body)));
        texts(path, body).filter(text -> !isDocument(text)).forEach(text -> faults.add("no document: " + text));
        documentsIn(body).forEach(found -> {
            documents++;
            document.validate(found).forEach(fault -> faults.add("document: " + fault));
        });
        return faults;
    }

    private static Optional<String> schema(String path) {
        if (COMMENT.matcher(path).matches()) {
            return Optional.of("Comment");
        }
        var isIssue = ISSUE.matcher(path).matches() && !path.endsWith("/bulkfetch");
        return isIssue ? Optional.of("IssueUpdateDetails") : Optional.empty();
    }

    private List<String> unknown(String schema, JsonNode body) {
        var known = description
                .path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .propertyNames();
        return body.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "a " + schema + " has no " + name)
                .toList();
    }

    /** What must be a document in this version of the API; an absent or cleared text is none. */
    private static Stream<JsonNode> texts(String path, JsonNode body) {
        var text = COMMENT.matcher(path).matches()
                ? body.path("body")
                : body.path("fields").path("description");
        var comments = body.path("update")
                .path("comment")
                .valueStream()
                .map(step -> step.path("add").path("body"));
        return Stream.concat(Stream.of(text), comments).filter(one -> !one.isMissingNode() && !one.isNull());
    }

    private static boolean isDocument(JsonNode node) {
        return node.path("type").stringValue("").equals("doc") && node.has("version");
    }

    private static Stream<JsonNode> documentsIn(JsonNode node) {
        return isDocument(node) ? Stream.of(node) : node.valueStream().flatMap(JiraBodies::documentsIn);
    }

    private static List<String> files(Recorded sent) {
        var faults = new ArrayList<String>();
        if (!sent.headers().getOrDefault("X-atlassian-token", List.of()).equals(List.of("no-check"))) {
            faults.add("it lacks the header X-Atlassian-Token: no-check");
        }
        if (!sent.body().contains("Content-Disposition: form-data; name=\"file\"; filename=\"")) {
            faults.add("no part is called file");
        }
        return faults;
    }
}
