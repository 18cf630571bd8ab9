package dev.issuelink.core.internal.compose;

import dev.issuelink.core.internal.template.Fragment;
import dev.issuelink.core.internal.template.MarkdownWriter;
import java.util.List;

/** Shows issues to which a text points. */
final class RelatedText {
    private static final int MOST = 20;

    private RelatedText() {}

    static Fragment.Prose of(List<Composition.Related> issues) {
        var writer = new MarkdownWriter();
        issues.stream()
                .limit(MOST)
                .forEach(issue -> writer.bullet(issue.key(), issue.title() + " (" + issue.url() + ")"));
        if (issues.size() > MOST) {
            writer.paragraph("… and " + (issues.size() - MOST) + " more");
        }
        return writer.prose();
    }
}
