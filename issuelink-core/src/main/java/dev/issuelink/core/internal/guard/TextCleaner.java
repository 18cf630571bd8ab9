package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.guard.secret.EmailAddresses;
import dev.issuelink.core.internal.guard.secret.FormatSearch;
import dev.issuelink.core.internal.guard.secret.HostPatterns;
import dev.issuelink.core.internal.guard.secret.KnownValues;
import dev.issuelink.core.internal.guard.sql.ColumnNames;
import dev.issuelink.core.internal.guard.sql.ErrorDetails;
import dev.issuelink.core.internal.guard.sql.SqlSearch;
import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.Unescaping;
import dev.issuelink.core.internal.guard.text.Unwrapping;
import dev.issuelink.core.internal.guard.text.View;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.RedactionPolicy.Literals;
import dev.issuelink.host.Redactor;
import java.util.Collection;

/**
 * Cleans texts, one after the other, and counts what it hid. Every reading of a text is searched, and what was found is
 * covered, until nothing is found any more. Not for several threads.
 */
final class TextCleaner {
    private static final int MOST_ROUNDS = 8;

    private final RedactionPolicy policy;
    private final Redactor redactor;
    private final KnownValues known;
    private final FormatSearch formats;
    private final HostPatterns patterns;
    private final EmailAddresses addresses;
    private final ColumnNames columns;
    private final SqlSearch sql;
    private final ErrorDetails errors;
    private int redactions;

    TextCleaner(Collection<String> knownSecrets, RedactionPolicy policy, Redactor redactor) {
        this.policy = policy;
        this.redactor = redactor;
        this.known = new KnownValues(knownSecrets);
        var kept = new HostPatterns(policy.kept());
        this.formats = FormatSearch.ofAll(kept::match);
        this.patterns = new HostPatterns(policy.patterns());
        this.addresses = new EmailAddresses(kept::match);
        this.columns = new ColumnNames(new HostPatterns(policy.sensitiveColumns())::match);
        var isAllHidden = policy.literals() == Literals.REDACT;
        this.sql = new SqlSearch(columns, isAllHidden);
        this.errors = new ErrorDetails(columns, isAllHidden);
    }

    /** How much was hidden so far. */
    int redactions() {
        return redactions;
    }

    /** Counts something that was hidden. */
    void count() {
        redactions++;
    }

    /** What stands for what was hidden. */
    String placeholder() {
        return policy.placeholder();
    }

    /** Tells if the value of an attribute of this name is to be hidden as a whole. */
    boolean isHidden(String name) {
        return SecretNames.areOf(name) || (policy.literals() != Literals.KEEP && columns.isSensitive(name));
    }

    /** A text without all that must not be seen. */
    String clean(String text) {
        return clean(text, false);
    }

    /** A text without all that must not be seen; the whole of it may be known to be SQL. */
    String clean(String text, boolean isSql) {
        var clean = search(text, isSql);
        var redacted = redactor.redact(clean);
        if (redacted.equals(clean)) {
            return clean;
        }
        redactions++;
        return search(redacted, isSql);
    }

    private String search(String text, boolean isSql) {
        var current = text;
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var spans = spans(current, isSql);
            if (spans.isEmpty()) {
                return current;
            }
            var result = spans.cover();
            redactions += result.pieces();
            current = result.text();
        }
        // What does not come to an end is not worth the risk.
        return placeholder();
    }

    private Spans spans(String text, boolean isSql) {
        var views = Unescaping.layers(text);
        var spans = new Spans(views, placeholder());
        for (var view : views) {
            known.search(view, spans);
            formats.search(view, spans);
            patterns.search(view, spans);
        }
        var last = views.get(views.size() - 1);
        var unwrapped = Unwrapping.of(last);
        known.search(unwrapped.view(), spans);
        known.searchSqueezed(Unwrapping.squeeze(last), spans);
        formats.search(unwrapped, spans);
        if (policy.literals() != Literals.KEEP) {
            literals(text, spans, views, isSql);
        }
        if (!policy.keepsEmailAddresses()) {
            views.forEach(view -> addresses.search(view, spans));
        }
        return spans;
    }

    private void literals(String text, Spans spans, Iterable<View> views, boolean isSql) {
        if (isSql) {
            sql.searchSql(text, spans);
        } else {
            sql.searchText(text, spans);
        }
        views.forEach(view -> errors.search(view, spans));
    }
}
