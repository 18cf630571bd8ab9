package dev.issuelink.gitlab;

import dev.issuelink.http.HttpCall;
import dev.issuelink.model.User;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the numbers by which GitLab wants people to be assigned.
 *
 * @param connection what the parts of the adapter share
 */
record GitLabPeople(GitLabConnection connection) {
    private static final int MOST_ASSIGNEES = 200;

    /** The numbers by user name, in order; whoever is not known is dropped and named. */
    Map<String, Long> assignees(String operation, Collection<String> wanted, GitLabDrops drops) {
        var found = new LinkedHashMap<String, Long>();
        for (var name : wanted) {
            if (found.size() == MOST_ASSIGNEES) {
                drops.add("assignees", name, "GitLab takes at most 200 assignees.");
                continue;
            }
            find(operation, username(name))
                    .ifPresentOrElse(
                            id -> found.putIfAbsent(username(name).toLowerCase(Locale.ROOT), id),
                            () -> drops.add("assignees", name, "GitLab knows no account of that name."));
        }
        return found;
    }

    /** The look-up by name is exact. */
    private Optional<Long> find(String operation, String username) {
        var call = HttpCall.get(operation)
                .path("users")
                .query("username", username)
                .conditional()
                .build();
        return connection.http().sendForList(call, GitLabNode.class).body().stream()
                .flatMap(users -> users.stream())
                .filter(user -> user.words("username").equalsIgnoreCase(username))
                .findFirst()
                .flatMap(user -> user.number("id"));
    }

    /** People write names with the sign of a mention, too. */
    static String username(String name) {
        return name.startsWith("@") ? name.substring(1) : name;
    }

    static boolean isCalled(User user, String name) {
        return user.username().equalsIgnoreCase(username(name));
    }
}
