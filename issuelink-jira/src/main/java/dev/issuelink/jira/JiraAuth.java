package dev.issuelink.jira;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.Credential;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.spi.TrackerContext;
import java.util.function.Supplier;

/** Signs calls as configured. Secrets are looked up for every attempt, so an exchanged one takes effect at once. */
final class JiraAuth {
    private JiraAuth() {}

    /**
     * What signs calls to the API.
     *
     * @param tokens the way to where OAuth's tokens are exchanged; made only if they are
     */
    static Authenticator of(JiraSettings settings, TrackerContext context, Supplier<TrackerHttp> tokens) {
        if (settings.auth().isEmpty()) {
            return Authenticator.none();
        }
        var auth = settings.auth().get();
        return switch (auth.type()) {
            case JiraSettings.API_TOKEN ->
                call -> Credential.basic(
                        text(auth, "email", settings), context.secret(secret(auth, "token", settings)));
            case JiraSettings.BASIC ->
                call -> Credential.basic(
                        text(auth, "username", settings), context.secret(secret(auth, "password", settings)));
            case JiraSettings.PERSONAL_TOKEN ->
                Authenticator.bearer(() -> context.secret(secret(auth, "token", settings)));
            case JiraSettings.OAUTH -> new JiraOAuth(settings, auth, context, tokens.get());
            default -> throw missing(settings, "a known type");
        };
    }

    static String text(AuthConfig auth, String name, JiraSettings settings) {
        return auth.settings().text(name).orElseThrow(() -> missing(settings, name));
    }

    static SecretReference secret(AuthConfig auth, String name, JiraSettings settings) {
        return auth.settings().secret(name).orElseThrow(() -> missing(settings, name));
    }

    private static TrackerException missing(JiraSettings settings, String name) {
        return TrackerException.of(ErrorCode.AUTHENTICATION, settings.tracker(), "authenticate")
                .message("The setting auth needs " + name + ".")
                .build();
    }
}
