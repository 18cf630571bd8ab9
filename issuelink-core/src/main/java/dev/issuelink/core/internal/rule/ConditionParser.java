package dev.issuelink.core.internal.rule;

import java.util.List;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.parser.ASTJexlScript;
import org.apache.commons.jexl3.parser.Parser;

/**
 * Parses conditions. JEXL gives the grammar and nothing else: what it makes is turned into expressions of our own, and
 * its interpreter, which finds methods and properties of Java objects, is never started.
 */
final class ConditionParser {
    private static final String UNCLEAR = "from here on it cannot be understood";

    private ConditionParser() {}

    /**
     * Parses a condition.
     *
     * @throws ConditionException if it is none
     */
    static ExpressionBuilder.Built parse(String text, Vocabulary vocabulary) {
        var scan = Scanner.scan(text);
        var script = script(scan);
        if (script.jjtGetNumChildren() != 1) {
            throw scan.tokens().get(0).fault("it is no expression");
        }
        return ExpressionBuilder.build(script.jjtGetChild(0), vocabulary);
    }

    private static ASTJexlScript script(Scanner.Scan scan) {
        try {
            return new Parser(";").parse(new JexlInfo("condition", 1, 1), features(), scan.clean(), null);
        } catch (JexlException e) {
            var info = e.getInfo();
            throw info == null ? unclear(scan.tokens().get(0)) : fault(scan.tokens(), info.getLine(), info.getColumn());
        } catch (RuntimeException | StackOverflowError e) {
            // The parser has no other words for some odd texts; ours must do, whatever it was.
            throw unclear(scan.tokens().get(0));
        }
    }

    /** All that a feature can switch off is off, beside what was refused already. */
    private static JexlFeatures features() {
        return new JexlFeatures()
                .script(false)
                .sideEffect(false)
                .sideEffectGlobal(false)
                .newInstance(false)
                .methodCall(false)
                .loops(false)
                .lambda(false)
                .thinArrow(false)
                .fatArrow(false)
                .annotation(false)
                .pragma(false)
                .pragmaAnywhere(false)
                .importPragma(false)
                .namespacePragma(false)
                .namespaceIdentifier(false)
                .register(false)
                .localVar(false)
                .comparatorNames(true);
    }

    /** JEXL's own words name its classes and quote the text, so they are not repeated. */
    private static ConditionException fault(List<Token> tokens, int line, int column) {
        return tokens.stream()
                .filter(token -> token.line() == line && token.column() == column)
                .findFirst()
                .map(token -> token.fault(token.words() + " was not expected here"))
                .orElseGet(() -> new ConditionException(line, column, UNCLEAR));
    }

    private static ConditionException unclear(Token first) {
        return first.fault(UNCLEAR);
    }
}
