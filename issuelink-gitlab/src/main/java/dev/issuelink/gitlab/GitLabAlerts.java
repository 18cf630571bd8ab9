package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.spi.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The vulnerabilities of the configured project as a feed, oldest first. GitLab cannot be asked for those that changed, so
 * each pass reads all of them and tells those on pages that are not as they were in the pass before. They are a part of
 * GitLab Ultimate; elsewhere the capability is lost on the first attempt.
 */
final class GitLabAlerts {
    private static final String OPERATION = "securityAlerts";

    /** The descriptions are left out: those of leaked secrets may hold them. */
    private static final String QUERY = """
            query($path: ID!, $after: String) {
              project(fullPath: $path) {
                vulnerabilities(first: 100, after: $after, sort: detected_asc) {
                  nodes {
                    id title state severity reportType detectedAt confirmedAt resolvedAt dismissedAt
                    falsePositive resolvedOnDefaultBranch
                    identifiers { externalType externalId name url }
                    scanner { name vendor }
                    location {
                      ... on VulnerabilityLocationSast { file startLine endLine }
                      ... on VulnerabilityLocationSecretDetection { file startLine endLine }
                      ... on VulnerabilityLocationDependencyScanning { file dependency { package { name } version } }
                      ... on VulnerabilityLocationContainerScanning { image dependency { package { name } version } }
                      ... on VulnerabilityLocationDast { path }
                    }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }""";

    private final GitLabConnection connection;
    private final GitLabGate gate;
    private final GitLabAlertMapper mapper;

    GitLabAlerts(GitLabConnection connection, GitLabGate gate) {
        this.connection = connection;
        this.gate = gate;
        this.mapper = new GitLabAlertMapper(connection.mapper(), connection.settings());
    }

    /** Reads on; see {@link dev.issuelink.spi.IssueTrackerAdapter#securityAlerts}. */
    ChangePage<SecurityAlert> read(@Nullable Cursor cursor) {
        var from = GitLabAlertPosition.parse(cursor, connection.tracker());
        var project = project();
        try {
            return page(project, from);
        } catch (TrackerException forgotten) {
            // GitLab names no reason by which a cursor that it no longer knows could be told from other refusals.
            if (from.after().isEmpty() || forgotten.code() != ErrorCode.PERMISSION) {
                throw forgotten;
            }
            return page(project, from.rewound());
        }
    }

    /** Looks whether there are any, and forgets the capability if not. */
    void probe() {
        try {
            ask(project(), GitLabAlertPosition.BEGINNING);
        } catch (TrackerException refused) {
            if (refused.code() == ErrorCode.PERMISSION || refused.code() == ErrorCode.NOT_FOUND) {
                gate.lose(Set.of(Capability.READ_SECURITY_ALERTS));
            } else if (refused.code() != ErrorCode.UNSUPPORTED) {
                throw refused;
            }
        }
    }

    private ChangePage<SecurityAlert> page(GitLabNode project, GitLabAlertPosition from) {
        var told = ask(project, from);
        var nodes = told.nodes("nodes");
        var digest = GitLabPosition.hash(nodes.toString());
        var items = from.isKnown(digest)
                ? List.<SecurityAlert>of()
                : nodes.stream().map(node -> mapper.alert(node, project)).toList();
        var info = told.node("pageInfo");
        var next = info.filter(page -> page.isTrue("hasNextPage")).flatMap(page -> page.text("endCursor"));
        if (next.isPresent() && next.equals(from.after())) {
            throw connection.mapper().unreadable("cursor of a next page that is another");
        }
        var position = from.then(digest, next);
        return new ChangePage<>(items, position.toCursor(), next.isPresent(), 0);
    }

    private GitLabNode ask(GitLabNode project, GitLabAlertPosition from) {
        var path = connection.mapper().required(project.text("path_with_namespace"), "path of a project");
        var variables = new LinkedHashMap<String, @Nullable Object>();
        variables.put("path", path);
        variables.put("after", from.after().orElse(null));
        try {
            var data = new GitLabGraphQl(connection).ask(OPERATION, new GitLabGraphQl.Request(QUERY, variables));
            return data.node("project")
                    .orElseThrow(() -> TrackerException.of(ErrorCode.NOT_FOUND, connection.tracker(), OPERATION)
                            .message("GraphQL shows this credential no such project.")
                            .build())
                    .node("vulnerabilities")
                    .orElseThrow(() -> absent(null));
        } catch (TrackerException refused) {
            throw refused.code() == ErrorCode.UNSUPPORTED ? absent(refused) : refused;
        }
    }

    private TrackerException absent(@Nullable TrackerException cause) {
        gate.lose(Set.of(Capability.READ_SECURITY_ALERTS));
        return TrackerException.of(ErrorCode.UNSUPPORTED, connection.tracker(), OPERATION)
                .message("This GitLab has no vulnerabilities to tell of: they are a part of GitLab Ultimate.")
                .trackerMessage(Optional.ofNullable(cause)
                        .flatMap(TrackerException::trackerMessage)
                        .orElse(null))
                .cause(cause)
                .build();
    }

    /** GraphQL wants the path, and alerts name their project by its number. */
    private GitLabNode project() {
        var call = HttpCall.get(OPERATION)
                .path(GitLabConnection.path(connection.settings().project()))
                .conditional()
                .build();
        return connection.body(connection.http().send(call, GitLabNode.class), "project");
    }
}
