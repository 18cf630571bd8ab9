package dev.issuelink.testkit;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.host.Secret;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerContext;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a tracker in memory was built with. */
record TrackerSetup(
        String name,
        Clock clock,
        TrackerState state,
        int pageSize,
        Duration markerHorizon,
        Secret webhookSecret,
        Optional<Secret> token) {
    private static final User ACCOUNT =
            User.builder("U-issuelink", "issuelink-bot").kind(User.Kind.BOT).build();

    User account() {
        return ACCOUNT;
    }

    CallGate.Access access(TrackerContext context) {
        if (token.isEmpty()) {
            return CallGate.Access.FULL;
        }
        var given = context.config()
                .auth()
                .map(AuthConfig::settings)
                .flatMap(settings -> settings.secret("token"))
                .map(context::secret);
        var right = given.filter(secret ->
                MessageDigest.isEqual(secret.revealBytes(), token.get().revealBytes()));
        return right.isPresent() ? CallGate.Access.FULL : CallGate.Access.NONE;
    }
}
