package dev.issuelink.github;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Chooses how calls are signed. */
final class GitHubAuthenticator {
    private GitHubAuthenticator() {}

    /**
     * The way that is configured.
     *
     * @param settings what is configured
     * @param context where secrets come from
     * @param bare a kernel that signs nothing by itself, for the calls by which an app gets its token
     */
    static Authenticator of(GitHubSettings settings, TrackerContext context, Supplier<TrackerHttp> bare) {
        return settings.auth()
                .map(auth -> switch (auth.type()) {
                    case GitHubSettings.PERSONAL_TOKEN, GitHubSettings.OAUTH -> token(auth, context);
                    case GitHubSettings.APP -> app(auth, settings, context, bare.get());
                    default ->
                        throw fault("/config/auth/type", "\"" + auth.type() + "\" is no way to sign in to GitHub.");
                })
                .orElse(Authenticator.none());
    }

    private static Authenticator token(AuthConfig auth, TrackerContext context) {
        var reference = secret(auth, "token");
        return Authenticator.bearer(() -> token(context, reference));
    }

    /** An empty token would be taken for none, and the call sent unsigned. */
    private static Secret token(TrackerContext context, SecretReference reference) {
        var token = context.secret(reference);
        if (token.reveal().isBlank()) {
            throw TrackerException.of(ErrorCode.AUTHENTICATION, context.config().name(), "authenticate")
                    .message("The token " + reference + " is empty; set it, or leave out auth to read anonymously.")
                    .build();
        }
        return token;
    }

    private static Authenticator app(
            AuthConfig auth, GitHubSettings settings, TrackerContext context, TrackerHttp http) {
        var issuer = auth.settings()
                .text("app_id")
                .orElseThrow(() -> fault("/config/auth/app_id", "must be the app's client id or number."));
        var app = new GitHubAppAuthentication.App(
                issuer,
                secret(auth, "private_key"),
                installation(auth),
                settings.repository().owner(),
                settings.repository().name());
        return new GitHubAppAuthentication(context, http, app);
    }

    private static Optional<Long> installation(AuthConfig auth) {
        return auth.settings().number("installation_id");
    }

    private static SecretReference secret(AuthConfig auth, String name) {
        return auth.settings()
                .secret(name)
                .orElseThrow(() -> fault("/config/auth/" + name, "must be a reference to a secret such as ${NAME}."));
    }

    private static ConfigurationException fault(String pointer, String problem) {
        return new ConfigurationException(List.of(ConfigurationFault.of(pointer, problem)));
    }
}
