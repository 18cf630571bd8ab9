package dev.issuelink.core.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.testkit.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanTextsTest {
    private final Sanitizer sanitizer = new Sanitizer(List::of, unchanged -> unchanged);

    @Test
    void lessThanOneInAHundredCleanTextsIsChanged() {
        var random = new Random(20260501);
        var texts = new ArrayList<>(CleanCorpus.statements(750, random));
        texts.addAll(CleanCorpus.texts(250, random));
        var changed = new ArrayList<String>();
        for (var text : texts) {
            if (!asValue(text, texts.indexOf(text) < 750).equals(text)) {
                changed.add("value: " + text + "\n    " + asValue(text, true));
            } else if (!asText(text).equals(text)) {
                changed.add("text: " + text + "\n    " + asText(text));
            } else if (!asText("```sql\n" + text + "\n```\n").contains(text)) {
                changed.add("code: " + text);
            }
        }
        System.out.println("figure clean_texts " + texts.size());
        System.out.println("figure false_hits " + changed.size());
        assertThat(changed).hasSizeLessThan(10);
    }

    private String asValue(String text, boolean isSql) {
        var event = new DatabaseEvent(
                new EventType("schema.changed"),
                ObjectReference.of(ObjectType.TABLE, "orders"),
                EventAttributes.of(Map.of("sql", text)),
                Instant.EPOCH);
        var safe = sanitizer.sanitize("Tracker", event, path -> isSql);
        return String.valueOf(safe.event().attributes().asMap().get("sql"));
    }

    private String asText(String text) {
        var write = new Write.AddComment(Samples.issueReference("1"), text);
        return ((Write.AddComment) sanitizer.sanitize("Tracker", write).write()).text();
    }
}
