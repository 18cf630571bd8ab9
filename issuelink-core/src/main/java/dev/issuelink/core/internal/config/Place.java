package dev.issuelink.core.internal.config;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a value stands in the document: its path, and its turn in the order of the text. */
final class Place {
    private static final int LONGEST_SHOWN = 100;

    /** Long, with a digit and a letter: more like a credential, pasted where a name belongs, than like a name. */
    private static final Pattern CREDENTIAL = Pattern.compile("(?=.*[0-9])(?=.*\\p{L}).{16,}", Pattern.DOTALL);

    private final @Nullable Place parent;
    private final String token;
    private final int order;

    private Place(@Nullable Place parent, String token, int order) {
        this.parent = parent;
        this.token = token;
        this.order = order;
    }

    static Place root() {
        return new Place(null, "", 0);
    }

    Place member(String name, int turn) {
        return new Place(this, name, turn);
    }

    Place item(int index, int turn) {
        return new Place(this, Integer.toString(index), turn);
    }

    int order() {
        return order;
    }

    /** The path as RFC 6901 writes it into a JSON string: control characters cannot forge lines of a log. */
    String pointer() {
        var tokens = new ArrayDeque<String>();
        Place place = this;
        for (var above = place.parent; above != null; above = place.parent) {
            tokens.push(shown(place.token));
            place = above;
        }
        return tokens.isEmpty() ? "" : "/" + String.join("/", tokens);
    }

    private static String shown(String token) {
        if (CREDENTIAL.matcher(token).matches()) {
            return "(hidden)";
        }
        var text = new StringBuilder();
        token.codePoints().limit(LONGEST_SHOWN).forEach(point -> append(text, point));
        return token.codePointCount(0, token.length()) > LONGEST_SHOWN ? text + "…" : text.toString();
    }

    private static void append(StringBuilder text, int point) {
        if (point == '~') {
            text.append("~0");
        } else if (point == '/') {
            text.append("~1");
        } else if (mayStand(point)) {
            text.appendCodePoint(point);
        } else {
            text.append("\\u%04x".formatted(point));
        }
    }

    private static boolean mayStand(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
