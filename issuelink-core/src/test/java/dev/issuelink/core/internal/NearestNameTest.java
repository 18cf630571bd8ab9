package dev.issuelink.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN =
            List.of("github", "gitlab", "jira", "webhook_secret", "Company Jira", "pat");

    @ParameterizedTest
    @CsvSource({
        "gihub, github",
        "gtilab, gitlab",
        "GitHub, github",
        "Jira, jira",
        "jria, jira",
        "webhookSecret, webhook_secret",
        "webhook-secrets, webhook_secret",
        "companyjira, Company Jira",
        "pad, pat"
    })
    void findsWhatWasMeant(String mistyped, String meant) {
        assertThat(NearestName.of(mistyped, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"redmine", "x", "''", "webhook", "oauth"})
    void suggestsNothingWhenNothingIsNear(String mistyped) {
        assertThat(NearestName.of(mistyped, KNOWN)).isEmpty();
    }

    @Property(tries = 300)
    void findsANameWithOneLetterMissing(
            @ForAll @AlphaChars @StringLength(min = 4, max = 60) String name, @ForAll @IntRange(max = 3) int at) {
        var mistyped = name.substring(0, at) + name.substring(at + 1);

        assertThat(NearestName.of(mistyped, List.of("0123456789", name))).contains(name);
    }
}
