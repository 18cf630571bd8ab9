package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;

/** The only expressions that take a missing attribute for an answer. */
final class Guards {
    private Guards() {}

    /** Whether the event does not have it: {@code == null}. */
    record Absent(Expression part) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return part.value(facts) instanceof Missing;
        }
    }

    /** Whether the event does not have it, or it holds nothing. */
    record Empty(Expression part) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return isEmpty(part.value(facts));
        }
    }

    /** The one, or the other if the event does not have the one: {@code ??}. */
    record Default(Expression part, Expression otherwise) implements Expression {
        @Override
        public Object value(Map<String, ?> facts) {
            var value = part.value(facts);
            return value instanceof Missing ? otherwise.value(facts) : value;
        }

        @Override
        public Kind kind() {
            return part.kind() == otherwise.kind() ? part.kind() : Kind.OPEN;
        }
    }

    /** The one, or the other if the one is missing, empty, false or zero: {@code ?:}. */
    record Fallback(Expression part, Expression otherwise) implements Expression {
        @Override
        public Object value(Map<String, ?> facts) {
            var value = part.value(facts);
            return says(value) ? value : otherwise.value(facts);
        }

        @Override
        public Kind kind() {
            return part.kind() == otherwise.kind() ? part.kind() : Kind.OPEN;
        }

        private static boolean says(Object value) {
            if (value instanceof Boolean truth) {
                return truth;
            }
            return value instanceof Number number ? !Numbers.isZero(number) : !isEmpty(value);
        }
    }

    private static boolean isEmpty(Object value) {
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty();
        }
        return value instanceof Map<?, ?> map ? map.isEmpty() : value instanceof Missing;
    }
}
