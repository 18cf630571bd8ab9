package dev.issuelink.core.internal.rule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The words and signs of conditions: those that they have, and those of the language below that they do not have. */
final class Language {
    /** Words that are operators when they stand where a name could. */
    static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "empty", "size", "div", "mod", "eq", "ne", "lt", "le", "gt", "ge");

    /** Words that are values. */
    static final Set<String> VALUES = Set.of("true", "false", "null");

    private static final Set<String> SIGNS = Set.of(
            "==", "!=", "<", "<=", ">", ">=", "=~", "!~", "=^", "!^", "=$", "!$", "&&", "||", "!", "+", "-", "*", "/",
            "%", "?", ":", "?:", "??", "(", ")", "[", "]", ",", ".");

    private static final String CHANGES = "a condition changes nothing; to compare, write ==";
    private static final String BITS = "there is no counting with bits; write && for and, || for or, ! for not";
    private static final String NO_SCRIPT = "a condition is one expression, without statements and blocks";
    private static final String NO_FUNCTIONS = "a condition defines no functions";
    private static final String NO_COMMENTS = "comments are not allowed";
    private static final String NO_GUARD = "write ?? or empty() to allow for what may be missing";
    private static final String NO_STATEMENT = NO_SCRIPT + "; no name of an attribute begins with this word here";

    private static final Map<String, String> REFUSED_SIGNS = refusedSigns();
    private static final Map<String, String> REFUSED_WORDS = refusedWords();

    private static final List<String> ALL_SIGNS = Stream.concat(SIGNS.stream(), REFUSED_SIGNS.keySet().stream())
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    private Language() {}

    /** The longest sign that stands at a place. */
    static Optional<String> signAt(String text, int at) {
        return ALL_SIGNS.stream().filter(sign -> text.startsWith(sign, at)).findFirst();
    }

    /** Why a sign is refused; empty if it is not. */
    static Optional<String> refusalOfSign(String sign) {
        return Optional.ofNullable(REFUSED_SIGNS.get(sign));
    }

    /** Why a word cannot stand where a name could; empty if it can. */
    static Optional<String> refusalOfWord(String word) {
        return Optional.ofNullable(REFUSED_WORDS.get(word));
    }

    private static Map<String, String> refusedSigns() {
        var refused = new HashMap<String, String>();
        put(refused, CHANGES, "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>=", "++", "--");
        put(refused, BITS, "&", "|", "^", "~", "<<", ">>", ">>>");
        put(refused, NO_SCRIPT, ";", "{", "}", "#", "@");
        put(refused, NO_FUNCTIONS, "->", "=>");
        put(refused, NO_COMMENTS, "//", "/*", "##");
        put(refused, NO_GUARD, "?.", "?[");
        put(refused, "write == instead", "===");
        put(refused, "write != instead", "!==");
        put(refused, "there are no ranges; compare with >= and <=", "..", "...");
        put(refused, "texts stand between ' or \"", "`");
        put(refused, "a backslash is allowed within texts only", "\\");
        put(refused, "$ is allowed in =$ (ends with) only; secrets cannot be read", "$");
        return Map.copyOf(refused);
    }

    private static Map<String, String> refusedWords() {
        var refused = new HashMap<String, String>();
        put(refused, "objects cannot be made", "new");
        put(refused, "kinds cannot be asked for", "instanceof");
        put(refused, NO_FUNCTIONS, "function");
        put(refused, "this is no number to compare with", "NaN");
        put(refused, NO_STATEMENT, "if", "else", "do", "while", "for", "break");
        put(refused, NO_STATEMENT, "continue", "return", "var", "let", "const");
        put(refused, NO_STATEMENT, "switch", "case", "default", "import");
        put(refused, NO_STATEMENT, "throw", "try", "catch", "finally");
        return Map.copyOf(refused);
    }

    private static void put(Map<String, String> refused, String why, String... words) {
        for (var word : words) {
            refused.put(word, why);
        }
    }
}
