package dev.issuelink.github;

import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.spi.ConnectionReport;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks GitHub who we are and whether issues can be read and written in the configured repository. */
final class GitHubProbe {
    private static final String OPERATION = "testConnection";
    private static final int[] REFUSALS = {401, 403, 404, 410, 451};
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XX", Locale.ROOT);

    private final GitHubConnection connection;

    GitHubProbe(GitHubConnection connection) {
        this.connection = connection;
    }

    ConnectionReport run() {
        var start = connection.context().clock().instant();
        try {
            return connection.settings().isAnonymous() ? repository("", start, Optional.empty()) : identity(start);
        } catch (TrackerException refused) {
            return switch (refused.code()) {
                case AUTHENTICATION, PERMISSION, NOT_FOUND, GONE, VALIDATION, RATE_LIMITED ->
                    ConnectionReport.builder(false, since(start))
                            .advice(refused.getMessage())
                            .build();
                default -> throw refused;
            };
        }
    }

    /** An app's installation is no user: it is asked for what it may see instead. */
    private ConnectionReport identity(Instant start) {
        if (connection.settings().isApp()) {
            var reply = send(
                    HttpCall.get(OPERATION).path("installation", "repositories").query("per_page", 1),
                    GitHubWire.Repositories.class);
            return reply.body().isEmpty() ? refused(reply, since(start)) : repository("", start, Optional.of(reply));
        }
        var reply = send(HttpCall.get(OPERATION).path("user"), GitHubWire.User.class);
        return reply.body()
                .map(user -> repository(Objects.requireNonNullElse(user.login(), ""), start, Optional.of(reply)))
                .orElseGet(() -> refused(reply, since(start)));
    }

    private ConnectionReport repository(String account, Instant start, Optional<HttpReply<?>> identity) {
        var known = identity.isPresent() ? Optional.of(since(start)) : Optional.<Duration>empty();
        var reply = send(
                HttpCall.get(OPERATION)
                        .path(GitHubConnection.path(connection.settings().repository())),
                GitHubWire.Repository.class);
        var latency = known.orElseGet(() -> since(start));
        return reply.body()
                .map(found -> report(account, found, reply, latency))
                .orElseGet(() -> refused(reply, latency));
    }

    private ConnectionReport report(String account, GitHubWire.Repository found, HttpReply<?> reply, Duration latency) {
        var missing = missingScopes(reply);
        var fault = fault(found, missing);
        return filled(ConnectionReport.builder(fault.isEmpty(), latency), reply)
                .account(account)
                .granted(Stream.concat(scopes(reply, "x-oauth-scopes").stream(), permissions(found).stream())
                        .toList())
                .missing(missing)
                .advice(fault.or(() -> renamed(found)).orElse(""))
                .build();
    }

    private ConnectionReport refused(HttpReply<?> reply, Duration latency) {
        return filled(ConnectionReport.builder(false, latency), reply)
                .granted(scopes(reply, "x-oauth-scopes"))
                .missing(
                        reply.status() == 403 || reply.status() == 404
                                ? GitHubErrors.accepted(reply)
                                        .map(GitHubProbe::split)
                                        .orElse(List.of())
                                : List.of())
                .advice(advice(reply))
                .build();
    }

    private String advice(HttpReply<?> reply) {
        var repository = connection.settings().repository().id();
        if (reply.header("x-github-sso")
                .filter(value -> value.startsWith("required"))
                .isPresent()) {
            return "Authorise the token for the organisation's single sign-on in GitHub's token settings.";
        }
        return switch (reply.status()) {
            case 401 -> "GitHub refused the credential: replace it, it is wrong, expired or revoked.";
            case 403 -> "The credential may not do this: give it access to " + repository + " and its issues.";
            case 404 ->
                "There is no " + repository + " that this credential can see: check owner and repo, and give the"
                        + " credential access if the repository is private.";
            default -> "The repository " + repository + " was deleted or is withheld: choose another one.";
        };
    }

    private static Optional<String> fault(GitHubWire.Repository found, List<String> missing) {
        if (Boolean.TRUE.equals(found.disabled())) {
            return Optional.of("GitHub has disabled the repository: its owner must turn to GitHub's support.");
        }
        if (Boolean.TRUE.equals(found.archived())) {
            return Optional.of("The repository is archived and can only be read: unarchive it or choose another one.");
        }
        if (Boolean.FALSE.equals(found.hasIssues())) {
            return Optional.of("Issues are switched off for the repository: switch them on in its settings.");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("The token lacks a scope: give it " + String.join(" or ", missing) + ".");
    }

    private Optional<String> renamed(GitHubWire.Repository found) {
        var configured = connection.settings().repository();
        return Optional.ofNullable(found.fullName())
                .flatMap(GitHubRepository::parse)
                .filter(now -> !now.sameAs(configured))
                .map(now -> "The repository is called " + now.id() + " now: change owner and repo.");
    }

    /** Only tokens with scopes name them; a public repository needs less. */
    private static List<String> missingScopes(HttpReply<?> reply) {
        if (reply.header("x-oauth-scopes").isEmpty()) {
            return List.of();
        }
        var granted = scopes(reply, "x-oauth-scopes");
        return granted.contains("repo") || granted.contains("public_repo") ? List.of() : List.of("repo");
    }

    private ConnectionReport.Builder filled(ConnectionReport.Builder report, HttpReply<?> reply) {
        return report.credentialExpiresAt(reply.header("github-authentication-token-expiration")
                        .flatMap(GitHubProbe::expiry)
                        .orElse(null))
                .callsLeft(GitHubLimits.number(reply, "x-ratelimit-remaining").orElse(null));
    }

    /** Written {@code 2022-09-29 09:53:54 UTC}, at times with an offset. */
    static Optional<Instant> expiry(String text) {
        try {
            var offset = text.strip().replace("UTC", "+0000");
            return Optional.of(OffsetDateTime.parse(offset, EXPIRY)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeParseException unknownForm) {
            return Optional.empty();
        }
    }

    private static List<String> permissions(GitHubWire.Repository found) {
        return Objects.requireNonNullElse(found.permissions(), Map.<String, Boolean>of()).entrySet().stream()
                .filter(entry -> Boolean.TRUE.equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> scopes(HttpReply<?> reply, String header) {
        return reply.header(header).map(GitHubProbe::split).orElse(List.of());
    }

    private static List<String> split(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private <T> HttpReply<T> send(HttpCall.Builder call, Class<T> type) {
        return connection.http().send(call.expect(REFUSALS).build(), type);
    }

    private Duration since(Instant start) {
        return Duration.between(start, connection.context().clock().instant());
    }
}
