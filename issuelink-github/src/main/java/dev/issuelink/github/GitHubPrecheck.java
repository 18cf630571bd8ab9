package dev.issuelink.github;

import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out, before a write, what GitHub would refuse the whole write for, and says so: one assignee who cannot be
 * assigned is enough for 422.
 */
final class GitHubPrecheck {
    private static final int LONGEST_LABEL = 50;
    private static final int MOST_LABELS = 100;
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*(?:\\[bot])?");

    private final GitHubConnection connection;

    GitHubPrecheck(GitHubConnection connection) {
        this.connection = connection;
    }

    List<String> assignees(
            String operation, GitHubRepository repository, Collection<String> wanted, GitHubDrops drops) {
        var distinct = distinct(wanted);
        var allowed = new ArrayList<String>();
        for (var login : distinct) {
            if (allowed.size() == GitHubSettings.MOST_ASSIGNEES) {
                drops.add("assignees", login, "GitHub takes at most 10 assignees.");
            } else if (!isAssignable(operation, repository, login)) {
                drops.add("assignees", login, "There is no such account, or it cannot be assigned in this repository.");
            } else {
                allowed.add(login);
            }
        }
        return allowed;
    }

    List<String> labels(String operation, GitHubRepository repository, Collection<String> wanted, GitHubDrops drops) {
        var distinct = distinct(wanted);
        var exists = connection.settings().strictLabels() && !distinct.isEmpty()
                ? existingLabels(operation, repository)
                : (Predicate<String>) name -> true;
        var allowed = new ArrayList<String>();
        for (var name : distinct) {
            if (name.codePointCount(0, name.length()) > LONGEST_LABEL) {
                drops.add("labels", name, "GitHub takes no such name for a label; at most 50 characters are allowed.");
            } else if (allowed.size() == MOST_LABELS) {
                drops.add("labels", name, "GitHub takes at most 100 labels.");
            } else if (!exists.test(name)) {
                drops.add("labels", name, "The repository has no such label, and strict_labels is on.");
            } else {
                allowed.add(name);
            }
        }
        return allowed;
    }

    private boolean isAssignable(String operation, GitHubRepository repository, String login) {
        if (!LOGIN.matcher(login).matches()) {
            return false;
        }
        var call = HttpCall.get(operation)
                .path(GitHubConnection.path(repository, "assignees", login))
                .expect(404)
                .build();
        return connection.http().send(call).status() != 404;
    }

    private Predicate<String> existingLabels(String operation, GitHubRepository repository) {
        var call = GitHubConnection.list(operation, repository, "labels")
                .conditional()
                .build();
        Set<String> names = connection
                .http()
                .listItems(
                        call,
                        GitHubWire.Label.class,
                        reply -> new Page<>(
                                reply.body().orElse(List.of()),
                                reply.nextLink().map(Object::toString).map(Cursor::new),
                                0))
                .stream()
                .map(GitHubWire.Label::name)
                .filter(Objects::nonNull)
                .map(GitHubPrecheck::folded)
                .collect(Collectors.toSet());
        return name -> names.contains(folded(name));
    }

    /** Names that differ in case only are the same for GitHub. */
    private static List<String> distinct(Collection<String> names) {
        var seen = new HashSet<String>();
        return names.stream().filter(name -> seen.add(folded(name))).toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
