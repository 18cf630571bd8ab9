package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;

/** What is true or false of what is true or false. */
final class Logic {
    private Logic() {}

    /** All of several; those after the first that is false are not worked out. */
    record And(List<Expression> parts) implements Truth {
        And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, ?> facts) {
            for (var part : parts) {
                if (!part.truth(facts)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** One of several; those after the first that is true are not worked out. */
    record Or(List<Expression> parts) implements Truth {
        Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, ?> facts) {
            for (var part : parts) {
                if (part.truth(facts)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Expression part) implements Truth {
        @Override
        public boolean holds(Map<String, ?> facts) {
            return !part.truth(facts);
        }
    }

    /** One or the other of two, by a third. */
    record Choice(Expression when, Expression then, Expression otherwise) implements Expression {
        @Override
        public Object value(Map<String, ?> facts) {
            return when.truth(facts) ? then.value(facts) : otherwise.value(facts);
        }

        @Override
        public Kind kind() {
            return then.kind() == otherwise.kind() ? then.kind() : Kind.OPEN;
        }
    }
}
