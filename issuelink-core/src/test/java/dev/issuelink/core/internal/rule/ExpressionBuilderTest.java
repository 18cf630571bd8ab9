package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.parser.JexlNode;
import org.apache.commons.jexl3.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall: what would come through the parser if neither our scan nor a switched-off feature stopped it. */
class ExpressionBuilderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo(1)",
                "a.b(1)",
                "a.b.c()",
                "'x'.length()",
                "(a)(1)",
                "ns:foo(1)",
                "new('x')",
                "new x.Y(1)",
                "a = 1",
                "a += 1",
                "a++",
                "--a",
                "a?.b",
                "a[b]",
                "a[1 + 1]",
                "'x'.b",
                "(a).b",
                "[1, 2][0]",
                "{1 : 2}",
                "{1, 2}",
                "[1, ...]",
                "1..2",
                "~/x/",
                "a =~ ~/x/",
                "a instanceof b",
                "a !instanceof b",
                "a === b",
                "a !== b",
                "a & b",
                "a | b",
                "a ^ b",
                "~a",
                "a << 1",
                "a >> 1",
                "a >>> 1",
                "x -> x",
                "(x) -> { x }",
                "function(x) { x }",
                "NaN",
                "null",
            })
    void whatHasNoMakerIsRefused(String text) {
        var node = parse(text);

        assertThatThrownBy(() -> ExpressionBuilder.build(node, Vocabulary.open()))
                .isInstanceOf(ConditionException.class);
    }

    @Test
    void whatHasAMakerIsMade() {
        var built = ExpressionBuilder.build(parse("a.b == 1"), Vocabulary.open());

        assertThat(built.expression().truth(Map.of("a", Map.of("b", 1)))).isTrue();
    }

    private static JexlNode parse(String text) {
        var everything = JexlFeatures.createDefault().script(false);
        var script = new Parser(";").parse(new JexlInfo("condition", 1, 1), everything, text, null);
        return script.jjtGetChild(0);
    }
}
