package dev.issuelink.testkit.jira;

import java.util.ArrayList;
import java.util.List;

/** Splits a query into words, texts and signs. */
final class JqlTokens {

    private static final String SIGNS = "(),";
    private static final String OPERATORS = "=!<>~";
    private static final String FORBIDDEN = "@.+;?|*/%^$#[]{}\\`&";

    /** A part of a query. */
    record Token(String text, boolean quoted, boolean sign) {}

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private JqlTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) throws Refusal {
        var reading = new JqlTokens(text);
        while (reading.at < text.length()) {
            reading.one();
        }
        return reading.tokens;
    }

    private void one() throws Refusal {
        var c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (SIGNS.indexOf(c) >= 0) {
            tokens.add(new Token(text.substring(at, ++at), false, true));
        } else if (OPERATORS.indexOf(c) >= 0) {
            run(OPERATORS, true);
        } else if (FORBIDDEN.indexOf(c) >= 0) {
            throw Refusal.message(
                    400, "Error in the JQL Query: The character '" + c + "' is a reserved JQL character.");
        } else {
            word();
        }
    }

    private void quoted(char quote) throws Refusal {
        var out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            var c = text.charAt(at);
            if (Character.isISOControl(c)) {
                throw Refusal.message(400, "Error in the JQL Query: Illegal character.");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        if (at >= text.length()) {
            throw Refusal.message(400, "Error in the JQL Query: The quoted string has not been completed.");
        }
        at++;
        tokens.add(new Token(out.toString(), true, false));
    }

    private char escaped() throws Refusal {
        at++;
        var c = at < text.length() ? text.charAt(at) : ' ';
        if ("\\\"' ".indexOf(c) < 0) {
            throw Refusal.message(400, "Error in the JQL Query: '\\" + c + "' is an illegal JQL escape sequence.");
        }
        return c;
    }

    private void run(String letters, boolean sign) {
        var start = at;
        while (at < text.length() && letters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        tokens.add(new Token(text.substring(start, at), false, sign));
    }

    private void word() {
        var start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && (SIGNS + OPERATORS + FORBIDDEN + "\"'").indexOf(text.charAt(at)) < 0) {
            at++;
        }
        tokens.add(new Token(text.substring(start, at), false, false));
    }
}
