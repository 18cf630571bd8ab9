package dev.issuelink.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing that is or looks like a credential stays. */
class ScrubberTest {
    @Provide
    Arbitrary<String> tokens() {
        var prefix = Arbitraries.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-");
        var rest = Arbitraries.strings().alpha().numeric().ofMinLength(10).ofMaxLength(40);
        return prefix.flatMap(start -> rest.map(end -> start + end));
    }

    @Property
    void tokensVanishFromAnySurroundings(@ForAll("tokens") String token, @ForAll String before, @ForAll String after) {
        assertThat(Scrubber.scrub(before + token + " " + after, List.of())).doesNotContain(token);
    }

    @Property
    void theVerySecretsVanish(@ForAll("tokens") String secret, @ForAll String around) {
        var odd = "\"" + secret.substring(4) + "$";
        assertThat(Scrubber.scrub(around + odd + around, List.of(odd))).doesNotContain(secret.substring(4));
    }

    @Example
    void plainWordsStay() {
        var words =
                "Validation failed: the token is basic stuff; see https://docs.x.test/rest/issues#create (42 > 7).\n";
        assertThat(Scrubber.scrub(words, List.of("ab"))).isEqualTo(words);
    }

    @Example
    void headersJwtsUsersAndQueryValuesVanish() {
        assertThat(Scrubber.scrub("Authorization: Basic dXNlcjpwYXNz! Bearer: abcdefgh12", List.of()))
                .isEqualTo("Authorization: Basic [hidden]! Bearer: [hidden]");
        assertThat(Scrubber.scrub("x eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjF9.c2ln y", List.of()))
                .isEqualTo("x [hidden] y");
        assertThat(Scrubber.scrub("GET https://a:b@h/p?a=1&b=two (x)", List.of()))
                .isEqualTo("GET https://h/p?a=[hidden]&b=[hidden] (x)");
    }
}
