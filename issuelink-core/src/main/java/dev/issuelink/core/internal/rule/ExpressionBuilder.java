package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.apache.commons.jexl3.parser.ASTAddNode;
import org.apache.commons.jexl3.parser.ASTAndNode;
import org.apache.commons.jexl3.parser.ASTArrayLiteral;
import org.apache.commons.jexl3.parser.ASTDivNode;
import org.apache.commons.jexl3.parser.ASTEQNode;
import org.apache.commons.jexl3.parser.ASTERNode;
import org.apache.commons.jexl3.parser.ASTEWNode;
import org.apache.commons.jexl3.parser.ASTEmptyFunction;
import org.apache.commons.jexl3.parser.ASTFalseNode;
import org.apache.commons.jexl3.parser.ASTGENode;
import org.apache.commons.jexl3.parser.ASTGTNode;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTLENode;
import org.apache.commons.jexl3.parser.ASTLTNode;
import org.apache.commons.jexl3.parser.ASTModNode;
import org.apache.commons.jexl3.parser.ASTMulNode;
import org.apache.commons.jexl3.parser.ASTNENode;
import org.apache.commons.jexl3.parser.ASTNEWNode;
import org.apache.commons.jexl3.parser.ASTNRNode;
import org.apache.commons.jexl3.parser.ASTNSWNode;
import org.apache.commons.jexl3.parser.ASTNotNode;
import org.apache.commons.jexl3.parser.ASTNullLiteral;
import org.apache.commons.jexl3.parser.ASTNullpNode;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTOrNode;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTReferenceExpression;
import org.apache.commons.jexl3.parser.ASTSWNode;
import org.apache.commons.jexl3.parser.ASTSizeFunction;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.ASTSubNode;
import org.apache.commons.jexl3.parser.ASTTernaryNode;
import org.apache.commons.jexl3.parser.ASTTrueNode;
import org.apache.commons.jexl3.parser.ASTUnaryMinusNode;
import org.apache.commons.jexl3.parser.ASTUnaryPlusNode;
import org.apache.commons.jexl3.parser.JexlNode;

/** Turns what the parser made into expressions. What has no maker here is refused. Used once, by one thread. */
final class ExpressionBuilder {
    /** Makes the expression of one kind of node. */
    private interface Maker {
        Expression make(ExpressionBuilder builder, JexlNode node);
    }

