package dev.issuelink.gitlab;

import dev.issuelink.model.SecurityAlert;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says in our words what GitLab told of a vulnerability: through GraphQL, or in a delivery, whose names are those of
 * GraphQL in snake case. Pure; safe for all threads.
 *
 * @param mapper says what cannot be read
 * @param settings what is configured
 */
record GitLabAlertMapper(GitLabMapper mapper, GitLabSettings settings) {
    private static final Pattern GLOBAL_ID = Pattern.compile("gid://gitlab/Vulnerability/(\\d{1,18})");
    private static final Pattern WEB_PATH = Pattern.compile(".*/-/security/vulnerabilities/(\\d{1,18})/?");

    /** Of GraphQL. */
    SecurityAlert alert(GitLabNode wire, GitLabNode project) {
        var id = wire.text("id").flatMap(text -> match(GLOBAL_ID, text));
        var number = mapper.required(id, "id of a vulnerability");
        var web = project.text("web_url")
                .orElseGet(() -> settings.webRoot() + "/" + project.words("path_with_namespace"));
        var url = GitLabMapper.address(web + "/-/security/vulnerabilities/" + number)
                .orElseGet(() -> settings.webUrl("-/security/vulnerabilities/" + number));
        var builder = SecurityAlert.builder(number, mapper.required(project.text("id"), "id of a project"), url);
        return filled(builder, wire).build();
    }

    /** Of a delivery; empty if it does not say which. */
    Optional<SecurityAlert> delivered(GitLabNode wire) {
        var url = wire.text("url").flatMap(GitLabMapper::address);
        var id = wire.text("id").or(() -> url.flatMap(address -> match(WEB_PATH, address.getPath())));
        var project = wire.text("project_id");
        return url.isEmpty() || id.isEmpty() || project.isEmpty()
                ? Optional.empty()
                : Optional.of(filled(SecurityAlert.builder(id.get(), project.get(), url.get()), wire)
                        .build());
    }

    private static SecurityAlert.Builder filled(SecurityAlert.Builder builder, GitLabNode wire) {
        var location = wire.node("location");
        builder.state(wire.words("state").toLowerCase(Locale.ROOT))
                .severity(wire.words("severity").toLowerCase(Locale.ROOT))
                .summary(wire.words("title"))
                .packageName(location.flatMap(place -> place.node("dependency"))
                        .flatMap(dependency -> dependency.node("package"))
                        .flatMap(found -> found.text("name"))
                        .orElse(null))
                .advisory(advisory(wire).orElse(null))
                .createdAt(time(wire, "detectedAt", "detected_at")
                        .or(() -> wire.time("created_at"))
                        .orElse(null))
                .updatedAt(updatedAt(wire).orElse(null));
        GitLabAttributes.of(wire).forEach(builder::attribute);
        return builder;
    }

    /** A CVE if there is one, else what GitLab names first. */
    private static Optional<String> advisory(GitLabNode wire) {
        var names = wire.nodes("identifiers").stream()
                .flatMap(identifier -> identifier.text("name").stream())
                .toList();
        return names.stream()
                .filter(name -> name.startsWith("CVE-"))
                .findFirst()
                .or(() -> names.stream().findFirst());
    }

    /** GraphQL has no time of the last change; it is the last of the times at which its state became another. */
    private static Optional<Instant> updatedAt(GitLabNode wire) {
        return Stream.of(
                        time(wire, "detectedAt", "updated_at"),
                        time(wire, "confirmedAt", "confirmed_at"),
                        time(wire, "resolvedAt", "resolved_at"),
                        time(wire, "dismissedAt", "dismissed_at"))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> time(GitLabNode wire, String name, String delivered) {
        return wire.time(name).or(() -> wire.time(delivered));
    }

    private static Optional<String> match(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
