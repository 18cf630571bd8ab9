package dev.issuelink.github;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.Credential;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs in as a GitHub App: a statement signed with the app's private key buys an installation's token of one hour,
 * which signs the calls. The token is minted and renewed once for all threads, and lives in memory only. Its own calls
 * carry their own signature, so they never come back here.
 */
final class GitHubAppAuthentication implements Authenticator {
    private static final String OPERATION = "authenticate";
    /** What GitHub grants, should it not say. */
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

    private final TrackerContext context;
    private final TrackerHttp http;
    private final App app;
    private final GitHubTokenCache tokens;

    /**
     * A way to sign in.
     *
     * @param context where the private key and the time come from
     * @param http what the app's own calls go through; their credential is set per call
     * @param app which app
     */
    GitHubAppAuthentication(TrackerContext context, TrackerHttp http, App app) {
        this.context = context;
        this.http = http;
        this.app = app;
        this.tokens = new GitHubTokenCache(context.config().name(), context.clock(), this::mint);
    }

    /**
     * Which app, and where it is installed.
     *
     * @param issuer the app's client id or its number
     * @param privateKey its private key, as PEM
     * @param installation the number of its installation, or empty to ask GitHub
     * @param owner the owner of the repository
     * @param repository the name of the repository
     */
    record App(
            String issuer, SecretReference privateKey, Optional<Long> installation, String owner, String repository) {}

    @Override
    public Credential authenticate(HttpCall call) {
        return Credential.bearer(tokens.get());
    }

    @Override
    public boolean refresh(HttpCall call, Credential refused) {
        tokens.discard(refused.secret());
        return true;
    }

    /** The credential of the app itself, for the few calls that an installation's token may not make. */
    Credential appCredential() {
        try {
            var key = GitHubPrivateKey.read(context.secret(app.privateKey()).reveal());
            return Credential.bearer(
                    Secret.of(GitHubJwt.sign(app.issuer(), key, context.clock().instant())));
        } catch (IllegalArgumentException e) {
            // Its message is ours and holds nothing of the key. Without the cause, nothing else gets along.
            throw failure(e.getMessage(), null);
        }
    }

    private GitHubTokenCache.Token mint() {
        try {
            return mint(app.installation().orElseGet(this::findInstallation));
        } catch (TrackerException e) {
            if (e.code() == ErrorCode.NOT_FOUND) {
                throw failure(notInstalled(), e);
            }
            throw e;
        }
    }

    private GitHubTokenCache.Token mint(long installation) {
        // A token more does no harm, so a lost answer may be asked for again.
        var call = HttpCall.post(OPERATION)
                .path("app", "installations", installation, "access_tokens")
                .authenticator(ignored -> appCredential())
                .readOnly()
                .build();
        var granted = http.send(call, InstallationToken.class).body().orElseThrow(() -> unreadable("no token"));
        if (granted.token() == null || granted.token().isEmpty()) {
            throw unreadable("no token");
        }
        var expiresAt = granted.expiresAt() != null
                ? granted.expiresAt()
                : context.clock().instant().plus(USUAL_LIFETIME);
        return new GitHubTokenCache.Token(Secret.of(granted.token()), expiresAt);
    }

    private long findInstallation() {
        var call = HttpCall.get(OPERATION)
                .path("repos", app.owner(), app.repository(), "installation")
                .authenticator(ignored -> appCredential())
                .build();
        return http.send(call, Installation.class)
                .body()
                .map(Installation::id)
                .filter(id -> id > 0)
                .orElseThrow(() -> unreadable("no installation id"));
    }

    private String notInstalled() {
        return app.installation()
                .map(id -> "The GitHub App has no installation " + id
                        + "; leave installation_id out to have it looked up, or correct it.")
                .orElseGet(
                        () -> "The GitHub App is not installed on %s/%s; install it there, or correct the repository."
                                .formatted(app.owner(), app.repository()));
    }

    private TrackerException failure(@Nullable String message, @Nullable TrackerException cause) {
        return TrackerException.of(ErrorCode.AUTHENTICATION, context.config().name(), OPERATION)
                .message(message == null ? "" : message)
                .requestId(cause == null ? null : cause.requestId().orElse(null))
                .cause(cause)
                .build();
    }

    private TrackerException unreadable(String what) {
        return TrackerException.of(ErrorCode.PROTOCOL, context.config().name(), OPERATION)
                .message("GitHub's answer to the sign-in of the app holds " + what + ".")
                .build();
    }

    @Override
    public String toString() {
        return "GitHubAppAuthentication[" + app.issuer() + "]";
    }

    /** GitHub's answer, as it is written. */
    record InstallationToken(
            @Nullable String token, @Nullable Instant expiresAt) {
        @Override
        public String toString() {
            return "InstallationToken[hidden, until " + expiresAt + "]";
        }
    }

    /** GitHub's answer, as it is written. */
    record Installation(long id) {}
}
