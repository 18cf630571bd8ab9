package dev.issuelink.core.internal.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ObjectNameMatcherTest {
    // \p{L}\p{Nd} is what Character.isLetterOrDigit says.
    private static final String WORD = "[\\p{L}\\p{Nd}_]";

    @Property(tries = 2000)
    void findsWhatASearchForEachNameFinds(
            @ForAll("names") @Size(max = 8) List<String> names, @ForAll("texts") String text) {
        var objects = names.stream().map(ObjectNameMatcherTest::object).collect(Collectors.toSet());

        var found = new ObjectNameMatcher(objects).find(text);

        assertThat(found).isEqualTo(oracle(objects, text));
    }

    @Test
    void manyNamesThatBeginAlikeCostNoMoreThanTheirLengths() {
        var objects = IntStream.range(0, 50_000)
                .mapToObj(number -> object("shop.public.table_" + number))
                .toList();
        var matcher = new ObjectNameMatcher(objects);
        var text = "shop shop.public shop.public.table_17 ".repeat(2_000);

        var begun = System.nanoTime();
        var found = matcher.find(text);

        System.out.println("figure match_50000_names_ms " + (System.nanoTime() - begun) / 1_000_000);
        assertThat(found).containsExactly(object("shop.public.table_17"));
    }

    private static ObjectReference object(String name) {
        return ObjectReference.of(ObjectType.TABLE, name);
    }

    private static Set<ObjectReference> oracle(Set<ObjectReference> objects, String text) {
        var found = new LinkedHashSet<ObjectReference>();
        for (var object : objects) {
            var name = object.name();
            var before = isWord(name.codePointAt(0)) ? "(?<!" + WORD + ")" : "";
            var after = isWord(name.codePointBefore(name.length())) ? "(?!" + WORD + ")" : "";
            if (Pattern.compile(before + Pattern.quote(name) + after)
                    .matcher(text)
                    .find()) {
                found.add(object);
            }
        }
        return found;
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }

    @Provide
    Arbitrary<String> names() {
        return pieces().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join("", parts))
                .filter(name -> !name.isBlank());
    }

    @Provide
    Arbitrary<String> texts() {
        return pieces().list().ofMaxSize(25).map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.of(
                "a", "b", "_", "1", ".", " ", "-", "$", "(", "é", "表", "\uD835\uDC9C", "\uD83D\uDE00", "ab");
    }
}
