package dev.issuelink.core.internal.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.jexl3.parser.ASTArrayAccess;
import org.apache.commons.jexl3.parser.ASTIdentifier;
import org.apache.commons.jexl3.parser.ASTIdentifierAccess;
import org.apache.commons.jexl3.parser.ASTNumberLiteral;
import org.apache.commons.jexl3.parser.ASTReference;
import org.apache.commons.jexl3.parser.ASTStringLiteral;
import org.apache.commons.jexl3.parser.JexlNode;

/** Reads the paths of attributes, and keeps their names. Used once, by one thread. */
final class PathReader {
    private final Vocabulary vocabulary;
    private final List<Name> names = new ArrayList<>();

    PathReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Name> names() {
        return List.copyOf(names);
    }

    Path read(JexlNode node) {
        var first = node instanceof ASTReference ? node.jjtGetChild(0) : node;
        if (!(first instanceof ASTIdentifier root) || root.getSymbol() >= 0) {
            throw Position.fault(node, "only names of attributes have parts");
        }
        var steps = new ArrayList<Path.Step>();
        steps.add(new Path.Step(root.getName(), -1));
        if (node instanceof ASTReference) {
            for (int child = 1; child < node.jjtGetNumChildren(); child++) {
                step(node.jjtGetChild(child), steps);
            }
        }
        var attribute = Path.attribute(steps);
        var place = Position.first(node).jexlInfo();
        names.add(new Name(attribute, place.getLine(), place.getColumn()));
        return new Path(steps, vocabulary.kind(attribute));
    }

    private static void step(JexlNode node, List<Path.Step> steps) {
        if (node.getClass() == ASTIdentifierAccess.class) {
            steps.add(Path.Step.of(((ASTIdentifierAccess) node).getName()));
        } else if (node instanceof ASTArrayAccess) {
            for (int child = 0; child < node.jjtGetNumChildren(); child++) {
                steps.add(bracketed(node.jjtGetChild(child)));
            }
        } else {
            throw Position.fault(node, "what stands here is not allowed in conditions");
        }
    }

    private static Path.Step bracketed(JexlNode node) {
        if (node instanceof ASTStringLiteral text) {
            return new Path.Step(text.getLiteral(), -1);
        }
        if (node instanceof ASTNumberLiteral number && number.getLiteral() instanceof Integer place && place >= 0) {
            return new Path.Step(place.toString(), place);
        }
        throw Position.fault(node, "between [ and ] stands a name in quotes, or a place in a list from 0 on");
    }
}
