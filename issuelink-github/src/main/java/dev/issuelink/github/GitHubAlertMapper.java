package dev.issuelink.github;

import dev.issuelink.github.GitHubWebhookWire.Alert;
import dev.issuelink.model.SecurityAlert;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what GitHub told of a Dependabot alert, be it listed or delivered. Pure; safe for all threads.
 *
 * @param mapper says what cannot be read
 */
record GitHubAlertMapper(GitHubMapper mapper) {
    private static final List<String> MAPPED =
            List.of("security_advisory.summary", "security_vulnerability.severity", "dependency.package.name");

    SecurityAlert alert(Alert wire, GitHubRepository repository) {
        if (wire.number() == null) {
            throw mapper.unreadable("number of an alert");
        }
        var rest = Objects.requireNonNullElse(wire.rest(), Map.<String, @Nullable Object>of());
        var builder = SecurityAlert.builder(
                        Long.toString(wire.number()),
                        repository.id(),
                        mapper.address(wire.htmlUrl(), repository, "/security/dependabot/" + wire.number()))
                .state(Objects.requireNonNullElse(wire.state(), ""))
                .severity(text(rest, "security_vulnerability", "severity")
                        .or(() -> text(rest, "security_advisory", "severity"))
                        .orElse(""))
                .summary(text(rest, "security_advisory", "summary").orElse(""))
                .packageName(text(rest, "dependency", "package", "name")
                        .or(() -> text(rest, "security_vulnerability", "package", "name"))
                        .orElse(null))
                .advisory(text(rest, "security_advisory", "cve_id")
                        .or(() -> text(rest, "security_advisory", "ghsa_id"))
                        .orElse(null))
                .createdAt(wire.createdAt())
                .updatedAt(wire.updatedAt());
        var attributes = GitHubAttributes.of(rest);
        MAPPED.forEach(attributes::remove);
        attributes.forEach(builder::attribute);
        return builder.build();
    }

    private static Optional<String> text(Map<String, @Nullable Object> object, String... path) {
        Object value = object;
        for (var name : path) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
