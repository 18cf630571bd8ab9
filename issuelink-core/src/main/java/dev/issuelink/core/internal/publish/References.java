package dev.issuelink.core.internal.publish;

import dev.issuelink.core.internal.template.Markdown;
import dev.issuelink.model.IssueReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names issues in texts. */
final class References {
    private References() {}

    /** That an issue follows one that was closed; empty if it follows none. */
    static String follow(Optional<Wish.Former> former) {
        return former.map(before -> "\n\nIt follows " + link(before.issue()) + ", which was closed at "
                        + Words.time(before.endedAt()) + ".")
                .orElse("");
    }

    /** Which issues belong to it; empty if there are none. */
    static String related(List<IssueReference> issues) {
        return issues.isEmpty()
                ? ""
                : "\n\nSee also: " + issues.stream().map(References::link).collect(Collectors.joining(", ")) + ".";
    }

    private static String link(IssueReference issue) {
        var name = Markdown.escape(issue.displayKey());
        var scheme = String.valueOf(issue.url().getScheme()).toLowerCase(Locale.ROOT);
        var address = issue.url().toASCIIString();
        return scheme.equals("http") || scheme.equals("https") ? "[" + name + "](<" + address + ">)" : name;
    }
}
