package dev.issuelink.core.internal.rule;

import java.util.Map;

/** An expression that is true or false. */
interface Truth extends Expression {
    boolean holds(Map<String, ?> facts);

    @Override
    default Object value(Map<String, ?> facts) {
        return holds(facts);
    }

    @Override
    default boolean truth(Map<String, ?> facts) {
        return holds(facts);
    }

    @Override
    default Kind kind() {
        return Kind.TRUTH;
    }
}
