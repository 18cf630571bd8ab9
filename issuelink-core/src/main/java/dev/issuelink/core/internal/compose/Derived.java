package dev.issuelink.core.internal.compose;

import dev.issuelink.core.internal.template.Fragment;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Texts that are made of several attributes of an event, and stand beside these under paths of their own. */
final class Derived {
    private static final int LONGEST_NOTE_TITLE = 80;
    private static final double TWICE = 2;
    private static final Map<EventType, Consumer<Derived>> MAKERS = Map.of(
            EventType.DRIFT_DETECTED, Derived::drift,
            EventType.PERFORMANCE_REGRESSION, Derived::regression,
            EventType.HEALTH_CHECK_FAILED, Derived::limit,
            EventType.HEALTH_CHECK_RECOVERED, Derived::limit,
            EventType.REPLICATION_LAG, Derived::lag,
            EventType.REPLICATION_RECOVERED, Derived::lag,
            EventType.NOTE_CONVERTED, Derived::noteTitle);

    private final AttributeReader event;
    private final Map<String, Object> texts = new LinkedHashMap<>();

    private Derived(AttributeReader event) {
        this.event = event;
    }

    /** The texts by their paths; what there is nothing to say of is left out. */
    static Map<String, Object> of(DatabaseEvent event) {
        var derived = new Derived(new AttributeReader(event.attributes()));
        MAKERS.getOrDefault(event.type(), nothing -> {}).accept(derived);
        return derived.texts;
    }

    private void drift() {
        put("drift.details", DriftText.details(event));
        put("expected.schema_summary", DriftText.summary(event, "expected"));
        put("actual.schema_summary", DriftText.summary(event, "actual"));
        event.number("drift.difference_count").ifPresent(count -> {
            var counted = Quantities.number(count) + (count == 1 ? " difference" : " differences");
            put("drift.counted", counted);
            put("drift.summary", counted + ": " + count("added") + ", " + count("removed") + ", " + count("changed"));
        });
    }

    private String count(String what) {
        return Quantities.number(event.number("drift." + what + "_count").orElse(0)) + " " + what;
    }

    private void regression() {
        var factor = event.numberOrNaN("regression.factor");
        var percentage = event.numberOrNaN("regression.percentage");
        if (factor >= TWICE) {
            put("regression.summary", Quantities.number(factor) + " times as long");
        } else if (percentage >= 0) {
            put("regression.summary", Quantities.shown(percentage, "%") + " longer");
        } else if (percentage < 0) {
            put("regression.summary", Quantities.shown(-percentage, "%") + " shorter");
        }
    }

    private void limit() {
        var unit = event.text("check.unit");
        event.number("check.threshold")
                .ifPresent(limit -> put("check.limit", (Quantities.number(limit) + " " + unit).strip()));
    }

    private void lag() {
        event.number("replication.lag_seconds")
                .ifPresent(lag -> put("replication.lag", Quantities.shown(lag, "seconds")));
    }

    private void noteTitle() {
        put("note.title", firstLine(event.text("note.text")));
    }

    /** The words of the first line that has any, without what makes it a heading, an item or a quote. */
    private static String firstLine(String markdown) {
        var line = markdown.lines()
                .map(text -> text.replaceFirst("^[\\s#>*+-]++", "").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST_NOTE_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NOTE_TITLE))
                                .strip() + "…";
    }

    private void put(String path, Fragment text) {
        if (!text.isEmpty()) {
            texts.put(path, text);
        }
    }

    private void put(String path, String text) {
        if (!text.isEmpty()) {
            texts.put(path, text);
        }
    }
}
