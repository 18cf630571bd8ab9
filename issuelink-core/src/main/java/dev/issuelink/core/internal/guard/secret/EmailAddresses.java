package dev.issuelink.core.internal.guard.secret;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.View;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds addresses of e-mail. What has that form and is none, such as the address of a repository, is left. */
public final class EmailAddresses {
    private static final String OF_NAME = "\\p{L}\\p{N}._%+'-";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![" + OF_NAME + "@])(?<!//)(?!git@)[" + OF_NAME + "]{1,64}+"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}+)\\.){1,8}\\p{L}[\\p{L}\\p{N}-]{1,23}+(?![\\p{L}\\p{N}])");
    private static final List<String> FILES = List.of(
            ".png",
            ".jpg",
            ".jpeg",
            ".gif",
            ".svg",
            ".webp",
            ".js",
            ".ts",
            ".css",
            ".sql",
            ".json",
            ".xml",
            ".yml",
            ".yaml",
            ".txt",
            ".md",
            ".jar",
            ".service",
            ".timer",
            ".socket");

    private final Predicate<String> kept;

    /**
     * Creates the search.
     *
     * @param kept tells what is left
     */
    public EmailAddresses(Predicate<String> kept) {
        this.kept = kept;
    }

    /** Adds all that is found in a reading apart from what is covered already: an at sign stands in addresses, too. */
    public void search(View view, Spans spans) {
        if (view.text().indexOf('@') < 0) {
            return;
        }
        var match = ADDRESS.matcher(view.text());
        while (match.find()) {
            var address = match.group();
            if (!spans.overlaps(view, match.start(), match.end())
                    && FILES.stream().noneMatch(address::endsWith)
                    && !kept.test(address)) {
                spans.add(view, match.start(), match.end());
            }
        }
    }
}
