package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an attribute. Looks into maps and lists and nowhere else, so no method of a value is ever called.
 *
 * @param name as people write it, for messages
 * @param attribute the name up to the first place in a list
 * @param steps from the outermost to the attribute, at least one
 */
record Path(String name, String attribute, List<Step> steps) implements Expression {
    /**
     * One step down.
     *
     * @param key the name in a map
     * @param index the place in a list, or -1
     */
    record Step(String key, int index) {
        private static final int MOST_DIGITS = 9;

        /** A step by name; one that is made of digits may also lead into a list. */
        static Step of(String key) {
            var number = !key.isEmpty()
                    && key.length() <= MOST_DIGITS
                    && key.chars().allMatch(digit -> digit >= '0' && digit <= '9');
            return new Step(key, number ? Integer.parseInt(key) : -1);
        }

        @Nullable
        Object below(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return map.get(key);
            }
            return value instanceof List<?> list && index >= 0 && index < list.size() ? list.get(index) : null;
        }
    }

    Path {
        steps = List.copyOf(steps);
    }

    static Path of(List<Step> steps) {
        var keys = steps.stream().map(Step::key).toList();
        int list = 1;
        while (list < steps.size() && steps.get(list).index() < 0) {
            list++;
        }
        return new Path(String.join(".", keys), String.join(".", keys.subList(0, list)), steps);
    }

    @Override
    public Object value(Map<String, ?> facts) {
        Object value = facts;
        for (int at = 0; at < steps.size() && value != null; at++) {
            value = steps.get(at).below(value);
        }
        if (value == null) {
            return new Missing(name);
        }
        if (Kind.of(value) == Kind.OPEN) {
            throw new Unanswered(name + " is of a kind that conditions cannot read");
        }
        return value;
    }

    @Override
    public Kind kind() {
        return Kind.OPEN;
    }

    @Override
    public String words() {
        return name;
    }
}
