package dev.issuelink.gitlab;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.Credential;
import dev.issuelink.http.HttpCall;
import dev.issuelink.spi.TrackerContext;
import java.util.List;
import java.util.Set;

/**
 * Signs with the configured token, asked for anew each time. An OAuth token lives two hours and is renewed by the host,
 * so one that was refused is tried again once if the host knows another by then.
 */
final class GitLabAuthenticator implements Authenticator {
    private static final Set<String> TOKENS = Set.of(
            GitLabSettings.PERSONAL_TOKEN,
            GitLabSettings.PROJECT_TOKEN,
            GitLabSettings.GROUP_TOKEN,
            GitLabSettings.OAUTH);

    private final TrackerContext context;
    private final SecretReference reference;
    private final boolean oauth;

    private GitLabAuthenticator(TrackerContext context, SecretReference reference, boolean oauth) {
        this.context = context;
        this.reference = reference;
        this.oauth = oauth;
    }

    static Authenticator of(GitLabSettings settings, TrackerContext context) {
        return settings.auth()
                .<Authenticator>map(auth -> new GitLabAuthenticator(
                        context, reference(auth), auth.type().equals(GitLabSettings.OAUTH)))
                .orElse(Authenticator.none());
    }

    @Override
    public Credential authenticate(HttpCall call) {
        var token = token();
        return oauth ? Credential.bearer(token) : Credential.header("PRIVATE-TOKEN", token);
    }

    @Override
    public boolean refresh(HttpCall call, Credential refused) {
        return !token().reveal().equals(refused.secret().reveal());
    }

    /** An empty token would be taken for none, and the call sent unsigned. */
    private Secret token() {
        var token = context.secret(reference);
        if (token.reveal().isBlank()) {
            throw TrackerException.of(ErrorCode.AUTHENTICATION, context.config().name(), "authenticate")
                    .message("The token " + reference + " is empty; set it, or leave out auth to read anonymously.")
                    .build();
        }
        return token;
    }

    private static SecretReference reference(AuthConfig auth) {
        if (!TOKENS.contains(auth.type())) {
            throw fault("/config/auth/type", "\"" + auth.type() + "\" is no way to sign in to GitLab.");
        }
        return auth.settings()
                .secret("token")
                .orElseThrow(() -> fault("/config/auth/token", "must be a reference to a secret such as ${NAME}."));
    }

    private static ConfigurationException fault(String pointer, String problem) {
        return new ConfigurationException(List.of(ConfigurationFault.of(pointer, problem)));
    }
}
