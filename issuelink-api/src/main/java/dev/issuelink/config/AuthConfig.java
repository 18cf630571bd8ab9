package dev.issuelink.config;

import java.util.Objects;

/**
 * How a tracker is signed in to.
 *
 * @param type the way, in the provider's words, for example {@code personal_token} or {@code app}
 * @param settings what that way needs; secrets as references only
 */
public record AuthConfig(String type, Settings settings) {
    /** Checks the components. */
    public AuthConfig {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(settings, "settings");
    }
}
