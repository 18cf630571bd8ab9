package dev.issuelink.testkit.internal;

import dev.issuelink.testkit.internal.Json.JsonException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly; whole numbers come as {@code Long}, others as {@code BigDecimal}. */
final class JsonReader {

    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object document() throws JsonException {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw wrong("end expected");
        }
        return value;
    }

    private @Nullable Object value() throws JsonException {
        skipSpace();
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Object nested(Part part) throws JsonException {
        if (++depth > DEEPEST) {
            throw wrong("too deep");
        }
        at++;
        Object value = part.read();
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() throws JsonException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (next('}')) {
            return object;
        }
        do {
            skipSpace();
            String name = string();
            expect(':');
            object.put(name, value());
        } while (next(','));
        expect('}');
        return object;
    }

    private List<@Nullable Object> array() throws JsonException {
        List<@Nullable Object> array = new ArrayList<>();
        if (next(']')) {
            return array;
        }
        do {
            array.add(value());
        } while (next(','));
        expect(']');
        return array;
    }

    private String string() throws JsonException {
        if (peek() != '"') {
            throw wrong("text expected");
        }
        at++;
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < 0x20) {
                throw wrong("raw control character");
            }
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        return out.toString();
    }

    private char escape() throws JsonException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw wrong("unknown escape");
        };
    }

    private char unicode() throws JsonException {
        try {
            char c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            at += 4;
            return c;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw wrong("four hex digits expected");
        }
    }

    private Object number() throws JsonException {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        try {
            if (digits.matches("-?\\d{1,18}")) {
                return Long.valueOf(digits);
            }
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw wrong("value expected");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) throws JsonException {
        if (!text.startsWith(word, at)) {
            throw wrong("value expected");
        }
        at += word.length();
        return value;
    }

    private boolean next(char wanted) throws JsonException {
        skipSpace();
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) throws JsonException {
        if (!next(wanted)) {
            throw wrong(wanted + " expected");
        }
    }

    private char peek() throws JsonException {
        if (at >= text.length()) {
            throw wrong("cut short");
        }
        return text.charAt(at);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonException wrong(String what) {
        return new JsonException(what + " at " + at);
    }

    private interface Part {
        Object read() throws JsonException;
    }
}
