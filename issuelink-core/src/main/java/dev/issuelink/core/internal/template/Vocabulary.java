package dev.issuelink.core.internal.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The blocks and helpers that templates may use; there are no others. */
final class Vocabulary {
    /** What a template may open and close. */
    static final Set<String> BLOCKS = Set.of("if", "unless", "each", "with");

    /** What may stand before a value. */
    static final Map<String, UnaryOperator<@Nullable Object>> HELPERS = Map.of(
            "percent", Figures::percent,
            "duration_ms", Figures::duration,
            "bytes", Figures::bytes,
            "date", Figures::date,
            "time", Figures::time);

    static final String NOTHING = String.valueOf(Marks.NOTHING);

    private static final String BUDGET = "issuelink.budget";

    private Vocabulary() {}

    /** How much a template may still repeat: lists within lists must not make a text without end. */
    private static final class Budget {
        private int rounds = 5_000;
        private int characters = 1_000_000;

        private boolean isSpent() {
            return rounds <= 0 || characters <= 0;
        }

        private void spend(CharSequence text) {
            rounds--;
            characters -= text.length();
        }
    }

    /** The facts, in the form that a template is filled from. */
    static Context context(Map<String, ?> facts) {
        var context = Context.newBuilder(facts)
                .resolver(com.github.jknack.handlebars.context.MapValueResolver.INSTANCE)
                .build();
        return context.data(BUDGET, new Budget());
    }

    static Helper<@Nullable Object> block(String name) {
        return switch (name) {
            case "if" -> (value, options) -> shown(branch(!ValueText.isEmpty(value), options));
            case "unless" -> (value, options) -> shown(branch(ValueText.isEmpty(value), options));
            case "with" ->
                (value, options) ->
                        shown(ValueText.isEmpty(value) ? options.inverse() : options.fn(child(options, value)));
            default -> (value, options) -> shown(each(value, options));
        };
    }

    /** A helper; a fact of the same name is meant where no value follows. */
    static Helper<@Nullable Object> figure(String name, UnaryOperator<@Nullable Object> figure) {
        return (value, options) -> {
            Integer parameters = options.data(Context.PARAM_SIZE);
            var result = parameters == 0 ? options.context.get(name, false) : figure.apply(value);
            return result == null ? "" : result;
        };
    }

    private static CharSequence branch(boolean holds, Options options) throws IOException {
        return holds ? options.fn() : options.inverse();
    }

    private static CharSequence shown(CharSequence text) {
        return text.chars().allMatch(Character::isWhitespace) ? NOTHING + text : text;
    }

    private static Context child(Options options, @Nullable Object value) {
        return Context.newContext(options.context, value);
    }

    private static CharSequence each(@Nullable Object value, Options options) throws IOException {
        if (value instanceof Collection<?> items && !items.isEmpty()) {
            return new Loop(options, items.size()).items(items);
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return new Loop(options, map.size()).entries(map);
        }
        return options.inverse();
    }

    private static final class Loop {
        private final Options options;
        private final Template body;
        private final Budget budget;
        private final int size;
        private final StringBuilder text = new StringBuilder();
        private int index;

        private Loop(Options options, int size) {
            this.options = options;
            this.body = options.fn;
            this.budget = options.data(BUDGET);
            this.size = size;
        }

        private CharSequence items(Collection<?> items) throws IOException {
            for (var item : items) {
                if (budget.isSpent()) {
                    return stopped();
                }
                round(index, item);
            }
            return text;
        }

        private CharSequence entries(Map<?, ?> map) throws IOException {
            for (var entry : map.entrySet()) {
                if (budget.isSpent()) {
                    return stopped();
                }
                if (!String.valueOf(entry.getKey()).startsWith("@")) {
                    round(String.valueOf(entry.getKey()), entry.getValue());
                }
            }
            return text;
        }

        private void round(Object key, @Nullable Object item) throws IOException {
            var place = Map.of("@index", index, "@key", key, "@first", index == 0, "@last", index == size - 1);
            var model = item;
            if (item instanceof Map<?, ?> facts) {
                // Else a fact named index would be taken for the index.
                var both = new HashMap<Object, Object>(facts);
                both.putAll(place);
                model = both;
            }
            var context = Context.newBuilder(options.context, model == null ? "" : model)
                    .combine(place)
                    .build();
            var round = options.apply(body, context);
            budget.spend(round);
            text.append(round);
            index++;
        }

        private CharSequence stopped() {
            var note = new Piece.Value(Piece.Kind.TEXT, "… (" + (size - index) + " more)", "", 0);
            return text.append("\n\n").append(Marks.encode(note)).append("\n\n");
        }
    }
}
