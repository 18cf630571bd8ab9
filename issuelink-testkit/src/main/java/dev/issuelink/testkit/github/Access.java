package dev.issuelink.testkit.github;

import java.util.List;
import java.util.Set;

/** What a call asks of the credential: a fine-grained permission (any of some) or a scope (any of some). */
record Access(List<String> permissions, boolean write, Set<String> scopes, boolean admin, boolean app) {

    private static final Set<String> REPO = Set.of("repo", "public_repo");

    static final Access ANY = new Access(List.of(), false, Set.of(), false, false);
    static final Access APP = new Access(List.of(), false, Set.of(), false, true);
    static final Access METADATA = new Access(List.of("metadata"), false, REPO, false, false);
    static final Access ADMINISTRATION = new Access(List.of("administration"), true, REPO, true, false);
    static final Access ISSUES_READ = new Access(List.of("issues"), false, REPO, false, false);
    static final Access ISSUES_WRITE = new Access(List.of("issues"), true, REPO, false, false);
    static final Access TALK_READ = new Access(List.of("issues", "pull_requests"), false, REPO, false, false);
    static final Access TALK_WRITE = new Access(List.of("issues", "pull_requests"), true, REPO, false, false);
    static final Access HOOKS_READ = new Access(
            List.of("repository_hooks"),
            false,
            Set.of("admin:repo_hook", "public_repo", "read:repo_hook", "repo", "write:repo_hook"),
            true,
            false);
    static final Access HOOKS_WRITE = new Access(
            List.of("repository_hooks"),
            true,
            Set.of("admin:repo_hook", "public_repo", "repo", "write:repo_hook"),
            true,
            false);
    static final Access ALERTS_READ = new Access(
            List.of("vulnerability_alerts"), false, Set.of("public_repo", "repo", "security_events"), false, false);
    static final Access ALERTS_WRITE = new Access(
            List.of("vulnerability_alerts"), true, Set.of("public_repo", "repo", "security_events"), false, false);

    /** Value of {@code X-Accepted-GitHub-Permissions}: alternatives are separated by a semicolon. */
    String acceptedPermissions() {
        String level = write ? "=write" : "=read";
        return String.join("; ", permissions.stream().map(p -> p + level).toList());
    }

    /** Value of {@code X-Accepted-OAuth-Scopes}. */
    String acceptedScopes() {
        return String.join(", ", scopes.stream().sorted().toList());
    }
}
