package dev.issuelink.github;

import dev.issuelink.model.Issue;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.model.User;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A search in GitHub's query language. Words are quoted one by one, so that none of them is taken for an operator or a
 * qualifier; what does not fit into GitHub's 256 characters, or cannot be said there, is checked by us.
 */
final class GitHubQuery {
    static final int LONGEST = 256;
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final Pattern UNQUOTABLE = Pattern.compile("[\"\\\\\\p{Cntrl}]");
    private static final String APP = "[bot]";

    private final StringBuilder q = new StringBuilder("is:issue");
    private final List<String> unsaidWords = new ArrayList<>();
    private final SearchQuery query;
    private boolean hopeless;

    GitHubQuery(SearchQuery query, GitHubRepository repository) {
        this.query = query;
        add("repo:" + repository.id());
        if (query.state() != SearchQuery.State.ANY) {
            add("state:" + query.state().name().toLowerCase(Locale.ROOT));
        }
        query.assignee().ifPresent(login -> addLogin("assignee", login));
        query.author().ifPresent(login -> addLogin("author", login));
        query.updatedSince().ifPresent(since -> add("updated:>=" + since.truncatedTo(ChronoUnit.SECONDS)));
        query.labels().forEach(this::addLabel);
        query.text().ifPresent(this::addWords);
    }

    /** The query, or empty if nothing can match it. */
    Optional<String> text() {
        return hopeless ? Optional.empty() : Optional.of(q.toString());
    }

    /** Whether an issue that GitHub found matches what GitHub was not told too. */
    boolean matches(Issue issue) {
        return query.labels().stream().allMatch(name -> carries(issue, name))
                && matchesPeople(issue)
                && unsaidWords.stream().allMatch(word -> contains(issue.title(), word) || contains(issue.body(), word));
    }

    private boolean matchesPeople(Issue issue) {
        return query.assignee()
                        .map(login -> issue.assignees().stream().anyMatch(user -> isCalled(user, login)))
                        .orElse(true)
                && query.author()
                        .map(login -> issue.author()
                                .filter(user -> isCalled(user, login))
                                .isPresent())
                        .orElse(true);
    }

    private static boolean isCalled(User user, String login) {
        return user.username().equalsIgnoreCase(login);
    }

    static boolean carries(Issue issue, String label) {
        return issue.labels().stream().anyMatch(carried -> carried.name().equalsIgnoreCase(label));
    }

    private void addLogin(String qualifier, String login) {
        var app = login.endsWith(APP);
        var name = app ? login.substring(0, login.length() - APP.length()) : login;
        if (LOGIN.matcher(name).matches()) {
            add(qualifier + ":" + (app ? "app/" : "") + name);
        } else {
            hopeless = true;
        }
    }

    private void addLabel(String name) {
        if (!UNQUOTABLE.matcher(name).find()) {
            add("label:\"" + name + "\"");
        }
    }

    private void addWords(String text) {
        var words = Arrays.stream(UNQUOTABLE.matcher(text).replaceAll(" ").split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList();
        if (!words.isEmpty()) {
            add("in:title,body");
        }
        for (var word : words) {
            if (!add("\"" + word + "\"")) {
                unsaidWords.add(word);
            }
        }
    }

    private boolean add(String term) {
        if (q.length() + 1 + term.length() > LONGEST) {
            return false;
        }
        q.append(' ').append(term);
        return true;
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
