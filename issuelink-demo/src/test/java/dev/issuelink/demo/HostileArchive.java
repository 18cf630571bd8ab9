package dev.issuelink.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** An archive by somebody who means no good. */
final class HostileArchive {
    private static final String START = """
            {"repo": "no repository", "labels": [null, 7, {"name": null}, {"name": "a", "color": "\\u001b[31m"}],
             "unknown": {"deep": [1, [2, [3]]]},
             "issues": [
              {"number": 1, "title": "\\u001b[2J\\u001b]0;owned\\u0007the \\u202Eorders\\r\\n\\u009b1mdemo: ok",
               "labels": ["a", null, {"name": "b"}, ""], "assignees": ["\\u001b[5mbob"], "state": "OPEN"},
              {"number": 2, "title": null, "body": null, "author": null, "labels": null, "assignees": null},
              {"number": 3},
              {"number": 4, "title": 17, "body": ["the orders"], "state": {"OPEN": true}, "createdAt": "yesterday"},
              {"number": 5, "title": "\\ud800 alone \\u0000 the", "createdAt": "+999999999-12-31T23:59:59Z",
               "updatedAt": "1970-01-01T00:00:00Z", "comments": [null, {"body": "\\u001b[8m"}, 4]},
              {"number": 6, "state": "CLOSED", "title": "表の名前が長すぎて枠に入りきらない場合でも、パネルの右端は揃っていなければならないのです"},
              {"number": 6, "title": "twice"}, {"number": -1}, {"number": 1e99}, {"title": "no number"}, null, [], "x",
              {"number": 1000000000, "title": "The largest", "closedAt": "2020-02-30T00:00:00Z"},
              {"number": 7, "title": "huge", "body": "
            """;

    private HostileArchive() {}

    static Path write(Path folder) throws IOException {
        // Packed, though its name does not say so.
        var file = folder.resolve("hostile.json");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(START.stripTrailing().getBytes(StandardCharsets.UTF_8));
            var words = "orders ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (var part = 0; part < 20; part++) {
                out.write(words);
            }
            out.write(
                    "\"}], \"pulls\": [{\"number\": 8, \"title\": \"the orders\"}]}".getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
