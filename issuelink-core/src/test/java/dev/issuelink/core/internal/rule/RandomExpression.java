package dev.issuelink.core.internal.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A random expression, and the value that the rules of the language give it, worked out by the simplest means: a value,
 * nothing ({@link #NOTHING}), or no answer ({@link NoAnswer}).
 */
final class RandomExpression {
    private static final Object NOTHING = new Object();

    private static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String text;
    private final Function<Map<String, Object>, Object> value;

    private RandomExpression(String text, Function<Map<String, Object>, Object> value) {
        this.text = text;
        this.value = value;
    }

    String text() {
        return text;
    }

    Outcome.Verdict outcome(Map<String, Object> facts) {
        try {
            return truthOf(value.apply(facts)) ? Outcome.Verdict.MET : Outcome.Verdict.UNMET;
        } catch (NoAnswer e) {
            return Outcome.Verdict.FAILED;
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** One that is true or false, or has no answer. */
    static RandomExpression truth(Random random, int depth) {
        if (depth == 0) {
            return pick(random, literal("true", true), literal("false", false), path("t"), path("f"), path("x.y"));
        }
        int next = depth - 1;
        return switch (random.nextInt(13)) {
            case 0 -> truth(random, next).then("!(", ")", part -> !truthOf(part));
            case 1 -> {
                var left = truth(random, next);
                var right = truth(random, next);
                yield new RandomExpression(
                        "(" + left.text + pick(random, " && ", " and ") + right.text + ")",
                        facts -> truthOf(left.value.apply(facts)) && truthOf(right.value.apply(facts)));
            }
            case 2 -> {
                var left = truth(random, next);
                var right = truth(random, next);
                yield new RandomExpression(
                        "(" + left.text + pick(random, " || ", " or ") + right.text + ")",
                        facts -> truthOf(left.value.apply(facts)) || truthOf(right.value.apply(facts)));
            }
            case 3, 4, 5 -> comparison(random, next);
            case 6 -> texts(random, next);
            case 7 -> membership(random, next);
            case 8 -> any(random).then("empty(", ")", RandomExpression::isEmpty);
            case 9 -> any(random).then("(", " == null)", part -> part == NOTHING);
            case 10 -> any(random).then("(", " != null)", part -> part != NOTHING);
            case 11 -> choice(truth(random, next), truth(random, next), truth(random, next));
            default -> fallback(random, pick(random, path("t"), path("f"), path("x.y")), truth(random, next));
        };
    }

    private static RandomExpression comparison(Random random, int depth) {
        var numbers = random.nextBoolean();
        var left = numbers ? number(random, depth) : text(random, depth);
        var right = numbers ? number(random, depth) : text(random, depth);
        return switch (random.nextInt(6)) {
            case 0 -> left.with(right, " == ", (one, other) -> compare(one, other) == 0);
            case 1 -> left.with(right, " != ", (one, other) -> compare(one, other) != 0);
            case 2 -> left.with(right, " < ", (one, other) -> compare(one, other) < 0);
            case 3 -> left.with(right, " <= ", (one, other) -> compare(one, other) <= 0);
            case 4 -> left.with(right, " > ", (one, other) -> compare(one, other) > 0);
            default -> left.with(right, " >= ", (one, other) -> compare(one, other) >= 0);
        };
    }

    private static RandomExpression texts(Random random, int depth) {
        var left = text(random, depth);
        var right = text(random, depth);
        return switch (random.nextInt(4)) {
            case 0 -> left.with(right, " =^ ", (one, other) -> textOf(one).startsWith(textOf(other)));
            case 1 -> left.with(right, " !^ ", (one, other) -> !textOf(one).startsWith(textOf(other)));
            case 2 -> left.with(right, " =$ ", (one, other) -> textOf(one).endsWith(textOf(other)));
            default -> left.with(right, " !$ ", (one, other) -> !textOf(one).endsWith(textOf(other)));
        };
    }

    private static RandomExpression membership(Random random, int depth) {
        var part = text(random, depth);
        if (random.nextBoolean()) {
            var named = path(pick(random, "l", "x.y", "s"));
            return part.with(named, " =~ ", RandomExpression::isIn);
        }
        var items = IntStream.range(0, random.nextInt(4))
                .mapToObj(count -> text(random, 0))
                .toList();
        var list = new RandomExpression(
                items.stream().map(RandomExpression::text).toList().toString(),
                facts -> items.stream()
                        .map(item -> present(item.value.apply(facts)))
                        .toList());
        return part.with(list, " !~ ", (one, other) -> !isIn(one, other));
    }

    private static RandomExpression number(Random random, int depth) {
        if (depth == 0) {
            return pick(
                    random,
                    literal("3", 3),
                    literal("0", 0),
                    literal("20.5", 20.5),
                    literal("1e3", 1000.0),
                    path("n"),
                    path("d"),
                    path("m.k"),
                    path("s"),
                    path("x.y"));
        }
        int next = depth - 1;
        var mostly = random.nextInt(9);
        if (mostly < 5) {
            return arithmetic(random.nextInt(5), number(random, next), number(random, next));
        }
        return switch (mostly) {
            case 5 -> number(random, next).then("-(", ")", part -> decimal(part).negate());
            case 6 -> path(pick(random, "l", "s", "m", "n", "x.y")).then("size(", ")", RandomExpression::size);
            case 7 -> fallback(random, pick(random, path("n"), path("x.y"), literal("0", 0)), number(random, next));
            default -> choice(truth(random, next), number(random, next), number(random, next));
        };
    }

    private static RandomExpression arithmetic(int operation, RandomExpression left, RandomExpression right) {
        var mc = MathContext.DECIMAL128;
        return switch (operation) {
            case 0 -> left.with(right, " + ", (one, other) -> decimal(one).add(decimal(other), mc));
            case 1 -> left.with(right, " - ", (one, other) -> decimal(one).subtract(decimal(other), mc));
            case 2 -> left.with(right, " * ", (one, other) -> decimal(one).multiply(decimal(other), mc));
            case 3 ->
                left.with(right, " / ", (one, other) -> {
                    var divided = decimal(one);
                    return divided.divide(divisor(other), mc);
                });
            default -> left.with(right, " % ", (one, other) -> remainder(decimal(one), divisor(other)));
        };
    }

    private static BigDecimal remainder(BigDecimal divided, BigDecimal divisor) {
        try {
            return divided.remainder(divisor, MathContext.DECIMAL128);
        } catch (ArithmeticException e) {
            throw new NoAnswer();
        }
    }

    private static BigDecimal divisor(Object value) {
        var divisor = decimal(value);
        if (divisor.signum() == 0) {
            throw new NoAnswer();
        }
        return divisor;
    }

    private static RandomExpression text(Random random, int depth) {
        if (depth == 0) {
            return pick(
                    random,
                    literal("'text'", "text"),
                    literal("\"high\"", "high"),
                    literal("''", ""),
                    path("a.b.c"),
                    path("s"),
                    new RandomExpression("l[0]", facts -> at(facts, "l.0")),
                    new RandomExpression("a['b'].c", facts -> at(facts, "a.b.c")),
                    path("n"),
                    path("x.y"));
        }
        return random.nextBoolean()
                ? text(random, 0)
                : fallback(random, pick(random, path("s"), path("x.y"), literal("''", "")), text(random, depth - 1));
    }

    private static RandomExpression any(Random random) {
        return path(
                pick(random, "a", "a.b.c", "t", "f", "n", "s", "l", "m", "m.k", "x", "x.y", "a.c", "s.length", "l.9"));
    }

    private static RandomExpression fallback(Random random, RandomExpression part, RandomExpression otherwise) {
        var missingOnly = random.nextBoolean();
        return new RandomExpression("(" + part.text + (missingOnly ? " ?? " : " ?: ") + otherwise.text + ")", facts -> {
            var found = part.value.apply(facts);
            var silent = missingOnly
                    ? found == NOTHING
                    : isEmpty(found)
                            || found.equals(false)
                            || (found instanceof Number && decimal(found).signum() == 0);
            return silent ? otherwise.value.apply(facts) : found;
        });
    }

    private static RandomExpression choice(RandomExpression when, RandomExpression then, RandomExpression otherwise) {
        return new RandomExpression(
                "(" + when.text + " ? " + then.text + " : " + otherwise.text + ")",
                facts -> truthOf(when.value.apply(facts)) ? then.value.apply(facts) : otherwise.value.apply(facts));
    }

    private static RandomExpression literal(String text, Object value) {
        return new RandomExpression(text, facts -> value);
    }

    private static RandomExpression path(String path) {
        return new RandomExpression(path, facts -> at(facts, path));
    }

    private static Object at(Object facts, String path) {
        var value = facts;
        for (var key : path.split("\\.")) {
            if (value instanceof Map<?, ?> map && map.containsKey(key)) {
                value = map.get(key);
            } else if (value instanceof List<?> list && key.matches("\\d") && Integer.parseInt(key) < list.size()) {
                value = list.get(Integer.parseInt(key));
            } else {
                return NOTHING;
            }
        }
        return value;
    }

    private RandomExpression then(String before, String after, Function<Object, Object> operation) {
        return new RandomExpression(before + text + after, facts -> operation.apply(value.apply(facts)));
    }

    private interface Operation {
        Object apply(Object left, Object right);
    }

    private RandomExpression with(RandomExpression other, String sign, Operation operation) {
        return new RandomExpression(
                "(" + text + sign + other.text + ")",
                facts -> operation.apply(present(value.apply(facts)), present(other.value.apply(facts))));
    }

    private static Object present(Object value) {
        if (value == NOTHING) {
            throw new NoAnswer();
        }
        return value;
    }

    private static boolean truthOf(Object value) {
        if (present(value) instanceof Boolean truth) {
            return truth;
        }
        throw new NoAnswer();
    }

    private static String textOf(Object value) {
        if (present(value) instanceof String text) {
            return text;
        }
        throw new NoAnswer();
    }

    private static BigDecimal decimal(Object value) {
        if (present(value) instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new NoAnswer();
    }

    private static int compare(Object one, Object other) {
        return one instanceof String text
                ? text.compareTo(textOf(other))
                : decimal(one).compareTo(decimal(other));
    }

    private static boolean isIn(Object part, Object list) {
        if (!(list instanceof List<?> items)) {
            throw new NoAnswer();
        }
        return items.stream().anyMatch(item -> compare(part, item) == 0);
    }

    private static boolean isEmpty(Object value) {
        return value == NOTHING || value.equals("") || value.equals(List.of()) || value.equals(Map.of());
    }

    private static Object size(Object value) {
        if (present(value) instanceof String text) {
            return text.length();
        }
        if (value instanceof List<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        throw new NoAnswer();
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
