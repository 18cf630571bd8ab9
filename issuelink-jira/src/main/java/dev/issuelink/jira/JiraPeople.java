package dev.issuelink.jira;

import dev.issuelink.model.User;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds whom an issue can be assigned to. Jira hides addresses, so people are best named by their accounts' ids. */
final class JiraPeople {
    private static final int SOME = 20;
    private static final int LONGEST_NAME = 200;

    private final JiraConnection connection;

    JiraPeople(JiraConnection connection) {
        this.connection = connection;
    }

    /**
     * The one to be assigned: Jira's issues have one assignee.
     *
     * @return the account as writes name it; empty if nobody is left of those who were wanted
     */
    Optional<String> assignee(String operation, String project, Collection<String> wanted, JiraDrops drops) {
        Optional<String> found = Optional.empty();
        for (var name : wanted) {
            if (found.isPresent()) {
                drops.add("assignees", name, "Jira's issues have one assignee.");
                continue;
            }
            found = account(operation, project, name);
            if (found.isEmpty()) {
                drops.add(
                        "assignees",
                        name,
                        "Nobody of this name can be assigned in the project " + project
                                + ". Name the account's id, or map the name under \"users\".");
            }
        }
        return found;
    }

    /** Whether a name means this account. */
    boolean means(String name, User user) {
        var account = mapped(name);
        return Stream.of(user.id(), user.username()).anyMatch(account::equals);
    }

    private Optional<String> account(String operation, String project, String name) {
        var account = mapped(name);
        if (account.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var cloud = connection.http().kind(operation).isCloud();
        var call = connection
                .http()
                .get(operation, "user", "assignable", "search")
                .query("project", project)
                .query("maxResults", SOME);
        call.query(cloud ? isAccountId(account) ? "accountId" : "query" : "username", account);
        return JiraJson.items(connection.http().read(call.build())).stream()
                .flatMap(wire -> connection.mapper().user(wire).stream())
                .filter(user -> isCalled(user, account))
                .map(User::username)
                .findFirst();
    }

    private String mapped(String name) {
        return connection.settings().words().users().getOrDefault(name, name);
    }

    private static boolean isAccountId(String text) {
        return text.matches("[0-9a-f]{24}|[A-Za-z0-9]{1,10}:[A-Za-z0-9-]{1,100}|qm:[A-Za-z0-9:-]{1,150}");
    }

    private static boolean isCalled(User user, String account) {
        return Stream.of(Optional.of(user.id()), Optional.of(user.username()), user.email(), user.displayName())
                .flatMap(Optional::stream)
                .anyMatch(account::equalsIgnoreCase);
    }
}
