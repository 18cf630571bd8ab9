package dev.issuelink.core.internal.rule;

import java.util.List;

/**
 * Looks at neighbouring words of a condition: refuses what calls, what asks a value for more than its parts, and what
 * would lead the parser too deep.
 */
final class Grammar {
    /** So many brackets in each other are more than anybody reads. */
    private static final int DEEPEST = 32;

    /** The parser goes one level down with each of these. */
    private static final int MOST_PREFIXES = 16;

    private static final int MOST_CHOICES = 32;

    private final List<Token> tokens;
    private int depth;
    private int prefixes;
    private int choices;

    private Grammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    static void check(List<Token> tokens) {
        var grammar = new Grammar(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            grammar.checkDepth(tokens.get(at));
            grammar.checkNeighbours(at);
        }
    }

    private void checkDepth(Token token) {
        if (token.is("(") || token.is("[")) {
            depth++;
        } else if (token.is(")") || token.is("]")) {
            depth--;
        }
        if (token.text().startsWith("?")) {
            choices++;
        }
        prefixes = isPrefix(token) ? prefixes + 1 : 0;
        if (depth > DEEPEST || prefixes > MOST_PREFIXES || choices > MOST_CHOICES) {
            throw token.fault("the condition is too deep; write several rules instead");
        }
    }

    private static boolean isPrefix(Token token) {
        return token.is("!")
                || token.is("-")
                || token.is("+")
                || (token.kind() == Token.Kind.NAME && Language.OPERATORS.contains(token.text()));
    }

    private void checkNeighbours(int at) {
        var token = tokens.get(at);
        if (token.kind() == Token.Kind.NAME) {
            checkWord(at, token);
        } else if (token.is("(")) {
            checkCall(at, token);
        } else if (token.is(".")) {
            checkDot(at, token);
        } else if (token.is("[") && at > 0 && hasNoParts(at - 1)) {
            throw token.fault("only names have parts");
        }
    }

    private void checkWord(int at, Token token) {
        if (!isStep(at)) {
            Language.refusalOfWord(token.text()).ifPresent(reason -> {
                throw token.fault(token.text() + " is not allowed: " + reason);
            });
        } else if (token.text().equals("class")) {
            throw token.fault("class is not allowed: it cannot be asked for; an attribute of that name is read with"
                    + " ['class']");
        }
    }

    private void checkCall(int at, Token token) {
        if (at == 0) {
            return;
        }
        var before = tokens.get(at - 1);
        if (isStep(at - 1)) {
            throw before.fault("methods cannot be called");
        }
        if (before.kind() == Token.Kind.NAME && !Language.OPERATORS.contains(before.text())) {
            throw before.fault("functions cannot be called; there are only empty() and size()");
        }
        if (isValue(before) || before.is(")") || before.is("]")) {
            throw token.fault("nothing can be called");
        }
    }

    private boolean hasNoParts(int at) {
        return tokens.get(at).is(")") || (isValue(tokens.get(at)) && !isStep(at));
    }

    private void checkDot(int at, Token token) {
        var follows = at > 0
                && (isName(at - 1) || isStep(at - 1) || tokens.get(at - 1).is("]"));
        if (!follows || at + 1 == tokens.size() || !isStep(at + 1)) {
            throw token.fault("a dot stands between names only; numbers are written like 0.5");
        }
    }

    /** Whether it is the name of a part. */
    private boolean isStep(int at) {
        var kind = tokens.get(at).kind();
        return at > 0 && tokens.get(at - 1).is(".") && (kind == Token.Kind.NAME || kind == Token.Kind.TEXT);
    }

    private boolean isName(int at) {
        var text = tokens.get(at).text();
        return tokens.get(at).kind() == Token.Kind.NAME
                && !Language.OPERATORS.contains(text)
                && !Language.VALUES.contains(text);
    }

    private static boolean isValue(Token token) {
        return token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.TEXT
                || (token.kind() == Token.Kind.NAME && Language.VALUES.contains(token.text()));
    }
}
