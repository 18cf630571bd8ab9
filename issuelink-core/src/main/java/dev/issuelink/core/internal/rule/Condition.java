package dev.issuelink.core.internal.rule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The condition of a rule, compiled. It sees the facts it is given, as maps, lists, texts, numbers and booleans, and
 * nothing else of the world. Immutable, and safe for several threads.
 *
 * <p>It knows {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}; {@code &&}, {@code ||}, {@code !}
 * (also as {@code and}, {@code or}, {@code not}); {@code +}, {@code -}, {@code *}, {@code /}, {@code %}; {@code =~} (is
 * in a list, or has the form of a pattern), {@code =^} (begins with), {@code =$} (ends with) and their negations with
 * {@code !} in place of {@code =}; {@code ??}, {@code ?:}, {@code a ? b : c}; {@code empty(x)}, {@code size(x)}; paths
 * with dots and brackets, texts, numbers, lists, {@code true}, {@code false} and {@code null}.
 */
public final class Condition {
    private static final Condition ALWAYS =
            new Condition("true", new ExpressionBuilder.Built(new Constant(true), List.of()));

    private final String text;
    private final Expression expression;
    private final Set<String> names;

    private Condition(String text, ExpressionBuilder.Built built) {
        this.text = text;
        this.expression = built.expression();
        this.names = Collections.unmodifiableSet(Name.paths(built.names()));
    }

    /** The condition that every event meets. */
    public static Condition always() {
        return ALWAYS;
    }

    /**
     * Compiles a condition on events of which nothing is known.
     *
     * @param text what people wrote
     * @return the condition
     * @throws ConditionException if it is none
     */
    public static Condition compile(String text) {
        return compile(text, Vocabulary.open());
    }

    /**
     * Compiles a condition.
     *
     * @param text what people wrote
     * @param vocabulary what is known of the events
     * @return the condition
     * @throws ConditionException if it is none, or reads what no such event has
     */
    public static Condition compile(String text, Vocabulary vocabulary) {
        var built = ConditionParser.parse(text, vocabulary);
        vocabulary.check(built.names());
        var kind = built.expression().kind();
        if (kind != Kind.TRUTH && kind != Kind.OPEN) {
            throw new ConditionException(1, 1, "it gives " + kind.words() + ", but must give true or false");
        }
        return new Condition(text, built);
    }

    /**
     * The attributes it reads.
     *
     * @return dotted paths, in the order of the text; {@code []} stands for each item of a list
     */
    public Set<String> names() {
        return names;
    }

    /**
     * Asks whether an event meets it. Never throws.
     *
     * @param facts the event's attributes
     * @return the answer, or why there is none
     */
    public Outcome test(Map<String, ?> facts) {
        try {
            return Outcome.of(expression.truth(facts));
        } catch (Unanswered e) {
            return Outcome.failed(e.reason());
        } catch (RuntimeException | StackOverflowError e) {
            // Of a map or number of the host's own making: nobody knows what its message quotes.
            return Outcome.failed("an attribute of the event cannot be read");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
