package dev.issuelink.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The grammar of RFC 8288, as servers write it and as they should not. */
class LinkHeaderTest {
    @Provide
    Arbitrary<String> targets() {
        return Arbitraries.strings()
                .withChars("abz019/:?&=,;%\" -[]")
                .ofMaxLength(60)
                .map(String::strip);
    }

    @Provide
    Arbitrary<String> otherParameters() {
        var quoted = Arbitraries.strings()
                .withChars("ax,;<>= \\\"")
                .ofMaxLength(12)
                .map(text -> "title=\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        return Arbitraries.oneOf(quoted, Arbitraries.of("hreflang=de", "crossorigin", "x = y", "title*=UTF-8''a"));
    }

    @Provide
    Arbitrary<String> relations() {
        return Arbitraries.of("rel=next", "rel=\"next\"", "REL=\"Next\"", "rel = \"prev next\"", "rel=\"next last\"");
    }

    @Provide
    Arbitrary<String> others() {
        return Combinators.combine(targets(), otherParameters(), Arbitraries.of("prev", "first", "nextish", "not-next"))
                .as((target, parameter, relation) -> "<" + target + ">; " + parameter + "; rel=\"" + relation + "\"");
    }

    @Property
    void theNextTargetIsFoundAmongAnyOthers(
            @ForAll("targets") String target,
            @ForAll("relations") String relation,
            @ForAll("otherParameters") String parameter,
            @ForAll("others") String before,
            @ForAll("others") String after) {
        var link = "<" + target + ">;" + parameter + " ; " + relation;
        assertThat(LinkHeader.find(List.of(before + ", " + link + "," + after), "next"))
                .contains(target);
        assertThat(LinkHeader.find(List.of(before, link, after), "next")).contains(target);
        assertThat(LinkHeader.find(List.of(before + " , " + after), "next")).isEmpty();
    }

    @Property
    void nothingMakesItThrow(@ForAll String text, @ForAll("others") String link) {
        LinkHeader.find(List.of(text, text + link, link + text, link.substring(0, link.length() / 2)), "next");
    }

    @Example
    void onlyTheFirstRelOfALinkCounts() {
        assertThat(LinkHeader.find(List.of("<a>; rel=prev; rel=next, <b>; rel=next"), "next"))
                .contains("b");
    }
}
