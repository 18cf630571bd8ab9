package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.WriteResult;
import dev.issuelink.spi.Capability;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts of every kind survive the way to the tracker and back, or what is lost is named. */
public abstract class TextContract extends AdapterContract {
    /** For authors of providers. */
    protected TextContract() {}

    @BeforeEach
    final void requireWriting() {
        needs(Capability.READ_ISSUES, Capability.CREATE_ISSUE);
    }

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("plain words", "Plain words, nothing more.");
        texts.put("accents and umlauts", "Größe, naïve façade, Łódź");
        texts.put("Chinese and Japanese", "資料庫遷移失敗 データベース");
        texts.put("right to left", "שלום עולם and مرحبا بالعالم");
        texts.put("characters beyond the first plane", "🚀 𝒳 👩‍👩‍👧‍👦 done");
        texts.put("combining characters", "e\u0301 a\u0308 n\u0303");
        texts.put("quotes and backslashes", "\"quoted\" 'single' \\ back\\slash C:\\temp\\new");
        texts.put("JSON in text", "{\"title\": \"not a field\", \"n\": null}");
        texts.put("HTML", "<b>bold</b> & &amp; <script>alert(1)</script>");
        texts.put("a comment in HTML", "before <!-- a remark --> after");
        texts.put("what looks like a marker", "<!-- issuelink:lookalike-0001 --> <!-- issuelink-marker: abcdefgh -->");
        texts.put("what looks like a placeholder", "${TOKEN} {{title}} %s %n {0}");
        texts.put("a path and a query", "../../etc/passwd?x=1&y=2#z");
        texts.put("SQL", "DROP TABLE orders; -- ' OR 1=1");
        return texts;
    }

    private static Map<String, String> longTexts() {
        var texts = new LinkedHashMap<>(texts());
        texts.put("lines and paragraphs", "first\nsecond\n\nthird\n\n\nlast");
        texts.put("code", "```sql\nSELECT '<!-- x -->' FROM t;\n```\n\n    indented\n");
        texts.put("a table", "| a | b |\n|---|---|\n| 1 | 2 |");
        texts.put("an unclosed fence", "```\nnever closed");
        texts.put("an unclosed comment", "text <!-- never closed");
        texts.put("70,000 characters", "word ".repeat(14_000));
        texts.put("70,000 characters beyond the first plane", "🚀".repeat(70_000));
        texts.put("70,000 characters beyond the first plane behind one of it", "x" + "🚀".repeat(70_000));
        return texts;
    }

    private static Map<String, String> titles() {
        var texts = new LinkedHashMap<>(texts());
        texts.put("2,000 characters", "word ".repeat(400));
        texts.put("600 characters beyond the first plane", "🚀".repeat(600));
        texts.put("600 characters beyond the first plane behind one of it", "x" + "🚀".repeat(600));
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> keepsTitles() {
        return each(titles(), text -> {
            var created = adapter().createIssue(IssueDraft.builder(text).build(), newMarker());
            assertKept("title", text, created.stored().title(), created);
            assertThat(read(created.stored().reference()).title())
                    .isEqualTo(created.stored().title());
        });
    }

    @TestFactory
    Stream<DynamicTest> keepsDescriptionsAndTheirMarkers() {
        return each(longTexts(), text -> {
            var marker = newMarker();
            var created =
                    adapter().createIssue(IssueDraft.builder("Text").body(text).build(), marker);
            assertKept("body", text, created.stored().body(), created);
            var read = read(created.stored().reference());
            assertThat(read.body()).isEqualTo(created.stored().body());
            assertThat(read.marker()).contains(marker);
        });
    }

    @TestFactory
    Stream<DynamicTest> keepsChangedDescriptionsAndTheirMarkers() {
        needs(Capability.UPDATE_ISSUE);
        return each(longTexts(), text -> {
            var issue = create("Text");
            var changes = IssueChanges.builder().body(Change.set(text)).build();
            var updated = adapter().updateIssue(issue.reference(), changes);
            assertKept("body", text, updated.stored().body(), updated);
            assertThat(updated.stored().marker()).isEqualTo(issue.marker());
        });
    }

    @TestFactory
    Stream<DynamicTest> keepsCommentsAndTheirMarkers() {
        needs(Capability.READ_COMMENTS, Capability.WRITE_COMMENTS);
        return each(longTexts(), text -> {
            var marker = newMarker();
            var issue = create("Text").reference();
            var written = adapter().comments().addComment(issue, text, marker);
            assertKept("body", text, written.stored().body(), written);
            assertThat(adapter().comments().getComments(issue, null))
                    .singleElement()
                    .satisfies(comment -> {
                        assertThat(comment.body()).isEqualTo(written.stored().body());
                        assertThat(comment.marker()).contains(marker);
                    });
        });
    }

    @TestFactory
    Stream<DynamicTest> readsWhatPeopleType() {
        return each(longTexts(), text -> {
            if (text.length() < 60_000) {
                assertThat(read(people().openIssue("By hand", text)).body().strip())
                        .isEqualTo(text.strip());
            }
        });
    }

    /** Some trackers obey lines that begin with a slash. */
    @TestFactory
    Stream<DynamicTest> doesNothingByWhatItsTextsSay() {
        var person = harness().assignableUsers().get(0);
        var orders = new LinkedHashMap<String, String>();
        orders.put("a command alone", "/close");
        orders.put("commands", "Words\n\n/close\n/label ~bug\n/assign @" + person + "\n\nMore words");
        orders.put("indented commands", "Words\n  /close\n\t/label ~bug");
        return each(orders, text -> {
            var created =
                    adapter().createIssue(IssueDraft.builder("Text").body(text).build(), newMarker());
            assertUntouched(read(created.stored().reference()), text);
            if (adapter().capabilities().contains(Capability.UPDATE_ISSUE)) {
                var issue = create("Text").reference();
                adapter()
                        .updateIssue(
                                issue,
                                IssueChanges.builder().body(Change.set(text)).build());
                assertUntouched(read(issue), text);
            }
        });
    }

    // Blanks at the beginning of a line mean nothing, so a tracker may leave them out.
    private static void assertUntouched(Issue issue, String text) {
        assertThat(issue.body()).isEqualToNormalizingWhitespace(text);
        assertThat(issue.status().isDone()).isFalse();
        assertThat(issue.labels()).isEmpty();
        assertThat(issue.assignees()).isEmpty();
    }

    private interface Check {
        void of(String text);
    }

    private static Stream<DynamicTest> each(Map<String, String> texts, Check check) {
        return texts.entrySet().stream()
                .map(text -> DynamicTest.dynamicTest(text.getKey(), () -> check.of(text.getValue())));
    }

    // A tracker may have a shorter limit than the text; then the adapter says so and keeps the beginning.
    private static void assertKept(String field, String asked, String stored, WriteResult<?> result) {
        if (result.dropped().isEmpty()) {
            assertThat(stored.strip()).isEqualTo(asked.strip());
            return;
        }
        assertThat(result.dropped()).extracting(DroppedField::field).containsOnly(field);
        assertThat(stored).startsWith(asked.substring(0, 100));
        assertThat(stored.length()).isLessThan(asked.length());
        assertThat(stored.codePoints()).as("no half of a character").noneMatch(TextContract::isHalf);
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
