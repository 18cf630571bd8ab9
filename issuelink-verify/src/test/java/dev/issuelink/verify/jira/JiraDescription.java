package dev.issuelink.verify.jira;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.issuelink.verify.wire.RecordingProxy.Recorded;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Atlassian's own description of the API of Jira Cloud, and what we use beyond it, openly. */
final class JiraDescription {
    /** What has no place in the description, with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "POST /oauth/token", "OAuth's tokens are Atlassian's matter, not Jira's",
            "GET /oauth/token/accessible-resources", "which sites a user let us use, Atlassian's gateway tells",
            "GET /_edge/tenant_info", "the id of a site, the site's front tells",
            "/rest/webhooks/1.0/webhook", "webhooks of administrators have a page of their own and no description");

    /** What Jira Cloud answered once and does no longer. */
    private static final List<Pattern> REMOVED = List.of(
            Pattern.compile("\\w+ /rest/api/(2|3|latest)/search(/id)?"),
            Pattern.compile("\\w+ /rest/api/(2|3|latest)/expression/eval"),
            Pattern.compile("\\w+ /rest/api/(2|3|latest)/issue/createmeta"),
            Pattern.compile("\\w+ /rest/auth/1/session"));

    private static final Pattern GATEWAY = Pattern.compile("^/ex/jira/[A-Za-z0-9-]+");
    private final OpenApiInteractionValidator validator;
    private final JiraBodies bodies;
    private final Set<String> beyond = new TreeSet<>();

    JiraDescription(Path description, Path documents) {
        validator = OpenApiInteractionValidator.createForSpecificationUrl(
                        description.toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                        .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                        .build())
                .build();
        bodies = new JiraBodies(description, documents);
    }

    /** What was used although the description lacks it. */
    Set<String> beyond() {
        return beyond;
    }

    /** How many documents were looked at. */
    int documents() {
        return bodies.documents();
    }

    /** Whether a request goes where Jira Cloud answers no longer. */
    static boolean isRemoved(String method, String target) {
        var place = method + " " + GATEWAY.matcher(path(target)).replaceFirst("");
        return REMOVED.stream().anyMatch(removed -> removed.matcher(place).matches());
    }

    /** What is wrong with a request; empty if nothing is. */
    List<String> faults(Recorded sent) {
        var target = GATEWAY.matcher(sent.uri().toString()).replaceFirst("");
        if (!target.equals(sent.uri().toString())) {
            beyond.add("/ex/jira/{cloudId}: the gateway stands before all paths");
        }
        if (isElsewhere(sent.method(), path(target))) {
            return List.of();
        }
        if (sent.line().equals("GET /rest/api/2/serverInfo")) {
            beyond.add("GET /rest/api/2/serverInfo: both Jiras have it, and which one it is, is not known yet");
            target = "/rest/api/3/serverInfo";
        }
        var faults = new ArrayList<String>();
        if (isRemoved(sent.method(), target)) {
            faults.add("it was removed");
        }
        faults.addAll(described(sent, target));
        faults.addAll(bodies.faults(sent, path(target)));
        return faults.stream().map(fault -> sent.line() + ": " + fault).toList();
    }

    private boolean isElsewhere(String method, String path) {
        var found = ELSEWHERE.entrySet().stream()
                .filter(place -> (method + " " + path).equals(place.getKey()) || path.startsWith(place.getKey()))
                .findFirst();
        found.ifPresent(place -> beyond.add(place.getKey() + ": " + place.getValue()));
        return found.isPresent();
    }

    private List<String> described(Recorded sent, String target) {
        var request = new SimpleRequest.Builder(Request.Method.valueOf(sent.method()), path(target));
        var type = sent.headers().getOrDefault("Content-type", List.of());
        type.forEach(value -> request.withHeader("Content-Type", value));
        if (!sent.body().isEmpty()) {
            request.withBody(sent.body());
        }
        var query = target.indexOf('?');
        if (query >= 0) {
            for (var pair : target.substring(query + 1).split("&", -1)) {
                var parts = pair.split("=", 2);
                request.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return validator.validateRequest(request.build()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::getMessage)
                .toList();
    }

    private static String path(String target) {
        return target.replaceFirst("\\?.*", "");
    }
}
