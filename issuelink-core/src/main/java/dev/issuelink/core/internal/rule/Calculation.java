package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Counts with two numbers.
 *
 * @param operation how
 */
record Calculation(BinaryOperator<Number> operation, Expression left, Expression right) implements Expression {
    @Override
    public Object value(Map<String, ?> facts) {
        return operation.apply(left.number(facts), right.number(facts));
    }

    @Override
    public Kind kind() {
        return Kind.NUMBER;
    }

    /** A number with the other sign. */
    record Negative(Expression part) implements Expression {
        @Override
        public Object value(Map<String, ?> facts) {
            return Numbers.negate(part.number(facts));
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** How many characters, items or members there are. */
    record Size(Expression part) implements Expression {
        @Override
        public Object value(Map<String, ?> facts) {
            var value = part.present(facts);
            if (value instanceof String text) {
                return text.codePointCount(0, text.length());
            }
            if (value instanceof List<?> list) {
                return list.size();
            }
            if (value instanceof Map<?, ?> map) {
                return map.size();
            }
            throw new Unanswered(part.words() + " is " + Kind.of(value).words() + ", which has no size");
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** A list of values. */
    record Items(List<Expression> items) implements Expression {
        Items {
            items = List.copyOf(items);
        }

        @Override
        public Object value(Map<String, ?> facts) {
            return items.stream().map(item -> item.present(facts)).toList();
        }

        @Override
        public Kind kind() {
            return Kind.LIST;
        }
    }
}
