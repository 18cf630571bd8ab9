package dev.issuelink.testkit.github;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the search language that the fake knows: qualifiers and words, all of which must hold. */
final class SearchQuery {

    private static final Pattern TERM = Pattern.compile("(-?)(?:([a-z]+):)?(\"[^\"]*\"|\\S+)");
    private static final int LONGEST = 256;

    private final List<Term> terms = new ArrayList<>();

    SearchQuery(String text) {
        if (text.isBlank()) {
            throw ApiError.missing("Search", "q");
        }
        Matcher matcher = TERM.matcher(text);
        int words = 0;
        while (matcher.find()) {
            String qualifier = matcher.group(2) == null ? "" : matcher.group(2);
            String value = matcher.group(3).replace("\"", "");
            words += qualifier.isEmpty() ? value.length() + 1 : 0;
            terms.add(new Term(matcher.group(1).isEmpty(), qualifier, value));
        }
        if (words > LONGEST) {
            throw ApiError.of(422, "The search is longer than 256 characters.");
        }
        if (!names("issue") && !names("pull-request") && !names("pr")) {
            throw ApiError.of(422, "Query must include 'is:issue' or 'is:pull-request'");
        }
    }

    boolean matches(Repo repo, Issue issue) {
        for (Term term : terms) {
            if (holds(term, repo, issue) != term.wanted) {
                return false;
            }
        }
        return true;
    }

    private boolean names(String kind) {
        return terms.stream()
                .anyMatch(t -> (t.qualifier.equals("is") || t.qualifier.equals("type")) && t.value.equals(kind));
    }

    private boolean holds(Term term, Repo repo, Issue issue) {
        String value = term.value;
        return switch (term.qualifier) {
            case "" -> contains(repo, issue, value);
            case "repo" -> repo.fullName().equalsIgnoreCase(value);
            case "user", "org" -> repo.owner.is(value);
            case "is", "type", "state" -> is(issue, value);
            case "label" -> issue.hasLabel(value);
            case "author" -> issue.user != null && issue.user.is(value);
            case "assignee" -> issue.hasAssignee(value);
            case "reason" -> value.replace(' ', '_').equalsIgnoreCase(String.valueOf(issue.reason));
            case "no" -> value.equals("label") ? issue.labels.isEmpty() : issue.assignees.isEmpty();
            case "created" -> within(value, issue.createdAt);
            case "updated" -> within(value, issue.updatedAt);
            case "in", "sort", "archived" -> term.wanted;
            default -> contains(repo, issue, term.qualifier + ":" + value);
        };
    }

    private static boolean is(Issue issue, String value) {
        return switch (value) {
            case "issue" -> !issue.pull;
            case "pull-request", "pr" -> issue.pull;
            case "open", "closed" -> issue.state().equals(value);
            case "locked" -> issue.locked;
            default -> true;
        };
    }

    /** Title, body and comments, unless {@code in:} names only some of them. */
    private boolean contains(Repo repo, Issue issue, String word) {
        List<String> places = new ArrayList<>();
        if (in("title")) {
            places.add(issue.title);
        }
        if (in("body")) {
            places.add(String.valueOf(issue.body.get()));
        }
        if (in("comments") && issue.comments > 0) {
            repo.commentsOf(issue.number).forEach(comment -> places.add(comment.body()));
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        return places.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private boolean in(String place) {
        List<Term> confining =
                terms.stream().filter(t -> t.qualifier.equals("in")).toList();
        return confining.isEmpty()
                || confining.stream()
                        .anyMatch(t -> List.of(t.value.split(",", -1)).contains(place));
    }

    private static boolean within(String range, Instant time) {
        int dots = range.indexOf("..");
        if (dots >= 0) {
            return (range.startsWith("*") || !time.isBefore(instant(range.substring(0, dots))))
                    && (range.endsWith("*") || !time.isAfter(instant(range.substring(dots + 2))));
        }
        if (range.startsWith(">=")) {
            return !time.isBefore(instant(range.substring(2)));
        }
        if (range.startsWith("<=")) {
            return !time.isAfter(instant(range.substring(2)));
        }
        if (range.startsWith(">")) {
            return time.isAfter(instant(range.substring(1)));
        }
        if (range.startsWith("<")) {
            return time.isBefore(instant(range.substring(1)));
        }
        return time.toString().startsWith(range);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text.replace("+00:00", "Z"));
        } catch (DateTimeParseException e) {
            throw ApiError.of(422, text + " is not a date.");
        }
    }

    private record Term(boolean wanted, String qualifier, String value) {}
}
