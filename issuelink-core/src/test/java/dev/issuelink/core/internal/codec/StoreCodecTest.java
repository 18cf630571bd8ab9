package dev.issuelink.core.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.model.Change;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Label;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import dev.issuelink.testkit.Samples;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is stored is read back as it was; the values come from a seed, so that a failure shrinks to a small one. */
class StoreCodecTest {
    private static final List<String> TEXTS = List.of(
            "x",
            "",
            " ",
            "\u0000\u001f",
            "\"quoted\\\"",
            "line\r\nline\u2028",
            "表 \uD83D\uDE00",
            "<!-- -->",
            "null",
            "{}",
            "\uFEFFa",
            "é\u0301");

    private final StoreCodec codec = new StoreCodec();

    /** Picks values by chance; the absent one is as likely as any. */
    private record Pick(Random random) {
        String text() {
            return TEXTS.get(random.nextInt(TEXTS.size())) + TEXTS.get(random.nextInt(TEXTS.size()));
        }

        String name() {
            return "n" + text();
        }

        boolean chance() {
            return random.nextBoolean();
        }

        Instant time() {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        }

        <E extends Enum<E>> E one(Class<E> type) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }

        User user() {
            var user = User.builder(name(), name()).kind(one(User.Kind.class));
            return (chance() ? user.displayName(text()).email(name()) : user).build();
        }

        IssueStatus status() {
            return new IssueStatus(
                    text(),
                    one(StatusCategory.class),
                    chance() ? Optional.of(one(Resolution.class)) : Optional.empty());
        }
    }

    private static Issue issue(Pick pick) {
        var issue = Issue.builder(
                        new IssueKey("Tracker", pick.name()),
                        "in-memory",
                        pick.name(),
                        pick.name(),
                        URI.create("https://t.example/1?a=b"))
                .title(pick.text())
                .body(pick.text())
                .status(pick.status())
                .commentCount(pick.random.nextInt(100));
        if (pick.chance()) {
            issue.labels(List.of(
                            Label.of(pick.name()),
                            new Label(pick.name(), Optional.of(pick.text()), Optional.of(pick.text()))))
                    .assignees(List.of(pick.user(), pick.user()))
                    .attribute(pick.name(), pick.text());
        }
        if (pick.chance()) {
            issue.author(pick.user())
                    .milestone(new Milestone(pick.name(), pick.text(), pick.text(), Optional.of(pick.time())))
                    .issueType(pick.name())
                    .priority(new Priority(pick.name()));
        }
        if (pick.chance()) {
            issue.createdAt(pick.time())
                    .updatedAt(pick.time())
                    .closedAt(pick.time())
                    .closedBy(pick.user())
                    .marker(new Marker("marker-1234"));
        }
        return issue.build();
    }

    @Property(tries = 500)
    void snapshots(@ForAll int seed) {
        var pick = new Pick(new Random(seed));
        var content = new SnapshotContent(
                pick.chance() ? Optional.of(issue(pick)) : Optional.empty(),
                pick.chance() ? Set.of(pick.name()) : Set.of());

        assertThat(codec.decodeSnapshot(codec.encode(content)))
                .usingRecursiveComparison()
                .isEqualTo(content);
    }

    @Property(tries = 300)
    void references(@ForAll int seed) {
        var reference = issue(new Pick(new Random(seed))).reference();

        assertThat(codec.decodeReference(codec.encode(reference)))
                .usingRecursiveComparison()
                .isEqualTo(reference);
    }

    @Property(tries = 300)
    void comments(@ForAll int seed) {
        var pick = new Pick(new Random(seed));
        var builder = Comment.builder(pick.name(), new IssueKey("Tracker", pick.name()), pick.time())
                .body(pick.text())
                .internal(pick.chance());
        if (pick.chance()) {
            builder.author(pick.user())
                    .url(URI.create("https://t.example/c"))
                    .updatedAt(pick.time())
                    .marker(new Marker("marker-1234"));
        }
        var comment = builder.build();

        assertThat(codec.decodeComment(codec.encode(comment)))
                .usingRecursiveComparison()
                .isEqualTo(comment);
    }

    @Property(tries = 500)
    void writes(@ForAll int seed) {
        var pick = new Pick(new Random(seed));
        var writes = List.of(
                new Write.CreateIssue(draft(pick), pick.chance() ? List.of(object(pick), object(pick)) : List.of()),
                new Write.UpdateIssue(issue(pick).reference(), changes(pick)),
                new Write.AddComment(issue(pick).reference(), pick.text()));

        for (var write : writes) {
            assertThat(codec.decodeWrite(codec.encode(write)))
                    .usingRecursiveComparison()
                    .isEqualTo(write);
        }
    }

    private static IssueDraft draft(Pick pick) {
        var draft = IssueDraft.builder(pick.name()).body(pick.text());
        if (pick.chance()) {
            draft.project(pick.name())
                    .issueType(pick.name())
                    .priority(new Priority(pick.name()))
                    .milestone(pick.name());
        }
        if (pick.chance()) {
            draft.labels(List.of(pick.name())).assignees(List.of(pick.name())).field(pick.name(), pick.text());
        }
        return draft.build();
    }

    private static ObjectReference object(Pick pick) {
        var object = ObjectReference.builder(ObjectType.TABLE, pick.name());
        return (pick.chance()
                        ? object.database(pick.name())
                                .schema(pick.name())
                                .versionHash(pick.name())
                                .modifiedAt(pick.time())
                        : object.qualifiedName(pick.name()))
                .build();
    }

    private static IssueChanges changes(Pick pick) {
        var changes = IssueChanges.builder()
                .body(change(pick))
                .milestone(change(pick))
                .issueType(change(pick))
                .field(pick.name(), change(pick));
        if (pick.chance()) {
            changes.title(pick.name())
                    .status(
                            pick.chance()
                                    ? TargetStatus.done(Resolution.DUPLICATE)
                                    : TargetStatus.of(StatusCategory.OPEN))
                    .priority(pick.chance() ? Change.clear() : Change.set(new Priority(pick.name())));
        }
        if (pick.chance()) {
            changes.addLabel(pick.name() + "+")
                    .removeLabel(pick.name() + "-")
                    .addAssignee("a")
                    .removeAssignee("b");
        }
        return changes.build();
    }

    private static Change<String> change(Pick pick) {
        return switch (pick.random.nextInt(3)) {
            case 0 -> Change.keep();
            case 1 -> Change.clear();
            default -> Change.set(pick.name());
        };
    }

    @Test
    void fieldsOfLaterVersionsAreLeftAside() {
        var write = new Write.AddComment(Samples.issueReference("1"), "text");
        var text = codec.encode(write).replaceFirst("\\{", "{\"later\":{\"a\":[1]},");

        assertThat(codec.decodeWrite(text)).usingRecursiveComparison().isEqualTo(write);
    }

    @Test
    void whatCannotBeReadIsAStoreExceptionThatQuotesNothing() {
        for (var text : List.of(
                "", "{", "null", "{\"operation\":\"LATER\"}", "{\"operation\":\"ADD_COMMENT\",\"text\":\"hunter2\"}")) {
            assertThatThrownBy(() -> codec.decodeWrite(text))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("hunter2");
        }
    }
}
