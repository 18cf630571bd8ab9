package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.SearchQuery;
import java.time.Instant;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GitHubQueryTest {
    private static final GitHubRepository REPOSITORY = new GitHubRepository("octo", "demo");
    /** The only forms that may stand in a query: qualifiers of ours, and quoted words. */
    private static final Pattern SAFE = Pattern.compile(
            "is:issue repo:octo/demo state:open(?: label:\"[^\"\\\\\\p{Cntrl}]*\")*(?: in:title,body)?(?: \"[^\"\\\\\\p{Cntrl}]+\")*");

    @Property
    void noTextBreaksOutOfItsQuotes(@ForAll String text, @ForAll String label) {
        var query = SearchQuery.builder().text(text);
        if (!label.isBlank()) {
            query.label(label);
        }
        var written = new GitHubQuery(query.build(), REPOSITORY).text().orElseThrow();
        assertThat(written).matches(SAFE);
        assertThat(written.length()).isLessThanOrEqualTo(256);
    }

    @Example
    void operatorsAndQualifiersInWordsAreWords() {
        assertThat(new GitHubQuery(SearchQuery.text("a OR \"repo:evil/x\" (is:pr) NOT"), REPOSITORY).text())
                .contains(
                        "is:issue repo:octo/demo state:open in:title,body \"a\" \"OR\" \"repo:evil/x\" \"(is:pr)\" \"NOT\"");
    }

    @Example
    void everythingThatCanBeAskedIsAsked() {
        var query = SearchQuery.builder()
                .state(SearchQuery.State.CLOSED)
                .label("good first issue")
                .assignee("octocat")
                .author("dependabot[bot]")
                .updatedSince(Instant.parse("2026-01-02T03:04:05.678Z"))
                .build();
        assertThat(new GitHubQuery(query, REPOSITORY).text())
                .contains("is:issue repo:octo/demo state:closed assignee:octocat author:app/dependabot"
                        + " updated:>=2026-01-02T03:04:05Z label:\"good first issue\"");
    }

    @Example
    void aNameThatNobodyCanHaveMatchesNothing() {
        var query = SearchQuery.builder().assignee("x repo:evil/y").build();
        assertThat(new GitHubQuery(query, REPOSITORY).text()).isEmpty();
    }
}
