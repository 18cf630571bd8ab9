package dev.issuelink.core.internal.compose;

import dev.issuelink.event.DatabaseEvent;
import java.util.List;
import java.util.function.Predicate;

/** What to do about a schema that differs. */
final class DriftAdvice {
    private final List<AttributeReader> differences;
    private final Advice advice;

    private DriftAdvice(List<AttributeReader> differences, Advice advice) {
        this.differences = differences;
        this.advice = advice;
    }

    static void detected(DatabaseEvent event, Advice advice) {
        var own = new DriftAdvice(new AttributeReader(event.attributes()).trees("drift.differences"), advice);
        own.removed("table", "Restore the missing table %s, or take it out of what is expected.");
        own.removed("column", "Restore the missing column %s before something reads or writes it.");
        own.removed("primary key", "Give %s its primary key back, so that rows can be told apart.");
        own.removed("index", "Create the missing index %s again, before queries become slow.");
        own.removed("foreign key", "Create the missing foreign key %s again, and look for rows that point nowhere.");
        own.add("Values may be cut off or refused: widen the type of %s again.", own::isNarrower);
        own.add("Look for nulls in %s, and make it NOT NULL again.", one -> is(one, "nullability", "nullable"));
        own.add(
                "Inserts without a value for %s fail: let it be null again, or give it a default.",
                one -> is(one, "nullability", "not null"));
        own.add(
                "Inserts that do not know the new column %s fail: give it a default, or let it be null.",
                one -> is(one, "column", "added") && one.text("severity").equals("high"));
    }

    private void removed(String element, String sentence) {
        add(sentence, one -> is(one, element, "removed"));
    }

    private boolean isNarrower(AttributeReader one) {
        return one.text("element").equals("type") && one.text("severity").equals("high");
    }

    /** Whether it is that element, and it was changed like that or is that now. */
    private static boolean is(AttributeReader one, String element, String how) {
        return one.text("element").equals(element)
                && List.of(one.text("change"), one.text("actual")).contains(how);
    }

    private void add(String sentence, Predicate<AttributeReader> which) {
        var names = differences.stream().filter(which).map(DriftText::name).toList();
        advice.when(!names.isEmpty(), sentence.replace("%s", Advice.names(names)));
    }
}
