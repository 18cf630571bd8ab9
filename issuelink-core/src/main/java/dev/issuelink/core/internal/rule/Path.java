package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an attribute. Looks into maps and lists and nowhere else, so no method of a value is ever called. */
final class Path implements Expression {
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
        Object below(Object value) {
            if (value instanceof Map<?, ?> map) {
                return map.get(key);
            }
            return value instanceof List<?> list && index >= 0 && index < list.size() ? list.get(index) : null;
        }
    }

    private final List<Step> steps;
    private final Kind kind;
    private final Missing missing;

    /**
     * @param steps from the outermost to the attribute, at least one
     * @param kind the kind that it is known to have
     */
    Path(List<Step> steps, Kind kind) {
        this.steps = List.copyOf(steps);
        this.kind = kind;
        this.missing = new Missing(steps.stream().map(Step::key).collect(Collectors.joining(".")));
    }

    /** The path as the catalogue of events would describe it. */
    static String attribute(List<Step> steps) {
        var path = new StringBuilder(steps.get(0).key());
        for (var step : steps.subList(1, steps.size())) {
            path.append(step.index() < 0 ? "." + step.key() : Name.ITEM);
        }
        return path.toString();
    }

    @Override
    public Object value(Map<String, ?> facts) {
        var value = find(facts);
        if (value == null) {
            return missing;
        }
        if (Kind.of(value) == Kind.OPEN) {
            throw new Unanswered(words() + " is of a kind that conditions cannot read");
        }
        return value;
    }

    /** What stands there, of whatever kind; null if nothing does. */
    @Nullable
    Object find(Map<String, ?> facts) {
        Object value = facts;
        for (int at = 0; at < steps.size() && value != null; at++) {
            value = steps.get(at).below(value);
        }
        return value;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String words() {
        return missing.path();
    }
}
