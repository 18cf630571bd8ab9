package dev.issuelink.core.internal.rule;

import org.apache.commons.jexl3.parser.JexlNode;

/** Where a part of a condition begins. */
final class Position {
    private Position() {}

    static ConditionException fault(JexlNode node, String problem) {
        var first = first(node).jexlInfo();
        return new ConditionException(first.getLine(), first.getColumn(), problem);
    }

    /** The parser keeps the place of an operator's last operand, so that of the first is asked for. */
    static JexlNode first(JexlNode node) {
        var first = node;
        while (first.jjtGetNumChildren() > 0) {
            first = first.jjtGetChild(0);
        }
        return first;
    }
}
