package dev.issuelink.core.internal.config;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Says in our own words why a text is no JSON: the parser's words quote the text, and so might quote a secret. */
final class SyntaxProblem {
    private SyntaxProblem() {}

    static String of(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return "The document ends too early: a bracket, brace or quotation mark is not closed";
        }
        if (e instanceof StreamConstraintsException) {
            return "A name, text or number is longer than a configuration needs";
        }
        return "This is not JSON: "
                + reason(String.valueOf(e.getOriginalMessage()).toLowerCase(Locale.ROOT));
    }

    private static String reason(String words) {
        if (words.contains("comment")) {
            return "comments are not allowed";
        }
        if (words.contains("surrogate")) {
            return "half of a character (an unpaired surrogate)";
        }
        if (words.contains("token")) {
            return "a word that is neither true, false nor null; texts stand in double quotes";
        }
        if (words.contains("end-of-input")) {
            return "the document ends too early";
        }
        if (words.contains("control char") || words.contains("ctrl-char") || words.contains("escape")) {
            return "a character within a text that has to be written with a backslash, or a wrong escape";
        }
        if (words.contains("numeric") || words.contains("leading zero") || words.contains("decimal point")) {
            return "a number that is written wrongly";
        }
        return "an unexpected character; perhaps a comma, a colon or a quotation mark is missing or too many";
    }
}
