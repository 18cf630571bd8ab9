package dev.issuelink.testkit.jira;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** A query in Jira's language, read as strictly as Jira reads it. */
final class Jql {

    /** Who asks, and of what. */
    record Asker(World world, Account account) {}

    private static final Set<String> RESERVED =
            Set.of("AS", "IN", "SET", "AND", "OR", "NOT", "EMPTY", "NULL", "IS", "ORDER");
    private static final int MOST_ORDER = 7;

    final Predicate<Issue> matches;
    final Comparator<Issue> order;
    final boolean bounded;

    private Jql(Predicate<Issue> matches, Comparator<Issue> order, boolean bounded) {
        this.matches = matches;
        this.order = order;
        this.bounded = bounded;
    }

    static Jql parse(String text, Asker asker) throws Refusal {
        return new Parser(JqlTokens.of(text), asker).query();
    }

    private static final class Parser {

        private final List<JqlTokens.Token> tokens;
        private final Asker asker;
        private int at;

        Parser(List<JqlTokens.Token> tokens, Asker asker) {
            this.tokens = tokens;
            this.asker = asker;
        }

        Jql query() throws Refusal {
            var bounded = at < tokens.size() && !isWord("ORDER");
            Predicate<Issue> matches = bounded ? or() : issue -> true;
            Comparator<Issue> order = Comparator.comparing(issue -> -issue.id);
            if (takes("ORDER")) {
                expect("BY");
                order = order();
            }
            if (at < tokens.size()) {
                throw wrong("unexpected '" + tokens.get(at).text() + "'");
            }
            return new Jql(matches, order, bounded);
        }

        private Predicate<Issue> or() throws Refusal {
            var first = and();
            while (takes("OR")) {
                first = first.or(and());
            }
            return first;
        }

        private Predicate<Issue> and() throws Refusal {
            var first = primary();
            while (takes("AND")) {
                first = first.and(primary());
            }
            return first;
        }

        private Predicate<Issue> primary() throws Refusal {
            if (takes("NOT")) {
                return primary().negate();
            }
            if (takesSign("(")) {
                var inner = or();
                if (!takesSign(")")) {
                    throw wrong("')' expected");
                }
                return inner;
            }
            return clause();
        }

        private Predicate<Issue> clause() throws Refusal {
            var field = word();
            if (takes("IS")) {
                var not = takes("NOT");
                if (!takes("EMPTY") && !takes("NULL")) {
                    throw wrong("EMPTY expected");
                }
                var empty = JqlFields.empty(field);
                return not ? empty.negate() : empty;
            }
            var not = takes("NOT");
            if (takes("IN")) {
                var all = in(field);
                return not ? all.negate() : all;
            }
            var operator = next();
            return JqlFields.clause(field, operator.text(), value(), asker);
        }

        private Predicate<Issue> in(String field) throws Refusal {
            if (!takesSign("(")) {
                throw wrong("'(' expected");
            }
            Predicate<Issue> any = issue -> false;
            do {
                any = any.or(JqlFields.clause(field, "=", value(), asker));
            } while (takesSign(","));
            if (!takesSign(")")) {
                throw wrong("')' expected");
            }
            return any;
        }

        private String value() throws Refusal {
            var token = next();
            if (!token.quoted() && RESERVED.contains(token.text().toUpperCase(Locale.ROOT))) {
                throw wrong("'" + token.text() + "' is a reserved JQL word. You must surround it in quotation marks");
            }
            if (takesSign("(")) {
                if (!takesSign(")") || !token.text().equals("currentUser")) {
                    throw wrong("unknown function");
                }
                return asker.world().cloud()
                        ? asker.account().id()
                        : asker.account().name();
            }
            return token.text();
        }

        private Comparator<Issue> order() throws Refusal {
            var fields = new ArrayList<Comparator<Issue>>();
            do {
                var field = JqlFields.order(word());
                var descends = takes("DESC");
                if (!descends) {
                    takes("ASC");
                }
                fields.add(descends ? field.reversed() : field);
            } while (takesSign(","));
            if (fields.size() > MOST_ORDER) {
                throw wrong("at most seven fields");
            }
            return fields.stream().reduce(Comparator::thenComparing).orElseThrow();
        }

        private String word() throws Refusal {
            var token = next();
            if (token.sign()) {
                throw wrong("unexpected '" + token.text() + "'");
            }
            return token.text();
        }

        private JqlTokens.Token next() throws Refusal {
            if (at >= tokens.size()) {
                throw wrong("unexpected end");
            }
            return tokens.get(at++);
        }

        private boolean isWord(String word) {
            return at < tokens.size()
                    && !tokens.get(at).quoted()
                    && tokens.get(at).text().equalsIgnoreCase(word);
        }

        private boolean takes(String word) {
            var there = isWord(word);
            at += there ? 1 : 0;
            return there;
        }

        private void expect(String word) throws Refusal {
            if (!takes(word)) {
                throw wrong(word + " expected");
            }
        }

        private boolean takesSign(String sign) {
            var there = at < tokens.size()
                    && tokens.get(at).sign()
                    && tokens.get(at).text().equals(sign);
            at += there ? 1 : 0;
            return there;
        }

        private static Refusal wrong(String what) {
            return Refusal.message(400, "Error in the JQL Query: " + what + ".");
        }
    }
}
