package dev.issuelink.testkit.gitlab;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token may do.
 *
 * @param username whose it is; comes into being when unknown
 * @param scopes such as {@code api} or {@code read_api}
 * @param expiresOn the day on whose beginning in UTC it ends, or null if it does not
 */
public record FakeGitLabToken(
        String username, Set<String> scopes, @Nullable LocalDate expiresOn) {
    /** Copies the scopes. */
    public FakeGitLabToken {
        scopes = Set.copyOf(scopes);
    }

    /**
     * A token that does not end.
     *
     * @param username whose it is
     * @param scopes its scopes
     * @return the token
     */
    public static FakeGitLabToken of(String username, String... scopes) {
        return new FakeGitLabToken(username, Set.of(scopes), null);
    }

    boolean writes() {
        return scopes.contains("api");
    }

    boolean reads() {
        return writes() || scopes.contains("read_api");
    }
}
