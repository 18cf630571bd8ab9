package dev.issuelink.core.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.core.internal.guard.secret.Seeds;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.RedactionPolicy.Literals;
import dev.issuelink.model.IssueDraft;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SanitizerPropertiesTest {
    private static IssueDraft clean(Literals literals, IssueDraft draft) {
        var policy = RedactionPolicy.builder().literals(literals).build();
        var sanitizer = new Sanitizer(() -> List.of("hunter2hunter2"), policy, unchanged -> unchanged);
        var safe = sanitizer.sanitize("Tracker", new Write.CreateIssue(draft, List.of()));
        return ((Write.CreateIssue) safe.write()).draft();
    }

    private static IssueDraft draft(String text) {
        var title = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("title");
        return IssueDraft.builder(title).body(text).field("note", text).build();
    }

    @Property(tries = 500)
    void cleaningTwiceChangesNothingMore(@ForAll("pieces") List<String> pieces, @ForAll Literals literals) {
        var once = clean(literals, draft(String.join("", pieces)));

        assertThat(clean(literals, once)).isEqualTo(once);
    }

    @Property(tries = 500)
    void anyTextCanBeCleaned(@ForAll String text, @ForAll Literals literals) {
        var once = clean(literals, draft(text));

        assertThat(clean(literals, once)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(Literals.class)
    void cleaningCleanedSecretsChangesNothingMore(Literals literals) {
        for (var seed : Seeds.make(Seeds.size(), new Random(5))) {
            for (var rendering : List.of(Rendering.PLAIN, Rendering.MARKDOWN, Rendering.JSON, Rendering.WRAPPED)) {
                var once = clean(literals, draft(Carrier.ERROR.with(rendering.of(seed))));
                assertThat(clean(literals, once)).as("%s %s", rendering, seed).isEqualTo(once);
            }
        }
    }

    @Test
    void aMegabyteOfWhateverIsReadToItsEnd() {
        var pieces = List.of(
                "\\u0041",
                "a\n",
                "Key (a)=(",
                "(('a',",
                "exec sp_addlogin 'a', ",
                "eyJaaaaaaaa-",
                "password=",
                "SELECT 1 FROM t WHERE email = 'x'; ");
        var slowest = 0L;
        for (var piece : pieces) {
            var text = piece.repeat(1_000_000 / piece.length());
            var start = System.nanoTime();
            assertThat(clean(
                            Literals.SENSITIVE_COLUMNS,
                            IssueDraft.builder("t").body(text).build()))
                    .isNotNull();
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
        }
        System.out.println("figure hostile_megabyte_ms " + slowest);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        var random = new Random(11);
        var seeds = Seeds.make(Seeds.size(), random).stream()
                .flatMap(seed -> java.util.stream.Stream.of(
                        seed.text(), Rendering.MARKDOWN.of(seed), Rendering.HTML.of(seed), Rendering.WRAPPED.of(seed)))
                .toList();
        var seams = Arbitraries.of(
                " ",
                "\n",
                "\n\n",
                "'",
                "\"",
                "`",
                "```\n",
                "a",
                "1",
                "_",
                "-",
                ".",
                "@",
                ":",
                "=",
                "/",
                ",",
                ";",
                "(",
                ")",
                "password",
                " email = '",
                "SELECT * FROM t WHERE ",
                "[redacted]",
                "\\",
                "%",
                "&",
                "hunter2hunter2",
                "\n\n_2 values were redacted._");
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(2, Arbitraries.of(seeds)), net.jqwik.api.Tuple.of(3, seams))
                .list()
                .ofMaxSize(12);
    }
}
