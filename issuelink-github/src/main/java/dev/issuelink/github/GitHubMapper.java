package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Project;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in our words what GitHub told. Pure; safe for all threads. */
final class GitHubMapper {
    private final GitHubSettings settings;

    GitHubMapper(GitHubSettings settings) {
        this.settings = settings;
    }

    /** The issue; pull requests must be told apart before. */
    Issue issue(GitHubWire.Issue wire) {
        var body = GitHubText.read(wire.body());
        var labels = labels(wire.labels());
        var builder = Issue.builder(
                        key(wire),
                        GitHubSettings.TYPE,
                        repository(wire).id(),
                        "#" + number(wire),
                        address(wire.htmlUrl(), repository(wire), "/issues/" + number(wire)))
                .title(Objects.requireNonNullElse(wire.title(), ""))
                .body(body.text())
                .marker(body.marker())
                .status(status(wire))
                .priority(priority(labels))
                .labels(labels)
                .assignees(users(wire.assignees()))
                .author(user(wire.user()))
                .milestone(milestone(wire.milestone()))
                .issueType(typeName(wire.type()))
                .createdAt(wire.createdAt())
                .updatedAt(wire.updatedAt())
                .closedAt(wire.closedAt())
                .closedBy(user(wire.closedBy()))
                .commentCount(Objects.requireNonNullElse(wire.comments(), 0));
        GitHubAttributes.of(wire).forEach(builder::attribute);
        return builder.build();
    }

    /** The identity alone. */
    IssueKey key(GitHubWire.Issue wire) {
        return new IssueKey(settings.tracker(), Long.toString(required(wire.id(), "id of an issue")));
    }

    long number(GitHubWire.Issue wire) {
        return required(wire.number(), "number of an issue");
    }

    /** Where the issue is now; a rename or transfer shows here first. */
    GitHubRepository repository(GitHubWire.Issue wire) {
        var told = wire.repository() == null ? null : wire.repository().fullName();
        return Optional.ofNullable(told)
                .flatMap(GitHubRepository::parse)
                .or(() -> Optional.ofNullable(wire.repositoryUrl()).flatMap(GitHubRepository::ofApiUrl))
                .or(() -> Optional.ofNullable(wire.htmlUrl()).flatMap(GitHubRepository::ofWebUrl))
                .orElseThrow(() -> unreadable("repository_url of an issue"));
    }

    Comment comment(GitHubWire.Comment wire, IssueKey issue) {
        var body = GitHubText.read(wire.body());
        var builder = Comment.builder(
                        Long.toString(required(wire.id(), "id of a comment")),
                        issue,
                        required(wire.createdAt(), "created_at of a comment"))
                .body(body.text())
                .marker(body.marker())
                .author(user(wire.user()))
                .url(address(wire.htmlUrl()).orElse(null))
                .updatedAt(wire.updatedAt());
        GitHubAttributes.of(wire).forEach(builder::attribute);
        return builder.build();
    }

    /** The user; null for a deleted account. */
    @Nullable
    User user(GitHubWire.@Nullable User wire) {
        if (wire == null || wire.id() == null || isBlank(wire.login())) {
            return null;
        }
        return User.builder(Long.toString(wire.id()), Objects.requireNonNull(wire.login()))
                .displayName(isBlank(wire.name()) ? null : wire.name())
                .email(isBlank(wire.email()) ? null : wire.email())
                .kind(kind(wire.type()))
                .build();
    }

    List<User> users(@Nullable List<GitHubWire.@Nullable User> wires) {
        return wires == null
                ? List.of()
                : wires.stream().map(this::user).filter(Objects::nonNull).toList();
    }

    Label label(GitHubWire.Label wire) {
        return new Label(
                required(wire.name(), "name of a label"),
                Optional.ofNullable(wire.color()),
                Optional.ofNullable(wire.description()));
    }

