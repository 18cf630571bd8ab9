package dev.issuelink.testkit.github;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls, and what the repository thinks of them. */
record Caller(@Nullable Grant grant) {

    private static final Set<String> PUSHING = Set.of("write", "maintain", "admin");

    boolean anonymous() {
        return grant == null;
    }

    Grant required() {
        if (grant == null) {
            throw ApiError.of(401, "Requires authentication");
        }
        return grant;
    }

    Account account() {
        return Objects.requireNonNull(required().account());
    }

    boolean is(@Nullable Account account) {
        return account != null && grant != null && grant.account().equals(account);
    }

    boolean sees(Repo repo) {
        if (grant == null) {
            return !repo.hidden;
        }
        if (grant.installation() != null) {
            return grant.installation().covers(repo) && grant.reaches(repo);
        }
        if (grant.app() != null) {
            return true;
        }
        boolean member = repo.role(grant.account()) != null
                && grant.reaches(repo)
                && (!grant.scoped() || grant.scopes().contains("repo") || !repo.hidden);
        return member || (!repo.hidden && (grant.scoped() || grant.reaches(repo)));
    }

    boolean pushes(Repo repo) {
        if (grant == null) {
            return false;
        }
        if (grant.installation() != null) {
            return grant.permits("issues", true);
        }
        String role = repo.role(grant.account());
        return role != null && PUSHING.contains(role);
    }

    boolean administers(Repo repo) {
        if (grant == null) {
            return false;
        }
        return grant.installation() != null || "admin".equals(repo.role(grant.account()));
    }

    /** Refuses the call, as a 404 or 403, when the credential does not reach it. */
    void check(Access access, @Nullable Repo repo, boolean reads) {
        if (access.app()) {
            checkApp();
            return;
        }
        if (repo == null || access.permissions().isEmpty()) {
            return;
        }
        if (!sees(repo)) {
            throw ApiError.notFound();
        }
        if (!reads || access.admin()) {
            required();
        }
        if (grant != null) {
            checkGrant(grant, access, repo, reads);
        }
        if (access.admin() && !administers(repo)) {
            throw ApiError.notFound();
        }
    }

    private void checkApp() {
        if (grant == null || grant.kind() != FakeToken.Kind.APP) {
            throw ApiError.of(401, "A JSON web token could not be decoded");
        }
    }

    private static void checkGrant(Grant grant, Access access, Repo repo, boolean reads) {
        if (grant.kind() == FakeToken.Kind.APP) {
            throw ApiError.forbidden("Resource not accessible by integration");
        }
        if (grant.sso()) {
            throw new ApiError(Reply.error(
                            403,
                            "Resource protected by organization SAML enforcement. You must grant "
                                    + "your Personal Access token access to this organization.")
                    .with("X-GitHub-SSO", "required; url=https://github.com/orgs/" + repo.owner.login() + "/sso"));
        }
        if (grant.scoped()) {
            checkScopes(grant, access, repo, reads);
        } else if (access.permissions().stream().noneMatch(p -> grant.permits(p, access.write()))) {
            throw ApiError.forbidden("Resource not accessible by "
                    + (grant.installation() != null ? "integration" : "personal access token"));
        }
    }

    /** A missing scope looks like a missing thing. Public things may be read with any token. */
    private static void checkScopes(Grant grant, Access access, Repo repo, boolean reads) {
        if (reads && !access.admin() && !repo.hidden) {
            return;
        }
        boolean fits = grant.scopes().stream()
                .anyMatch(scope -> access.scopes().contains(scope) && (!repo.hidden || !scope.equals("public_repo")));
        if (!fits) {
            throw ApiError.notFound();
        }
    }
}
