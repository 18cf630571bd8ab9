package dev.issuelink.verify.github;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** GitHub's own description of its API, and what we use beyond it, openly. */
final class GitHubDescription {
    private final OpenApiInteractionValidator validator;
    private final Set<String> beyond = new TreeSet<>();

    GitHubDescription(Path file) {
        validator = OpenApiInteractionValidator.createForSpecificationUrl(
                        file.toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                        .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    /** What was used although the description lacks it. */
    Set<String> beyond() {
        return beyond;
    }

    /**
     * What is wrong with a request; empty if nothing is. Its Accept header is left out: the description names the media
     * type application/json for all answers, while GitHub's own advice is to ask for application/vnd.github+json.
     */
    List<String> faults(String method, String pathAndQuery, String body) {
        if (method.equals("POST") && pathAndQuery.equals("/graphql")) {
            beyond.add("POST /graphql: GraphQL has a description of its own");
            return List.of();
        }
        var request = new SimpleRequest.Builder(Request.Method.valueOf(method), path(pathAndQuery));
        if (!body.isEmpty()) {
            request.withHeader("Content-Type", "application/json").withBody(described(body));
        }
        var query = pathAndQuery.indexOf('?');
        if (query >= 0) {
            for (var pair : pathAndQuery.substring(query + 1).split("&", -1)) {
                addQuery(request, method, pathAndQuery, pair.split("=", 2));
            }
        }
        return validator.validateRequest(request.build()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> method + " " + pathAndQuery + ": " + message.getMessage())
                .toList();
    }

    private void addQuery(SimpleRequest.Builder request, String method, String target, String[] pair) {
        if (pair[0].equals("after") && method.equals("GET") && target.matches("/rep[^?]*/issues\\?.*")) {
            beyond.add("after: GitHub's own next links of issues carry it");
            return;
        }
        request.withQueryParam(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }

    /** GitHub's links name repositories by their ids, on paths that stand for those of the description. */
    private String path(String pathAndQuery) {
        var path = pathAndQuery.replaceFirst("\\?.*", "");
        if (path.startsWith("/repositories/")) {
            beyond.add("/repositories/{id}: GitHub's own next links and redirects lead there");
            return path.replaceFirst("/repositories/\\d+", "/repos/octo/demo");
        }
        return path;
    }

    /** The validator takes null for wrong where the description says oneOf and nullable: what is cleared. */
    private String described(String body) {
        var described = body;
        for (var cleared : List.of("milestone\":null", "type\":null")) {
            if (described.contains("\"" + cleared)) {
                beyond.add("\"" + cleared + ", which GitHub's documentation allows and the validator does not know");
                described = described.replace(
                        "\"" + cleared, "\"" + cleared.replace("null", cleared.startsWith("m") ? "1" : "\"Bug\""));
            }
        }
        return described;
    }
}
