package dev.issuelink.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as the tables keep it. No database takes every text of Java: U+0000 is refused by some, halves of surrogate pairs
 * by all. Those are written as U+001A and four hexadecimal digits, and so is U+001A itself.
 */
final class Texts {
    private static final char ESCAPE = '\u001a';
    private static final int DIGITS = 4;

    private Texts() {}

    /** Text in the form in which the tables keep it. */
    record Stored(String text) {}

    /** Whether the tables may keep that. */
    static boolean isStored(String text) {
        if (firstToEscape(text) == text.length()) {
            return true;
        }
        try {
            return encode(decode(text)).equals(text);
        } catch (NumberFormatException | IndexOutOfBoundsException noEscape) {
            return false;
        }
    }

    static String encode(String text) {
        var from = firstToEscape(text);
        if (from == text.length()) {
            return text;
        }
        var encoded = new StringBuilder(text.length() + 2 * DIGITS).append(text, 0, from);
        for (var place = from; place < text.length(); place++) {
            if (mustEscape(text, place)) {
                encoded.append(ESCAPE).append("%04x".formatted((int) text.charAt(place)));
            } else {
                encoded.append(text.charAt(place));
            }
        }
        return encoded.toString();
    }

    static String decode(String encoded) {
        if (encoded.indexOf(ESCAPE) < 0) {
            return encoded;
        }
        var text = new StringBuilder(encoded.length());
        for (var place = 0; place < encoded.length(); place++) {
            var letter = encoded.charAt(place);
            if (letter == ESCAPE) {
                text.append((char) Integer.parseInt(encoded, place + 1, place + 1 + DIGITS, 16));
                place += DIGITS;
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }

    private static int firstToEscape(String text) {
        var place = 0;
        while (place < text.length() && !mustEscape(text, place)) {
            place++;
        }
        return place;
    }

    private static boolean mustEscape(String text, int place) {
        var letter = text.charAt(place);
        if (letter == 0 || letter == ESCAPE) {
            return true;
        }
        if (!Character.isSurrogate(letter)) {
            return false;
        }
        return Character.isHighSurrogate(letter)
                ? place + 1 == text.length() || !Character.isLowSurrogate(text.charAt(place + 1))
                : place == 0 || !Character.isHighSurrogate(text.charAt(place - 1));
    }

    /** Several texts as one, a line each. */
    static String lines(Iterable<String> texts) {
        var lines = new StringBuilder();
        for (var text : texts) {
            lines.append(text.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        }
        return lines.toString();
    }

    /** The texts of {@link #lines}. */
    static List<String> ofLines(String lines) {
        var texts = new ArrayList<String>();
        for (var from = 0; from < lines.length(); ) {
            var end = lines.indexOf('\n', from);
            texts.add(ofLine(lines.substring(from, end)));
            from = end + 1;
        }
        return texts;
    }

    private static String ofLine(String line) {
        if (line.indexOf('\\') < 0) {
            return line;
        }
        var text = new StringBuilder(line.length());
        for (var place = 0; place < line.length(); place++) {
            var letter = line.charAt(place);
            if (letter == '\\') {
                place++;
                text.append(line.charAt(place) == 'n' ? '\n' : '\\');
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }
}
