package dev.issuelink.core.internal.rule;

import java.util.Map;

/**
 * What is written out in the condition.
 *
 * @param value a text, number or boolean
 */
record Constant(Object value) implements Expression {
    @Override
    public Object value(Map<String, ?> facts) {
        return value;
    }

    @Override
    public Kind kind() {
        return Kind.of(value);
    }
}
