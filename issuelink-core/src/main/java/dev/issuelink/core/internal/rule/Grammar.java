package dev.issuelink.core.internal.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Looks at neighbouring words of a condition: refuses what calls, what asks a value for more than its parts, what stands
 * in a wrong place, and what would lead the parser too deep. The parser would refuse the same, but neither in people's
 * words nor where they look for it. Used once, by one thread.
 */
final class Grammar {
    /** So many brackets in each other are more than anybody reads. */
    private static final int DEEPEST = 32;

    /** The parser goes one level down with each of these. */
    private static final int MOST_PREFIXES = 16;

    private static final int MOST_CHOICES = 32;

    /** Stand before a value; + and - may stand between two as well. */
    private static final Set<String> PREFIXES = Set.of("!", "not", "empty", "size");

    private final List<Token> tokens;
    private final Deque<Token> open = new ArrayDeque<>();
    private int prefixes;
    private int choices;

    private Grammar(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws ConditionException at the first word that is out of place */
    static void check(List<Token> tokens) {
        var grammar = new Grammar(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            grammar.checkNeighbours(at);
            grammar.checkDepth(tokens.get(at));
        }
        grammar.checkEnd();
    }

    private void checkNeighbours(int at) {
        var token = tokens.get(at);
        if (isStep(at)) {
            checkPart(token);
        } else if (token.kind() == Token.Kind.NAME) {
            Language.refusalOfWord(token.text()).ifPresent(reason -> {
                throw token.fault(token.text() + " is not allowed: " + reason);
            });
        }
        if (token.is("(")) {
            checkCall(at);
        } else if (token.is(".")) {
            checkDot(at);
        } else if (token.is("[")) {
            checkBracket(at);
        } else if (!isStep(at)) {
            checkPlace(at);
        }
    }

    private static void checkPart(Token token) {
        if (token.text().equals("class")) {
            throw token.fault("class is not allowed: it cannot be asked for; an attribute of that name is read with"
                    + " ['class']");
        }
    }

    private void checkCall(int at) {
        if (!endsValue(at - 1)) {
            return;
        }
        var before = tokens.get(at - 1);
        if (before.kind() == Token.Kind.NAME) {
            throw before.fault(
                    isStep(at - 1)
                            ? "methods cannot be called"
                            : "functions cannot be called; there are only empty() and size()");
        }
        throw tokens.get(at).fault("nothing can be called");
    }

    private void checkDot(int at) {
        if (!hasParts(at - 1) || at + 1 == tokens.size() || !isStep(at + 1)) {
            throw tokens.get(at).fault("a dot stands between names only; numbers are written like 0.5");
        }
    }

    private void checkBracket(int at) {
        if (endsValue(at - 1) && !hasParts(at - 1)) {
            throw tokens.get(at).fault("only names have parts");
        }
    }

    /** A value cannot follow a value, nor a sign a sign. */
    private void checkPlace(int at) {
        var token = tokens.get(at);
        var afterValue = endsValue(at - 1);
        var startsValue = !token.isSign() || PREFIXES.contains(token.text());
        if (startsValue && afterValue) {
            throw token.fault(token.words() + " was not expected here; is a sign such as == or && missing before it?");
        }
        var signed = token.is("-") || token.is("+");
        var emptyList = token.is("]") && at > 0 && tokens.get(at - 1).is("[") && !endsValue(at - 2);
        if (!startsValue && !afterValue && !signed && !emptyList) {
            throw token.fault(token.words() + " was not expected here");
        }
    }

    private void checkDepth(Token token) {
        if (token.is("(") || token.is("[") || token.is("?")) {
            open.push(token);
        } else if (token.is(")") || token.is("]") || token.is(":")) {
            close(token);
        }
        if (token.is("?") || token.is("??") || token.is("?:")) {
            choices++;
        }
        var prefix = token.is("-") || token.is("+") || (token.isSign() && PREFIXES.contains(token.text()));
        prefixes = prefix ? prefixes + 1 : 0;
        if (open.size() > DEEPEST || prefixes > MOST_PREFIXES || choices > MOST_CHOICES) {
            throw token.fault("the condition is too deep; write several rules instead");
        }
    }

    private void close(Token token) {
        var closed = open.poll();
        var expected = token.is(")") ? "(" : token.is("]") ? "[" : "?";
        if (closed == null || !closed.is(expected)) {
            throw token.fault(token.text() + " was not expected here; there is no open " + expected + " before it");
        }
    }

    private void checkEnd() {
        var last = tokens.get(tokens.size() - 1);
        if (!endsValue(tokens.size() - 1)) {
            throw last.fault("something is missing after " + last.words());
        }
        if (!open.isEmpty()) {
            var token = open.pop();
            throw token.fault(
                    token.is("?")
                            ? "? needs a : and what holds otherwise behind it"
                            : "the " + token.text() + " that stands here is not closed");
        }
    }

    /** Whether it is the name of a part. */
    private boolean isStep(int at) {
        var kind = tokens.get(at).kind();
        return at > 0 && tokens.get(at - 1).is(".") && (kind == Token.Kind.NAME || kind == Token.Kind.TEXT);
    }

    /** Whether a value may end here. */
    private boolean endsValue(int at) {
        if (at < 0) {
            return false;
        }
        var token = tokens.get(at);
        return isStep(at) || !token.isSign() || token.is(")") || token.is("]");
    }

    /** Whether a name may end here, or the place in a list. */
    private boolean hasParts(int at) {
        if (at < 0) {
            return false;
        }
        var token = tokens.get(at);
        var isName = token.kind() == Token.Kind.NAME && !token.isSign() && !Language.VALUES.contains(token.text());
        return isStep(at) || isName || token.is("]");
    }
}
