package dev.issuelink.gitlab;

import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.ConnectionReport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks GitLab who we are, what the token may do and how long, and whether the project's issues can be written. */
final class GitLabProbe {
    private static final String OPERATION = "testConnection";
    private static final int[] REFUSALS = {400, 401, 403, 404, 405};
    private static final String WRITE = "api";
    private static final int PLANNER = 15;
    private static final int MAINTAINER = 40;
    private static final Duration SOON = Duration.ofDays(14);
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final Logger LOG = LoggerFactory.getLogger(GitLabProbe.class);

    private final GitLabConnection connection;
    private final GitLabGate gate;
    private final GitLabAlerts alerts;
    private final Instant start;

    GitLabProbe(GitLabConnection connection, GitLabGate gate, GitLabAlerts alerts) {
        this.connection = connection;
        this.gate = gate;
        this.alerts = alerts;
        this.start = connection.context().clock().instant();
    }

    /**
     * What is known of a token.
     *
     * @param scopes its scopes; empty if not known
     * @param expiresAt when it ends, if it does
     * @param usable whether it is neither revoked nor expired
     */
    private record Token(List<String> scopes, Optional<Instant> expiresAt, boolean usable) {
        /** The scopes of fine-grained tokens say nothing; what such a token may do shows when it is used. */
        boolean lacks(String scope) {
            return !scopes.isEmpty() && !scopes.contains(scope) && !scopes.contains("granular");
        }
    }

    ConnectionReport run() {
        try {
            return connection.settings().isAnonymous()
                    ? project("", new Token(List.of(), Optional.empty(), true), Optional.empty())
                    : identity();
        } catch (TrackerException refused) {
            return switch (refused.code()) {
                case AUTHENTICATION, PERMISSION, NOT_FOUND, GONE, VALIDATION, RATE_LIMITED ->
                    ConnectionReport.builder(false, took())
                            .advice(refused.getMessage())
                            .build();
                default -> throw refused;
            };
        }
    }

    private ConnectionReport identity() {
        var reply = send(HttpCall.get(OPERATION).path("user"));
        var latency = took();
        if (reply.body().isEmpty()) {
            return ConnectionReport.builder(false, latency)
                    .advice(
                            reply.status() == 401
                                    ? "GitLab refused the credential: replace it, it is wrong, expired or revoked."
                                    : "The token may not even say whose it is: give it the scope api.")
                    .build();
        }
        version().ifPresent(this::note);
        return project(reply.body().get().words("username"), token(), Optional.of(latency));
    }

    private Token token() {
        var oauth = connection.settings().isOAuth();
        var call = HttpCall.get(OPERATION);
        var reply = send(
                oauth
                        ? call.url(URI.create(connection.settings().webRoot() + "/oauth/token/info"))
                        : call.path("personal_access_tokens", "self"));
        return reply.body()
                .map(told -> new Token(
                        told.texts(oauth ? "scope" : "scopes"),
                        told.time("expires_at")
                                .or(() -> told.number("expires_in")
                                        .map(seconds -> reply.receivedAt().plusSeconds(seconds))),
                        told.flag("active").orElse(true) && !told.isTrue("revoked")))
                .orElse(new Token(List.of(), Optional.empty(), true));
    }

    private Optional<String> version() {
        return send(HttpCall.get(OPERATION).path("metadata"))
                .body()
                .or(() -> send(HttpCall.get(OPERATION).path("version")).body())
                .flatMap(told -> told.text("version"));
    }

    private void note(String version) {
        LOG.info("{}: connected to GitLab {}", connection.tracker(), version);
        var matcher = VERSION.matcher(version);
        if (matcher.matches()) {
            var major = Integer.parseInt(matcher.group(1));
            var minor = Integer.parseInt(matcher.group(2));
            if (major < 17 || (major == 17 && minor < 4)) {
                gate.lose(Set.of(Capability.REDELIVER_WEBHOOKS));
            }
        }
    }