    private static final Map<Class<? extends JexlNode>, Maker> MAKERS = Map.ofEntries(
            Map.entry(ASTReferenceExpression.class, (builder, node) -> builder.part(node, 0)),
            Map.entry(ASTIdentifier.class, (builder, node) -> builder.paths.read(node)),
            Map.entry(ASTReference.class, (builder, node) -> builder.paths.read(node)),
            Map.entry(ASTTrueNode.class, (builder, node) -> new Constant(true)),
            Map.entry(ASTFalseNode.class, (builder, node) -> new Constant(false)),
            Map.entry(ASTStringLiteral.class, (builder, node) -> new Constant(((ASTStringLiteral) node).getLiteral())),
            Map.entry(ASTNumberLiteral.class, (builder, node) -> number((ASTNumberLiteral) node)),
            Map.entry(ASTNullLiteral.class, (builder, node) -> {
                throw Position.fault(node, "null can only stand beside == or !=, with a name on the other side");
            }),
            Map.entry(ASTArrayLiteral.class, ExpressionBuilder::items),
            Map.entry(ASTAndNode.class, (builder, node) -> new Logic.And(builder.truths(node))),
            Map.entry(ASTOrNode.class, (builder, node) -> new Logic.Or(builder.truths(node))),
            Map.entry(ASTNotNode.class, (builder, node) -> new Logic.Not(builder.part(node, 0, Kind.TRUTH))),
            Map.entry(ASTTernaryNode.class, ExpressionBuilder::choice),
            Map.entry(
                    ASTNullpNode.class,
                    (builder, node) -> new Guards.Default(builder.part(node, 0), builder.part(node, 1))),
            Map.entry(ASTEmptyFunction.class, (builder, node) -> new Guards.Empty(builder.part(node, 0))),
            Map.entry(ASTSizeFunction.class, (builder, node) -> new Calculation.Size(builder.part(node, 0))),
            Map.entry(ASTEQNode.class, ExpressionBuilder::equal),
            Map.entry(ASTNENode.class, (builder, node) -> new Logic.Not(equal(builder, node))),
            Map.entry(ASTLTNode.class, order(comparison -> comparison < 0)),
            Map.entry(ASTLENode.class, order(comparison -> comparison <= 0)),
            Map.entry(ASTGTNode.class, order(comparison -> comparison > 0)),
            Map.entry(ASTGENode.class, order(comparison -> comparison >= 0)),
            Map.entry(ASTERNode.class, ExpressionBuilder::in),
            Map.entry(ASTNRNode.class, (builder, node) -> new Logic.Not(in(builder, node))),
            Map.entry(ASTSWNode.class, ExpressionBuilder::begins),
            Map.entry(ASTNSWNode.class, (builder, node) -> new Logic.Not(begins(builder, node))),
            Map.entry(ASTEWNode.class, ExpressionBuilder::ends),
            Map.entry(ASTNEWNode.class, (builder, node) -> new Logic.Not(ends(builder, node))),
            Map.entry(ASTAddNode.class, calculation(Numbers::add)),
            Map.entry(ASTSubNode.class, calculation(Numbers::subtract)),
            Map.entry(ASTMulNode.class, calculation(Numbers::multiply)),
            Map.entry(ASTDivNode.class, calculation(Numbers::divide)),
            Map.entry(ASTModNode.class, calculation(Numbers::remainder)),
            Map.entry(ASTUnaryMinusNode.class, ExpressionBuilder::negative),
            Map.entry(ASTUnaryPlusNode.class, (builder, node) -> builder.part(node, 0, Kind.NUMBER)));

    private final PathReader paths;

    private ExpressionBuilder(Vocabulary vocabulary) {
        this.paths = new PathReader(vocabulary);
    }

    /**
     * A condition, ready to be worked out.
     *
     * @param expression what it says
     * @param names what it reads, in order
     */
    record Built(Expression expression, List<Name> names) {}

    static Built build(JexlNode node, Vocabulary vocabulary) {
        var builder = new ExpressionBuilder(vocabulary);
        var expression = builder.expression(node);
        return new Built(expression, builder.paths.names());
    }

    private Expression expression(JexlNode node) {
        var maker = MAKERS.get(node.getClass());
        if (maker == null) {
            throw Position.fault(node, "what stands here is not allowed in conditions");
        }
        return maker.make(this, node);
    }

    private Expression part(JexlNode node, int child) {
        return expression(node.jjtGetChild(child));
    }

    /** A part that must be of a kind, as far as that is known before there is an event. */
    private Expression part(JexlNode node, int child, Kind kind) {
        var part = part(node, child);
        if (part.kind() != kind && part.kind() != Kind.OPEN) {
            throw Position.fault(
                    node.jjtGetChild(child),
                    "this is " + part.kind().words() + ", but " + kind.words() + " is needed here");
        }
        return part;
    }

    /** A part that can be compared. */
    private Expression single(JexlNode node, int child) {
        var part = part(node, child);
        if (part.kind() == Kind.LIST || part.kind() == Kind.OBJECT) {
            throw Position.fault(
                    node.jjtGetChild(child),
                    "lists and objects cannot be compared; =~ asks whether a list holds a value");
        }
        return part;
    }

    private List<Expression> truths(JexlNode node) {
        return IntStream.range(0, node.jjtGetNumChildren())
                .mapToObj(child -> part(node, child, Kind.TRUTH))
                .toList();
    }

    private static Expression number(ASTNumberLiteral node) {
        var number = node.getLiteral();
        if (number instanceof Double real && !Double.isFinite(real)) {
            throw Position.fault(node, "this number is beyond all limits");
        }
        return new Constant(number);
    }

