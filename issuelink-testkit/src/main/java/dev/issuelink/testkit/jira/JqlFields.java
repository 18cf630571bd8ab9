package dev.issuelink.testkit.jira;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What queries can ask of an issue. */
final class JqlFields {

    private static final Pattern AGO = Pattern.compile("-(\\d{1,9})([mhdw])");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_]+-\\d{1,18}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private JqlFields() {}

    static Predicate<Issue> empty(String field) throws Refusal {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "labels" -> issue -> issue.labels.isEmpty();
            case "assignee" -> issue -> issue.assignee == null;
            case "resolution" -> issue -> issue.resolution == null;
            default -> throw unknown(field);
        };
    }

    static Predicate<Issue> clause(String field, String operator, String value, Jql.Asker asker) throws Refusal {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "project" -> project(operator, value, asker);
            case "key", "issuekey", "issue", "id" -> key(operator, value, asker);
            case "labels" -> equality(operator, issue -> issue.labels.stream().anyMatch(value::equalsIgnoreCase));
            case "statuscategory" -> equality(operator, issue -> category(issue).equalsIgnoreCase(value));
            case "status" -> equality(operator, issue -> issue.status.name().equalsIgnoreCase(value));
            case "assignee" -> person(operator, value, asker, issue -> Optional.ofNullable(issue.assignee));
            case "creator", "reporter" -> person(operator, value, asker, issue -> Optional.of(issue.creator));
            case "updated" -> time(operator, value, asker, issue -> issue.updated);
            case "created" -> time(operator, value, asker, issue -> issue.created);
            case "summary" -> words(operator, value, issue -> issue.summary);
            case "description" -> words(operator, value, issue -> Texts.words(issue.description));
            case "text" -> words(operator, value, issue -> issue.summary + " " + Texts.words(issue.description));
            default -> throw unknown(field);
        };
    }

    static Comparator<Issue> order(String field) throws Refusal {
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "updated" -> Comparator.comparing(issue -> issue.updated);
            case "created" -> Comparator.comparing(issue -> issue.created);
            case "key", "issuekey", "id" ->
                Comparator.<Issue, String>comparing(issue -> issue.project.key).thenComparing(Issue::number);
            default -> throw unknown(field);
        };
    }

    private static String category(Issue issue) {
        return switch (issue.status.category()) {
            case "new" -> "To Do";
            case "indeterminate" -> "In Progress";
            default -> "Done";
        };
    }

    private static Predicate<Issue> project(String operator, String value, Jql.Asker asker) throws Refusal {
        if (asker.world().project(value).isEmpty()) {
            throw Refusal.message(400, "The value '" + value + "' does not exist for the field 'project'.");
        }
        return equality(
                operator,
                issue -> issue.project.key.equals(value)
                        || Long.toString(issue.project.id).equals(value));
    }

    /** An issue that is not there is refused, however it is compared. */
    private static Predicate<Issue> key(String operator, String value, Jql.Asker asker) throws Refusal {
        var other = asker.world().issue(value);
        if (other.isEmpty()) {
            throw Refusal.message(
                    400,
                    KEY.matcher(value).matches()
                            ? "An issue with key '" + value + "' does not exist for field 'key'."
                            : "The issue key '" + value + "' for field 'key' is invalid.");
        }
        var number = other.get().number();
        return compared(operator, issue -> Long.compare(issue.number(), number));
    }

    private static Predicate<Issue> person(
            String operator, String value, Jql.Asker asker, Function<Issue, Optional<Account>> who) throws Refusal {
        var cloud = asker.world().cloud();
        return equality(
                operator,
                issue -> who.apply(issue)
                        .filter(account -> (cloud ? account.id() : account.name()).equals(value))
                        .isPresent());
    }

    private static Predicate<Issue> time(String operator, String value, Jql.Asker asker, Function<Issue, Instant> when)
            throws Refusal {
        var time = time(value, asker.world().now());
        return compared(operator, issue -> when.apply(issue).compareTo(time));
    }

    /** Before now, or absolute: then in the time zone of whoever asks, and to the minute. */
    private static Instant time(String value, Instant now) throws Refusal {
        var ago = AGO.matcher(value);
        if (ago.matches()) {
            var unit = switch (ago.group(2)) {
                case "m" -> Duration.ofMinutes(1);
                case "h" -> Duration.ofHours(1);
                case "d" -> Duration.ofDays(1);
                default -> Duration.ofDays(7);
            };
            return now.minus(unit.multipliedBy(Long.parseLong(ago.group(1))));
        }
        try {
            return LocalDateTime.parse(value, TIME).atZone(World.ZONE).toInstant();
        } catch (DateTimeException malformed) {
            throw Refusal.message(
                    400,
                    "Date value '" + value + "' for field 'updated' is invalid. Valid formats include:"
                            + " 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', or a period format e.g. '-5d', '4w 2d'.");
        }
    }

    /** Whole words, all of them, as the index has them. */
    private static Predicate<Issue> words(String operator, String value, Function<Issue, String> text) throws Refusal {
        if (!operator.equals("~")) {
            throw Refusal.message(400, "The operator '" + operator + "' is not supported by this field.");
        }
        if (value.matches(".*[+\\-&|!(){}\\[\\]^~*?\\\\:].*")) {
            throw Refusal.message(400, "Unable to parse the text '" + value + "' for field 'text'.");
        }
        var wanted = value.toLowerCase(Locale.ROOT).split("\\s+", -1);
        return issue -> {
            var there = Arrays.asList(text.apply(issue).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
            return Arrays.stream(wanted).allMatch(there::contains);
        };
    }

    private static Predicate<Issue> equality(String operator, Predicate<Issue> equal) throws Refusal {
        return switch (operator) {
            case "=" -> equal;
            case "!=" -> equal.negate();
            default -> throw Refusal.message(400, "The operator '" + operator + "' is not supported by this field.");
        };
    }

    private static Predicate<Issue> compared(String operator, Function<Issue, Integer> compare) throws Refusal {
        return switch (operator) {
            case "=" -> issue -> compare.apply(issue) == 0;
            case "!=" -> issue -> compare.apply(issue) != 0;
            case ">" -> issue -> compare.apply(issue) > 0;
            case ">=" -> issue -> compare.apply(issue) >= 0;
            case "<" -> issue -> compare.apply(issue) < 0;
            case "<=" -> issue -> compare.apply(issue) <= 0;
            default -> throw Refusal.message(400, "The operator '" + operator + "' is not supported by this field.");
        };
    }

    private static Refusal unknown(String field) {
        return Refusal.message(400, "Field '" + field + "' does not exist or you do not have permission to view it.");
    }
}