    /** Labels as they stand in an issue: objects or plain texts. */
    List<Label> labels(@Nullable List<@Nullable Object> wires) {
        return wires == null
                ? List.of()
                : wires.stream()
                        .map(GitHubMapper::anyLabel)
                        .flatMap(Optional::stream)
                        .toList();
    }

    Project project(GitHubWire.Repository wire) {
        var id = required(wire.fullName(), "full_name of a repository");
        return new Project(
                id,
                Objects.requireNonNullElse(wire.name(), id),
                address(wire.htmlUrl()).orElseGet(() -> settings.webUrl(id)),
                GitHubAttributes.of(wire));
    }

    /** The label that stands for a priority, if one is configured. */
    Optional<String> priorityLabel(Priority priority) {
        return settings.priorityLabels().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(priority.name()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    TrackerException unreadable(String what) {
        return TrackerException.of(ErrorCode.PROTOCOL, settings.tracker(), "read")
                .message("GitHub's answer lacks the " + what + ", or it cannot be read.")
                .build();
    }

    static @Nullable String typeName(@Nullable Object type) {
        var name = type instanceof Map<?, ?> object ? object.get("name") : type;
        return name instanceof String text && !text.isBlank() ? text : null;
    }

    private @Nullable Priority priority(List<Label> labels) {
        return settings.priorityLabels().entrySet().stream()
                .filter(entry -> labels.stream().anyMatch(label -> label.name().equalsIgnoreCase(entry.getValue())))
                .map(entry -> new Priority(entry.getKey()))
                .findFirst()
                .orElse(null);
    }

    private static IssueStatus status(GitHubWire.Issue wire) {
        var state = Objects.requireNonNullElse(wire.state(), "");
        return switch (state) {
            case "open" -> IssueStatus.of(state, StatusCategory.OPEN);
            case "closed" -> new IssueStatus(state, StatusCategory.DONE, Optional.of(resolution(wire.stateReason())));
            default -> IssueStatus.of(state, StatusCategory.UNKNOWN);
        };
    }

    /** GitHub gave no reason before 2022: such issues count as completed, as its own pages show them. */
    private static Resolution resolution(@Nullable String reason) {
        return switch (Objects.requireNonNullElse(reason, "completed")) {
            case "completed" -> Resolution.COMPLETED;
            case "not_planned" -> Resolution.NOT_PLANNED;
            case "duplicate" -> Resolution.DUPLICATE;
            default -> Resolution.OTHER;
        };
    }

    private static @Nullable Milestone milestone(GitHubWire.@Nullable Milestone wire) {
        if (wire == null || wire.number() == null) {
            return null;
        }
        return new Milestone(
                Long.toString(wire.number()),
                Objects.requireNonNullElse(wire.title(), ""),
                Objects.requireNonNullElse(wire.state(), ""),
                Optional.ofNullable(wire.dueOn()));
    }

    private static Optional<Label> anyLabel(@Nullable Object wire) {
        if (wire instanceof Map<?, ?> object) {
            return text(object, "name")
                    .map(name -> new Label(name, text(object, "color"), text(object, "description")));
        }
        return wire instanceof String name && !name.isBlank() ? Optional.of(Label.of(name)) : Optional.empty();
    }

    private static Optional<String> text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static User.Kind kind(@Nullable String type) {
        return switch (Objects.requireNonNullElse(type, "")) {
            case "User", "Mannequin" -> User.Kind.PERSON;
            case "Bot" -> User.Kind.BOT;
            default -> User.Kind.UNKNOWN;
        };
    }

    /** Where people see it; empty unless it is an address that a browser opens without running anything. */
    static Optional<URI> address(@Nullable String url) {
        try {
            return Optional.ofNullable(url).map(URI::create).filter(GitHubSettings::isWeb);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    URI address(@Nullable String url, GitHubRepository repository, String path) {
        return address(url).orElseGet(() -> settings.webUrl(repository.id() + path));
    }

    private <T> T required(@Nullable T value, String what) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw unreadable(what);
        }
        return value;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
