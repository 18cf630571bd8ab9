package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Comparisons. Only values of one kind compare; a text is never taken for a number. */
final class Comparisons {
    private Comparisons() {}

    /** Whether both are the same. */
    record Equal(Expression left, Expression right) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return equal(left, left.present(facts), right, right.present(facts));
        }
    }

    /**
     * Which of two is more: numbers by their size, texts letter by letter.
     *
     * @param sign whether it holds of a comparison
     */
    record Order(IntPredicate sign, Expression left, Expression right) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return sign.test(compare(left.present(facts), right.present(facts)));
        }

        private int compare(Object one, Object other) {
            if (one instanceof Number number && other instanceof Number second) {
                return Numbers.compare(number, second);
            }
            if (one instanceof String text && other instanceof String second) {
                return text.compareTo(second);
            }
            throw incomparable(left, one, right, other);
        }
    }

    /** Whether a list holds a value. */
    record In(Expression part, Expression list) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            var value = part.present(facts);
            var items = list.present(facts);
            if (!(items instanceof List<?> all)) {
                throw new Unanswered(list.words() + " is " + Kind.of(items).words()
                        + ", but =~ needs a list, or a pattern that is written in the condition");
            }
            for (var item : all) {
                if (item != null && equal(part, value, list, item)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether a text has the form of a pattern. */
    record Matches(Expression part, BoundedPattern pattern) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return pattern.matches(part.text(facts), part.words());
        }
    }

    /** Whether a text begins with another. */
    record Begins(Expression part, Expression with) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return part.text(facts).startsWith(with.text(facts));
        }
    }

    /** Whether a text ends with another. */
    record Ends(Expression part, Expression with) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return part.text(facts).endsWith(with.text(facts));
        }
    }

    private static boolean equal(Expression left, Object one, Expression right, Object other) {
        if (one instanceof Number number && other instanceof Number second) {
            return Numbers.compare(number, second) == 0;
        }
        if ((one instanceof String && other instanceof String)
                || (one instanceof Boolean && other instanceof Boolean)) {
            return one.equals(other);
        }
        throw incomparable(left, one, right, other);
    }

    private static Unanswered incomparable(Expression left, Object one, Expression right, Object other) {
        return left instanceof Constant && right instanceof Path
                ? incomparable(right, other, one)
                : incomparable(left, one, other);
    }

    private static Unanswered incomparable(Expression subject, Object value, Object other) {
        return new Unanswered(subject.words() + " is " + Kind.of(value).words() + " and cannot be compared with "
                + Kind.of(other).words());
    }
}
