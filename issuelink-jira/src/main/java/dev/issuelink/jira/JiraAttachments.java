package dev.issuelink.jira;

import dev.issuelink.model.Attachment;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.WriteResult;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Attaches files, which are streamed. */
final class JiraAttachments {
    private static final String OPERATION = "attachFile";

    private final JiraConnection connection;

    JiraAttachments(JiraConnection connection) {
        this.connection = connection;
    }

    WriteResult<Attachment> attach(IssueReference issue, AttachmentUpload file) {
        var drops = new JiraDrops();
        if (!file.description().isEmpty()) {
            drops.add("description", file.description(), "Jira's attachments have none; say it in a comment.");
        }
        var call = connection
                .http()
                .post(OPERATION, "issue", connection.id(issue, OPERATION), "attachments")
                .header("X-Atlassian-Token", "no-check")
                .file("file", file.name(), file.mediaType(), file.content())
                .build();
        var answer = connection.http().read(call);
        var stored = connection
                .http()
                .written(
                        OPERATION,
                        () -> attachment(JiraJson.items(answer).stream()
                                .findFirst()
                                .orElseThrow(() -> connection.mapper().unreadable("attachment"))));
        return new WriteResult<>(stored, drops.all());
    }

    private Attachment attachment(JsonNode wire) {
        var id = JiraJson.word(wire, "id").orElseThrow(() -> connection.mapper().unreadable("id of an attachment"));
        var name = JiraJson.word(wire, "filename").orElse(id);
        return new Attachment(id, name, wire.path("size").asLong(0), address(id, name));
    }

    /** Built from the configured site: what Jira tells may lead through its gateway, where no browser gets in. */
    private URI address(String id, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        var path = connection.http().kindSoFar().isCloud()
                ? "/rest/api/3/attachment/content/" + connection.number(id, "attachments", OPERATION)
                : "/secure/attachment/" + connection.number(id, "attachments", OPERATION) + "/" + encoded;
        return URI.create(connection.settings().site() + path);
    }
}
