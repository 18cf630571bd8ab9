package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Attachment;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.WriteResult;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Uploads files. GitLab keeps them with the project, not with an issue: a note with the address that GitLab gives makes
 * one part of an issue, as on its pages.
 */
final class GitLabUploads {
    private static final String OPERATION = "attachFile";
    /** For 100 MiB, which is what GitLab.com takes, over a slow line. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern PATH = Pattern.compile("/uploads/([0-9a-f]{32})/([^/]{1,512})");

    private final GitLabConnection connection;
    private final GitLabMoves moves;

    GitLabUploads(GitLabConnection connection, GitLabMoves moves) {
        this.connection = connection;
        this.moves = moves;
    }

    WriteResult<Attachment> attachFile(IssueReference issue, AttachmentUpload file) {
        var size = size(file);
        var place = connection.mapper().place(moves.required(OPERATION, issue));
        var call = HttpCall.post(OPERATION)
                .path(GitLabConnection.path(place.project(), "uploads"))
                .file("file", file.name(), file.mediaType(), file.content())
                .deadline(LONGEST)
                .build();
        var told = connection.http().send(call, GitLabNode.class);
        var markdown = connection.written(
                call,
                () -> connection
                        .mapper()
                        .required(connection.body(told, "upload").text("markdown"), "markdown of an upload"));
        var stored = connection.written(
                call, () -> attachment(place.project(), connection.body(told, "upload"), file.name(), size));
        note(place, file, markdown);
        return WriteResult.complete(stored);
    }

    /** GitLab's own words are sent as they are; only ours are made harmless. */
    private void note(GitLabPlace place, AttachmentUpload file, String markdown) {
        var words = GitLabNeutralizer.neutralize(file.description()).closed();
        connection
                .http()
                .send(HttpCall.post(OPERATION)
                        .path(place.path("notes"))
                        .resource("notes")
                        .json(Map.of("body", words.isBlank() ? markdown : words + "\n\n" + markdown))
                        .build());
    }

    private Attachment attachment(GitLabProject project, GitLabNode told, String name, long size) {
        var url = told.words("url");
        var matcher = PATH.matcher(url);
        if (!matcher.matches()) {
            throw connection.mapper().unreadable("url of an upload");
        }
        var download = connection.settings().baseUrl() + "/projects/" + project.id() + "/uploads/" + matcher.group(1)
                + "/" + encoded(matcher.group(2));
        return new Attachment(matcher.group(1) + "/" + matcher.group(2), name, size, URI.create(download));
    }

    /** GitLab has cleaned the name, but of other characters than an address allows. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private long size(AttachmentUpload file) {
        try {
            return Files.size(file.content());
        } catch (IOException unreadable) {
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), OPERATION)
                    .message("The file \"" + file.name() + "\" cannot be read: it is not there, or access to it is"
                            + " denied.")
                    .build();
        }
    }
}
