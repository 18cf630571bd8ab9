package dev.issuelink.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

/** Encoding loses nothing and lets nothing out of its segment. */
class PercentEncodingTest {
    private static boolean isWellFormed(String text) {
        return text.equals(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Property
    void whatIsEncodedIsReadBackAsOneSegmentAndOneValue(@ForAll @NotEmpty String text) {
        Assume.that(isWellFormed(text));
        var encoded = PercentEncoding.encode(text);
        assertThat(encoded).matches("[A-Za-z0-9._~%-]+");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(text);
        var uri = URI.create("http://h/a/" + encoded + "/b?x=" + encoded + "&y=1");
        assertThat(uri.getRawPath().split("/")).hasSize(4);
        assertThat(uri.getRawQuery().split("&")).hasSize(2);
    }

    @Property
    void aRepairedUrlIsLegalAndRepairedOnceForAll(@ForAll String query) {
        Assume.that(isWellFormed(query));
        var repaired = PercentEncoding.repair("http://h/p?q=" + query.replace("#", ""));
        assertThat(URI.create(repaired).getRawQuery()).startsWith("q=");
        assertThat(PercentEncoding.repair(repaired)).isEqualTo(repaired);
    }

    @Property
    void whatIsLegalStaysAsItIs(@ForAll @NotEmpty String text) {
        Assume.that(isWellFormed(text));
        var legal = "http://h/" + PercentEncoding.encode(text) + "?a=b%2Fc&d=e+f";
        assertThat(PercentEncoding.repair(legal)).isEqualTo(legal);
    }

    @Example
    void labelsWithSpacesAndSlashes() {
        assertThat(PercentEncoding.encode("kind/bug fix+é")).isEqualTo("kind%2Fbug%20fix%2B%C3%A9");
    }
}
