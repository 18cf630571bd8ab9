package dev.issuelink.testkit.github;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The longer view of a user that {@code GET /user} gives. */
final class Profile {

    private static final String[] UNKNOWN = {"company", "blog", "location", "email", "hireable", "bio"};
    private static final String[] COUNTS = {"public_repos", "public_gists", "followers", "following"};

    private Profile() {}

    static Map<String, @Nullable Object> of(@Nullable Map<String, @Nullable Object> user) {
        Map<String, @Nullable Object> profile = new LinkedHashMap<>(user == null ? Map.of() : user);
        profile.put("name", profile.get("login"));
        for (String field : UNKNOWN) {
            profile.put(field, null);
        }
        for (String field : COUNTS) {
            profile.put(field, 0);
        }
        profile.put("created_at", FakeClock.START);
        profile.put("updated_at", FakeClock.START);
        return profile;
    }
}