    private static Expression items(ExpressionBuilder builder, JexlNode node) {
        var items = IntStream.range(0, node.jjtGetNumChildren())
                .mapToObj(child -> builder.single(node, child))
                .toList();
        return items.stream().allMatch(Constant.class::isInstance)
                ? new Constant(items.stream().map(item -> item.value(Map.of())).toList())
                : new Calculation.Items(items);
    }

    private static Expression choice(ExpressionBuilder builder, JexlNode node) {
        return node.jjtGetNumChildren() == 2
                ? new Guards.Fallback(builder.part(node, 0), builder.part(node, 1))
                : new Logic.Choice(builder.part(node, 0, Kind.TRUTH), builder.part(node, 1), builder.part(node, 2));
    }

    private static Truth equal(ExpressionBuilder builder, JexlNode node) {
        if (node.jjtGetChild(1) instanceof ASTNullLiteral) {
            return new Guards.Absent(builder.part(node, 0));
        }
        if (node.jjtGetChild(0) instanceof ASTNullLiteral) {
            return new Guards.Absent(builder.part(node, 1));
        }
        var left = builder.single(node, 0);
        var right = builder.single(node, 1);
        checkSame(node, left, right);
        return new Comparisons.Equal(left, right);
    }

    private static Maker order(IntPredicate sign) {
        return (builder, node) -> {
            var left = builder.single(node, 0);
            var right = builder.single(node, 1);
            if (left.kind() == Kind.TRUTH || right.kind() == Kind.TRUTH) {
                throw Position.fault(
                        node, "neither true nor false is more than the other; only == and != compare them");
            }
            checkSame(node, left, right);
            return new Comparisons.Order(sign, left, right);
        };
    }

    private static void checkSame(JexlNode node, Expression left, Expression right) {
        if (left.kind() != right.kind() && left.kind() != Kind.OPEN && right.kind() != Kind.OPEN) {
            throw Position.fault(
                    node.jjtGetChild(1),
                    left.kind().words() + " cannot be compared with "
                            + right.kind().words());
        }
    }

    private static Truth in(ExpressionBuilder builder, JexlNode node) {
        if (node.jjtGetChild(1) instanceof ASTStringLiteral pattern) {
            return new Comparisons.Matches(builder.part(node, 0, Kind.TEXT), pattern(pattern));
        }
        return new Comparisons.In(builder.single(node, 0), builder.part(node, 1, Kind.LIST));
    }

    private static BoundedPattern pattern(ASTStringLiteral node) {
        if (node.getLiteral().length() > BoundedPattern.LONGEST) {
            throw Position.fault(
                    node, "the pattern is longer than the " + BoundedPattern.LONGEST + " characters that are allowed");
        }
        try {
            return BoundedPattern.of(node.getLiteral());
        } catch (PatternSyntaxException e) {
            throw Position.fault(node, "the pattern is no regular expression");
        }
    }

    private static Truth begins(ExpressionBuilder builder, JexlNode node) {
        return new Comparisons.Begins(builder.part(node, 0, Kind.TEXT), builder.part(node, 1, Kind.TEXT));
    }

    private static Truth ends(ExpressionBuilder builder, JexlNode node) {
        return new Comparisons.Ends(builder.part(node, 0, Kind.TEXT), builder.part(node, 1, Kind.TEXT));
    }

    private static Maker calculation(BinaryOperator<Number> operation) {
        return (builder, node) ->
                new Calculation(operation, builder.part(node, 0, Kind.NUMBER), builder.part(node, 1, Kind.NUMBER));
    }

    private static Expression negative(ExpressionBuilder builder, JexlNode node) {
        var part = builder.part(node, 0, Kind.NUMBER);
        return part instanceof Constant constant
                ? new Constant(Numbers.negate((Number) constant.value()))
                : new Calculation.Negative(part);
    }
}
