package dev.issuelink.core.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.core.internal.codec.Write;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.RedactionPolicy.Literals;
import dev.issuelink.host.Redactor;
import dev.issuelink.testkit.Samples;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionPolicySanitizerTest {
    private static String clean(RedactionPolicy policy, String text, String... known) {
        return clean(policy, unchanged -> unchanged, text, known);
    }

    private static String clean(RedactionPolicy policy, Redactor redactor, String text, String... known) {
        var sanitizer = new Sanitizer(() -> List.of(known), policy, redactor);
        var write = new Write.AddComment(Samples.issueReference("1"), text);
        return RedactionNote.without(
                ((Write.AddComment) sanitizer.sanitize("Tracker", write).write()).text());
    }

    private static RedactionPolicy pattern(String expression) {
        return RedactionPolicy.builder().pattern(Pattern.compile(expression)).build();
    }

    @Test
    void literalsAreHiddenAsThePolicySays() {
        var sql = "SELECT 1 FROM users WHERE email = 'bob' AND city = 'Bern' LIMIT 5";

        assertThat(clean(RedactionPolicy.defaults(), sql))
                .isEqualTo("SELECT 1 FROM users WHERE email = '[redacted]' AND city = 'Bern' LIMIT 5");
        assertThat(clean(RedactionPolicy.builder().literals(Literals.REDACT).build(), sql))
                .isEqualTo("SELECT [redacted] FROM users WHERE email = '[redacted]' AND city = '[redacted]' LIMIT 5");
        assertThat(clean(RedactionPolicy.builder().literals(Literals.KEEP).build(), sql))
                .isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ROLE app PASSWORD 'S3cret-9'",
                "UPDATE users SET password = 'S3cret-9'",
                "SELECT * FROM t WHERE note = 'postgres://a:S3cret-9@db/x'"
            })
    void keptLiteralsStillHideSecrets(String sql) {
        assertThat(clean(RedactionPolicy.builder().literals(Literals.KEEP).build(), sql))
                .doesNotContain("S3cret-9");
    }

    @Test
    void theHostNamesItsOwnSensitiveColumns() {
        var added = RedactionPolicy.builder()
                .sensitiveColumn(Pattern.compile("(?:.*_)?badge"))
                .build();
        var replaced = RedactionPolicy.builder()
                .sensitiveColumns(List.of(Pattern.compile("badge")))
                .build();
        var sql = "SELECT * FROM t WHERE employeeBadge = 'B-1' AND phone = 'P-1' AND badge = 'B-2'";

        assertThat(clean(added, sql)).doesNotContain("B-1", "B-2", "P-1");
        assertThat(clean(replaced, sql)).contains("B-1", "P-1").doesNotContain("B-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bob@acme.io",
                "bob.o'neil+db@mail.acme.co.uk",
                "jürgen@müller.de",
                "bob%40acme.io",
                "bob&#64;acme.io",
                "bob\\@acme.io",
                "BOB_SMITH@ACME.IO"
            })
    void addressesOfEmailAreHiddenUnlessThePolicyKeepsThem(String address) {
        var text = "Ask " + address + ".";

        assertThat(clean(RedactionPolicy.defaults(), text)).isEqualTo("Ask [redacted].");
        assertThat(clean(RedactionPolicy.builder().keepEmailAddresses().build(), text))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@github.com:acme/app.git",
                "https://app@db.acme.io/x",
                "icon@2x.png",
                "@bob and @acme/team, see pkg@1.2.3",
                "'app'@'db.acme.io'",
                "a @ b.de",
                "image@sha256:abc"
            })
    void whatIsNoAddressOfEmailStays(String text) {
        assertThat(clean(RedactionPolicy.defaults(), text)).isEqualTo(text);
    }

    @Test
    void thePasswordOfAnAddressGoesAndItsHostStays() {
        assertThat(clean(RedactionPolicy.defaults(), "postgres://app:p4ss@db.acme.io/orders"))
                .isEqualTo("postgres://app:[redacted]@db.acme.io/orders");
    }

    @Test
    void theHostsPatternsHideTheirGroupOrAll() {
        assertThat(clean(pattern("CUST-[0-9]+"), "for CUST-4711, see CUST\\-12"))
                .isEqualTo("for [redacted], see [redacted]");
        assertThat(clean(pattern("customer (?<secret>\\w+)"), "customer Meier is in"))
                .isEqualTo("customer [redacted] is in");
        assertThat(clean(pattern("a(?<secret>x)?b"), "ab axb")).isEqualTo("[redacted] a[redacted]b");
        assertThat(clean(pattern("x*"), "abc")).isEqualTo("abc");
    }

    @Test
    void whatIsToBeKeptStaysUnlessItIsConfigured() {
        var policy = RedactionPolicy.builder()
                .keep(Pattern.compile("AKIAIOSFODNN7EXAMPLE|support@acme\\.io"))
                .build();
        var text = "AKIAIOSFODNN7EXAMPLE support@acme.io AKIAIOSFODNN7EXAMPLF bob@acme.io";

        assertThat(clean(policy, text)).isEqualTo("AKIAIOSFODNN7EXAMPLE support@acme.io [redacted] [redacted]");
        assertThat(clean(policy, "AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"))
                .isEqualTo("[redacted]");
    }

    @Test
    void anotherPlaceholderIsNotHiddenAgain() {
        var policy = RedactionPolicy.builder().placeholder("*** hidden ***").build();
        var once = clean(policy, "password=abc1234 and SELECT 1 FROM t WHERE email = 'x1'");

        assertThat(once).isEqualTo("password=*** hidden *** and SELECT 1 FROM t WHERE email = '*** hidden ***'");
        assertThat(clean(policy, once)).isEqualTo(once);
    }

    @Test
    void aPatternThatTakesForeverStopsTheWrite() {
        assertNothingIsWritten(pattern("(a|aa)+\\1b"), "a".repeat(200));
    }

    @Test
    void aPatternThatIsTooDeepForTheStackStopsTheWrite() {
        assertNothingIsWritten(pattern("(?:a|b)*c"), "ab".repeat(200_000));
    }

    @Test
    void anExceptionThatTakesForeverStopsTheWrite() {
        var policy = RedactionPolicy.builder()
                .keep(Pattern.compile("(ghp_)(\\w|\\w\\w)+\\2-"))
                .build();
        assertNothingIsWritten(policy, "ghp_" + "a1B".repeat(60));
    }

    @Test
    void aRedactorThatFailsStopsTheWrite() {
        assertThatThrownBy(() -> clean(
                        RedactionPolicy.defaults(),
                        text -> {
                            throw new StackOverflowError("hunter2");
                        },
                        "text"))
                .isInstanceOf(TrackerException.class)
                .hasMessageContaining("nothing was written")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
        assertThatThrownBy(() -> clean(RedactionPolicy.defaults(), text -> noText(), "text"))
                .isInstanceOf(TrackerException.class);
    }

    @Test
    void whatTheRedactorMakesOfATextIsSearchedToo() {
        assertThat(clean(RedactionPolicy.defaults(), text -> text.replace("%", "ghp_"), "%A1b2C3d4E5f6G7h8I9j0"))
                .isEqualTo("[redacted]");
    }

    @SuppressWarnings("NullAway")
    private static String noText() {
        return null;
    }

    private static void assertNothingIsWritten(RedactionPolicy policy, String text) {
        assertThatThrownBy(() -> clean(policy, text))
                .isInstanceOf(TrackerException.class)
                .hasMessageContaining("nothing was written")
                .hasMessageContaining("patterns of the redaction policy")
                .hasNoCause();
    }
}
