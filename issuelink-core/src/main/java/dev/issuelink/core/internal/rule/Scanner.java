package dev.issuelink.core.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the words of a condition and refuses what is none, before the parser sees it: so the parser meets no text that
 * would take it long or deep, and everything refused has a place and a reason. Used once, by one thread.
 */
final class Scanner {
    /** The longest condition, in characters: ten times the longest that people read at a glance. */
    static final int LONGEST = 2000;

    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final StringBuilder clean = new StringBuilder();
    private int at;
    private int line = 1;
    private int lineStart;

    private Scanner(String text) {
        this.text = text;
    }

    /**
     * The words of a condition.
     *
     * @param tokens in order
     * @param clean the condition, with a space for every other white space outside of texts, save ends of lines
     */
    record Scan(List<Token> tokens, String clean) {}

    static Scan scan(String text) {
        if (text.length() > LONGEST) {
            throw new ConditionException(1, 1, "it is longer than the " + LONGEST + " characters that are allowed");
        }
        var scanner = new Scanner(text);
        while (scanner.at < text.length()) {
            scanner.next();
        }
        if (scanner.tokens.isEmpty()) {
            throw new ConditionException(1, 1, "it is empty; leave it out, or write true");
        }
        Grammar.check(scanner.tokens);
        return new Scan(scanner.tokens, scanner.clean.toString());
    }

    private void next() {
        char first = text.charAt(at);
        if (first == ' ' || first == '\t' || first == '\r') {
            clean.append(' ');
            at++;
        } else if (first == '\n') {
            endLine();
        } else if (first == '\'' || first == '"') {
            take(Token.Kind.TEXT, textEnd(first));
        } else if (isNamePart(first)) {
            word(first);
        } else {
            sign();
        }
    }

    private void endLine() {
        clean.append('\n');
        at++;
        line++;
        lineStart = at;
    }

    private void word(char first) {
        var isStep = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(".");
        if (isDigit(first) && !isStep) {
            take(Token.Kind.NUMBER, numberEnd());
        } else {
            int end = at;
            while (end < text.length() && isNamePart(text.charAt(end))) {
                end++;
            }
            take(Token.Kind.NAME, end);
        }
    }

    private int numberEnd() {
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt() || (number.end() < text.length() && isNamePart(text.charAt(number.end())))) {
            throw here().fault("numbers are written like 20, 0.5 or 1e6");
        }
        return number.end();
    }

    private int textEnd(char quote) {
        for (int end = at + 1; end < text.length() && !breaksLine(text.charAt(end)); end++) {
            if (text.charAt(end) == quote) {
                return end + 1;
            }
            if (text.charAt(end) == '\\' && end + 1 < text.length() && !breaksLine(text.charAt(end + 1))) {
                end++;
            }
        }
        throw here().fault("the text that begins here does not end on its line; close it with " + quote);
    }

    private void sign() {
        var sign = Language.signAt(text, at)
                .orElseThrow(() -> here().fault("this character has no meaning here; a name with it is read with"
                        + " ['...'] behind the name of what holds it"));
        Language.refusalOfSign(sign).ifPresent(reason -> {
            throw here().fault(sign + " is not allowed: " + reason);
        });
        take(Token.Kind.OPERATOR, at + sign.length());
    }

    private void take(Token.Kind kind, int end) {
        var word = text.substring(at, end);
        tokens.add(new Token(kind, word, line, at - lineStart + 1));
        clean.append(word);
        at = end;
    }

    private Token here() {
        return new Token(Token.Kind.OPERATOR, "", line, at - lineStart + 1);
    }

    private static boolean isNamePart(char letter) {
        return isDigit(letter) || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_';
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean breaksLine(char letter) {
        return letter == '\n' || letter == '\r' || letter == '\u2028' || letter == '\u2029';
    }
}
