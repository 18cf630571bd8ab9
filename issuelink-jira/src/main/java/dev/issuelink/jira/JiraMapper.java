package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Label;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Project;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says in our words what Jira told. Texts come as documents or as wiki markup; both are read everywhere. */
final class JiraMapper {
    private static final Set<String> KNOWN =
            Set.of("summary", "description", "labels", "comment", "created", "updated");
    private static final Set<String> KNOWN_OF_COMMENT =
            Set.of("id", "author", "body", "created", "updated", "properties");
    private static final Pattern ID_IN_ADDRESS = Pattern.compile("/issue/(\\d{1,18})(?:/|$)");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,254}-\\d{1,18}");

    private final JiraSettings settings;

    JiraMapper(JiraSettings settings) {
        this.settings = settings;
    }

    /** An issue, whose id and key must be there. */
    Issue issue(JsonNode wire) {
        return issue(wire, null);
    }

    /**
     * An issue.
     *
     * @param asked the id that was asked for, should the answer lack it
     */
    Issue issue(JsonNode wire, @Nullable String asked) {
        var fields = wire.path("fields");
        var id = id(wire).orElse(asked == null ? "" : asked);
        var key = JiraJson.word(wire, "key")
                .filter(text -> KEY.matcher(text).matches())
                .orElse("");
        if (id.isEmpty() || key.isEmpty()) {
            throw unreadable("id and key of an issue");
        }
        var builder = Issue.builder(
                new IssueKey(settings.tracker(), id),
                JiraSettings.TYPE,
                project(fields, key),
                key,
                settings.browse(key));
        addTexts(builder, wire);
        addState(builder, fields);
        addPeople(builder, fields);
        JiraAttributes.of(fields, KNOWN, builder::attribute);
        return builder.build();
    }

    /** The id of an issue, which an address may tell as well. */
    static Optional<String> id(JsonNode wire) {
        return JiraJson.word(wire, "id").filter(id -> id.matches("\\d{1,18}")).or(() -> idInAddress(wire));
    }

    /** The id of the issue that something belongs to, from its address. */
    static Optional<String> idInAddress(JsonNode wire) {
        return JiraJson.text(wire, "self")
                .map(ID_IN_ADDRESS::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private static String project(JsonNode fields, String key) {
        return JiraJson.word(fields, "project", "key").orElse(key.substring(0, key.lastIndexOf('-')));
    }

    private void addTexts(Issue.Builder builder, JsonNode wire) {
        var fields = wire.path("fields");
        var labels = JiraJson.items(fields, "labels").stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(label -> !label.isBlank())
                .toList();
        var marker = JiraMarkers.ofProperty(wire).or(() -> JiraMarkers.ofLabels(labels));
        var ours = marker.map(JiraMarkers::label).orElse("");
        builder.title(JiraJson.text(fields, "summary").orElse(""))
                .body(JiraText.read(fields.path("description")).text())
                .labels(labels.stream()
                        .filter(label -> !label.equals(ours))
                        .map(Label::of)
                        .toList())
                .marker(marker.orElse(null))
                .commentCount(fields.path("comment").path("total").asInt(0));
    }

    private void addState(Issue.Builder builder, JsonNode fields) {
        var status = status(fields);
        builder.status(status)
                .priority(priority(fields))
                .issueType(JiraJson.word(fields, "issuetype", "name").orElse(null))
                .milestone(milestone(fields))
                .createdAt(JiraJson.time(fields, "created").orElse(null))
                .updatedAt(JiraJson.time(fields, "updated").orElse(null))
                .closedAt(status.isDone() ? closedAt(fields) : null);
    }

    private static @Nullable Instant closedAt(JsonNode fields) {
        return JiraJson.time(fields, "resolutiondate")
                .or(() -> JiraJson.time(fields, "statuscategorychangedate"))
                .orElse(null);
    }

    private void addPeople(Issue.Builder builder, JsonNode fields) {
        builder.assignees(user(fields.path("assignee")).stream().toList())
                .author(user(fields.path("creator"))
                        .or(() -> user(fields.path("reporter")))
                        .orElse(null));
    }

    private IssueStatus status(JsonNode fields) {
        var name = JiraJson.text(fields, "status", "name").orElse("");
        var category = category(JiraJson.text(fields, "status", "statusCategory", "key")
                .or(() -> JiraJson.text(fields, "statusCategory", "key"))
                .orElse(""));
        var resolution = category == StatusCategory.DONE
                ? JiraJson.word(fields, "resolution", "name").map(this::resolution)
                : Optional.<Resolution>empty();
        return new IssueStatus(name, category, resolution);
    }

    static StatusCategory category(String key) {
        return switch (key) {
            case "new" -> StatusCategory.OPEN;
            case "indeterminate" -> StatusCategory.IN_PROGRESS;
            case "done" -> StatusCategory.DONE;
            default -> StatusCategory.UNKNOWN;
        };
    }

    /** What Jira's reason means: as configured, else by the names that Jira comes with. */
    Resolution resolution(String name) {
        for (var word : settings.words().resolutions().entrySet()) {
            if (word.getValue().equalsIgnoreCase(name)) {
                return resolutionOf(word.getKey());
            }
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "done", "fixed", "resolved", "completed", "complete", "delivered" -> Resolution.COMPLETED;
            case "won't do", "won't fix", "declined", "rejected", "not a bug", "cancelled", "canceled", "obsolete" ->
                Resolution.NOT_PLANNED;
            case "duplicate" -> Resolution.DUPLICATE;
            default -> Resolution.OTHER;
        };
    }

    private static Resolution resolutionOf(String word) {
        return switch (word) {
            case "completed" -> Resolution.COMPLETED;
            case "not_planned" -> Resolution.NOT_PLANNED;
            case "duplicate" -> Resolution.DUPLICATE;
            default -> Resolution.OTHER;
        };
    }

    private @Nullable Priority priority(JsonNode fields) {
        return JiraJson.word(fields, "priority", "name")
                .map(name -> settings.words().priorities().entrySet().stream()
                        .filter(word -> word.getValue().equalsIgnoreCase(name))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(name))
                .map(Priority::new)
                .orElse(null);
    }

    /** Jira knows several versions to be fixed in; the first stands for them. */
    private static @Nullable Milestone milestone(JsonNode fields) {
        return JiraJson.items(fields, "fixVersions").stream()
                .filter(version -> JiraJson.word(version, "id").isPresent())
                .findFirst()
                .map(version -> new Milestone(
                        JiraJson.word(version, "id").orElse(""),
                        JiraJson.text(version, "name").orElse(""),
                        state(version),
                        JiraJson.text(version, "releaseDate").flatMap(JiraMapper::day)))
                .orElse(null);
    }

    private static String state(JsonNode version) {
        if (JiraJson.flag(version, "archived")) {
            return "archived";
        }
        return JiraJson.flag(version, "released") ? "released" : "unreleased";
    }

    private static Optional<Instant> day(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** An account: on Cloud by its id, which is the only name by which it can be assigned; on Data Center by its name. */
    Optional<User> user(JsonNode wire) {
        var account = JiraJson.word(wire, "accountId");
        var name = account.or(() -> JiraJson.word(wire, "name"))
                .or(() -> JiraJson.word(wire, "key"))
                .or(() -> JiraJson.word(wire, "displayName"));
        return name.map(username -> User.builder(
                        account.or(() -> JiraJson.word(wire, "key")).orElse(username), username)
                .displayName(JiraJson.text(wire, "displayName").orElse(null))
                .email(JiraJson.text(wire, "emailAddress").orElse(null))
                .kind(kind(JiraJson.text(wire, "accountType").orElse("")))
                .build());
    }

    private static User.Kind kind(String type) {
        return switch (type) {
            case "atlassian", "customer" -> User.Kind.PERSON;
            case "app" -> User.Kind.BOT;
            default -> User.Kind.UNKNOWN;
        };
    }

    /**
     * A comment.
     *
     * @param displayKey the key of its issue, for its address; null if unknown
     */
    Comment comment(JsonNode wire, IssueKey issue, @Nullable String displayKey) {
        var id = JiraJson.word(wire, "id").orElseThrow(() -> unreadable("id of a comment"));
        var createdAt = JiraJson.time(wire, "created").orElseThrow(() -> unreadable("time of a comment"));
        var read = JiraText.read(wire.path("body"));
        Optional<Marker> marker = JiraMarkers.ofList(wire).or(() -> Optional.ofNullable(read.marker()));
        var builder = Comment.builder(id, issue, createdAt)
                .body(read.text())
                .author(user(wire.path("author")).orElse(null))
                .url(displayKey == null ? null : address(displayKey, id))
                .updatedAt(JiraJson.time(wire, "updated").orElse(null))
                .internal(
                        JiraJson.text(wire, "jsdPublic").filter("false"::equals).isPresent())
                .marker(marker.orElse(null));
        JiraAttributes.of(wire, KNOWN_OF_COMMENT, builder::attribute);
        return builder.build();
    }

    private @Nullable URI address(String displayKey, String comment) {
        return comment.matches("\\d{1,18}")
                ? URI.create(settings.browse(displayKey) + "?focusedCommentId=" + comment)
                : null;
    }

    Optional<Project> project(JsonNode wire) {
        return JiraJson.word(wire, "key")
                .filter(key -> key.matches("[A-Za-z0-9_]{1,255}"))
                .map(key -> {
                    var attributes = new LinkedHashMap<String, String>();
                    JiraAttributes.of(wire, Set.of("key", "name"), attributes::put);
                    return new Project(key, JiraJson.text(wire, "name").orElse(key), settings.browse(key), attributes);
                });
    }

    List<Issue> issues(List<JsonNode> wires) {
        return wires.stream().map(this::issue).toList();
    }

    TrackerException unreadable(String what) {
        return TrackerException.of(ErrorCode.PROTOCOL, settings.tracker(), "read")
                .message("Jira's answer lacks a readable " + what + ".")
                .build();
    }
}