    private ConnectionReport project(String account, Token token, Optional<Duration> latency) {
        var settings = connection.settings();
        var reply = send(HttpCall.get(OPERATION).path(GitLabConnection.path(settings.project())));
        var took = latency.orElseGet(this::took);
        if (reply.body().isEmpty()) {
            return ConnectionReport.builder(false, took)
                    .account(account)
                    .granted(token.scopes())
                    .credentialExpiresAt(token.expiresAt().orElse(null))
                    .advice(hidden(reply.status()))
                    .build();
        }
        var found = reply.body().get();
        if (!settings.isAnonymous()) {
            alerts.probe();
        }
        var level = level(found);
        var missing = missing(token, level);
        var fault = fault(found, token, level, missing);
        return ConnectionReport.builder(fault.isEmpty(), took)
                .account(account)
                .granted(Stream.concat(token.scopes().stream(), level.map(number -> "access level " + number).stream())
                        .toList())
                .missing(missing)
                .credentialExpiresAt(token.expiresAt().orElse(null))
                .callsLeft(GitLabLimits.number(reply, "RateLimit-Remaining").orElse(null))
                .advice(fault.or(() -> ending(token)).orElse(""))
                .build();
    }

    private List<String> missing(Token token, Optional<Long> level) {
        var missing = new ArrayList<String>();
        if (token.lacks(WRITE)) {
            gate.lose(GitLabGate.WRITES);
            missing.add(WRITE);
        }
        if (level.filter(number -> number < MAINTAINER).isPresent()) {
            gate.lose(Set.of(Capability.MANAGE_WEBHOOKS, Capability.REDELIVER_WEBHOOKS));
            if (connection.context().config().sync().webhookUrl().isPresent()) {
                missing.add("the role Maintainer");
            }
        }
        return missing;
    }

    private Optional<String> fault(GitLabNode found, Token token, Optional<Long> level, List<String> missing) {
        if (found.isTrue("archived")) {
            return Optional.of("The project is archived and can only be read: unarchive it or choose another one.");
        }
        if (found.flag("issues_enabled").filter(on -> !on).isPresent()
                || found.words("issues_access_level").equals("disabled")) {
            return Optional.of("Issues are switched off for the project: switch them on in its settings.");
        }
        if (!token.usable()) {
            return Optional.of("The token is revoked or expired: replace it.");
        }
        if (!missing.isEmpty()) {
            return Optional.of("The credential lacks " + String.join(" and ", missing) + ": give it to the account or"
                    + " token.");
        }
        return level.filter(number -> number < PLANNER)
                .map(number -> "The account's role is too low: GitLab would silently leave out labels, assignees and"
                        + " milestones. Give it the role Planner or Reporter at least.");
    }

    private Optional<String> ending(Token token) {
        var soon = connection.context().clock().instant().plus(SOON);
        return token.expiresAt()
                .filter(end -> !connection.settings().isOAuth() && end.isBefore(soon))
                .map(end -> "The token ends at " + end + ": replace it before.");
    }

    private String hidden(int status) {
        var project = connection.settings().project().id();
        return status == 404
                ? "There is no project " + project + " that this credential can see: check its number or path, and"
                        + " give the account a role in it. Behind some proxies only the number works."
                : "The credential may not read the project " + project + ": give its account a role in it.";
    }

    /** The highest that is told; somebody who comes in through a shared group is told none. */
    private static Optional<Long> level(GitLabNode found) {
        return found.node("permissions").stream()
                .flatMap(permissions -> Stream.of(permissions.node("project_access"), permissions.node("group_access")))
                .flatMap(Optional::stream)
                .flatMap(access -> access.number("access_level").stream())
                .max(Long::compare);
    }

    private HttpReply<GitLabNode> send(HttpCall.Builder call) {
        return connection.http().send(call.expect(REFUSALS).build(), GitLabNode.class);
    }

    private Duration took() {
        return Duration.between(start, connection.context().clock().instant());
    }
}
