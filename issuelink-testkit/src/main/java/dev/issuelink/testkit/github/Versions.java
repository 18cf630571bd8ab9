package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.WireRequest;
import java.util.Set;

/** The dated API versions that are supported. */
final class Versions {

    static final String OLDEST = "2022-11-28";
    static final String NEWEST = "2026-03-10";
    static final Set<String> KNOWN = Set.of(OLDEST, NEWEST);

    private Versions() {}

    static void check(WireRequest request) {
        String version = request.header("x-github-api-version");
        if (version != null && !KNOWN.contains(version)) {
            throw ApiError.of(400, "The API version " + version + " is not supported.");
        }
    }
}
