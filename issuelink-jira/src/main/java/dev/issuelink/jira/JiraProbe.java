package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.User;
import dev.issuelink.spi.ConnectionReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks Jira who we are and what we may do in the configured project. */
final class JiraProbe {
    private static final String OPERATION = "testConnection";
    private static final String BROWSE = "BROWSE_PROJECTS";
    private static final String ADMINISTER = "ADMINISTER";
    private static final List<String> WRITING = List.of(
            "CREATE_ISSUES", "EDIT_ISSUES", "TRANSITION_ISSUES", "ASSIGN_ISSUES", "ADD_COMMENTS", "CREATE_ATTACHMENTS");

    private final JiraConnection connection;

    JiraProbe(JiraConnection connection) {
        this.connection = connection;
    }

    ConnectionReport run() {
        var start = connection.now();
        try {
            return report(start);
        } catch (TrackerException refused) {
            return switch (refused.code()) {
                case AUTHENTICATION, PERMISSION, NOT_FOUND, UNSUPPORTED, VALIDATION -> failed(refused, start);
                default -> throw refused;
            };
        }
    }

    private ConnectionReport report(Instant start) {
        if (connection.settings().isAnonymous()) {
            connection.http().kind(OPERATION);
            return permissions(null, start, connection.now());
        }
        connection.http().kind(OPERATION);
        var asked = connection.now();
        var me = connection
                .http()
                .send(connection.http().get(OPERATION, "myself").build());
        return permissions(me, asked, connection.now());
    }

    private ConnectionReport permissions(@Nullable HttpReply<JsonNode> me, Instant asked, Instant answered) {
        var wanted = wanted();
        var call = connection
                .http()
                .get(OPERATION, "mypermissions")
                .query("projectKey", connection.settings().project());
        if (connection.http().kindSoFar().isCloud()) {
            call.query("permissions", String.join(",", wanted));
        }
        var told = connection.http().read(call.build()).path("permissions");
        var granted = new ArrayList<String>();
        var missing = new ArrayList<String>();
        wanted.forEach(name -> (JiraJson.flag(told, name, "havePermission") ? granted : missing).add(name));
        var usable = missing.isEmpty();
        return ConnectionReport.builder(usable, Duration.between(asked, answered))
                .account(account(me))
                .granted(granted)
                .missing(missing)
                .callsLeft(
                        me == null
                                ? null
                                : JiraLimits.number(me, "X-RateLimit-Remaining").orElse(null))
                .advice(usable ? "" : advice(missing))
                .build();
    }

    private String account(@Nullable HttpReply<JsonNode> me) {
        return Optional.ofNullable(me)
                .flatMap(HttpReply::body)
                .flatMap(connection.mapper()::user)
                .map(User::username)
                .orElse("");
    }

    private List<String> wanted() {
        var wanted = new ArrayList<String>();
        wanted.add(BROWSE);
        if (!connection.settings().isAnonymous()) {
            wanted.addAll(WRITING);
            if (connection.settings().allowDelete()) {
                wanted.add("DELETE_ISSUES");
            }
            var registers = connection.context().config().sync().webhookUrl().isPresent();
            if (registers && !connection.settings().signsInBy(JiraSettings.OAUTH)) {
                wanted.add(ADMINISTER);
            }
        }
        return wanted;
    }

    private String advice(List<String> missing) {
        var project = connection.settings().project();
        if (missing.contains(BROWSE)) {
            return "The account cannot see the project " + project + ": check project_key, and give it access.";
        }
        if (missing.equals(List.of(ADMINISTER))) {
            return "Registering webhooks needs an administrator of Jira; let one register it, or leave webhook_url out.";
        }
        return "Give the account in " + project + " what is missing: " + String.join(", ", missing) + ".";
    }

    private ConnectionReport failed(TrackerException refused, Instant start) {
        var advice = refused.code() == ErrorCode.NOT_FOUND
                ? "There is no Jira at the configured address, or no project "
                        + connection.settings().project() + " that the account can see."
                : refused.getMessage();
        return ConnectionReport.builder(false, Duration.between(start, connection.now()))
                .advice(advice == null ? "" : advice)
                .build();
    }
}
